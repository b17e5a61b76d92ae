package io.kuaka.it.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.entities.EntityChange.Outcome;
import io.kuaka.it.support.Engine;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names that change in case only, or that differ only in case, with rows. */
@Tag("slow")
class CaseOfNamesTest {
    /** Hibernate's tables had other names: SQLite kept the old ones; MariaDB and MySQL found the new foreign key's taken. */
    @ParameterizedTest
    @EnumSource
    void whatIsRenamedInCaseOnlyHasItsNewName(Engine engine) throws SQLException {
        String before = """
                @Entity @Table(indexes = @Index(name = "ix_depth", columnList = "depth, width desc"),
                        uniqueConstraints = @UniqueConstraint(name = "uq_width", columnNames = "width"))
                @org.hibernate.annotations.Check(name = "ck_depth", constraints = "depth > 0")
                class Pier {
                    @Id @GeneratedValue(generator = "ids") @SequenceGenerator(name = "ids", sequenceName = "pier_ids") Long id;
                    Integer depth;
                    Integer width;
                    @org.hibernate.annotations.GeneratedColumn("depth + 1") Integer wanted;
                    @Column(unique = true) String code;
                    @ManyToOne @JoinColumn(foreignKey = @ForeignKey(name = "fk_other")) Pier other;
                    @ManyToOne @JoinColumn(name = "twin", referencedColumnName = "code") Pier twin;
                    @ElementCollection @CollectionTable(name = "pier_notes") Set<String> notes;
                }
                """;
        String after = before.replace("Integer depth", "@Column(name = \"Depth\") Integer depth")
                .replace("depth > 0", "Depth > 0")
                .replace("depth + 1", "Depth + 1")
                .replace("\"depth, ", "\"Depth, ")
                .replace("ix_depth", "IX_Depth")
                .replace("uq_width", "UQ_Width")
                .replace("fk_other", "FK_Other")
                .replace("pier_notes", "Pier_Notes")
                .replace("pier_ids", "Pier_Ids")
                .replace("unique = true", "unique = true, name = \"CODE\"")
                .replace("\"code\"", "\"CODE\"");

        assertThat(ChangedEntitiesTest.change(engine, before, after)).isEqualTo(Outcome.MIGRATED);
    }

    /** Each took the other's name at once, which failed without a word of what is wrong. */
    @ParameterizedTest
    @EnumSource
    void attributesExchangeColumnsWhoseNamesChangeInCase(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier {
                    @Id Integer id;
                    @Column(name = "Depth", unique = true) Integer depth;
                    @Column(name = "width", nullable = false) Integer width;
                }
                """;
        String after = """
                @Entity class Pier {
                    @Id Integer id;
                    @Column(name = "Width", unique = true) Integer depth;
                    @Column(name = "depth", nullable = false) Integer width;
                }
                """;

        assertThat(ChangedEntitiesTest.change(engine, before, after)).isEqualTo(Outcome.MIGRATED);
    }

    /** One column's values were lost, or makemigrations ended with "Duplicate key". */
    @ParameterizedTest
    @EnumSource
    void attributesExchangeColumnsThatDifferInCaseOnlyWhereADatabaseTellsThemApart(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier {
                    @Id Integer id;
                    @Column(name = "\\"Name\\"") String title;
                    @Column(name = "name") String note;
                }
                """;
        String after = """
                @Entity class Pier {
                    @Id Integer id;
                    @Column(name = "name") String title;
                    @Column(name = "\\"Name\\"") String note;
                }
                """;

        assertThat(ChangedEntitiesTest.change(engine, before, after))
                .isEqualTo(
                        switch (engine) {
                            case H2, POSTGRESQL -> Outcome.MIGRATED;
                            case SQLITE, MARIADB, MYSQL -> Outcome.REFUSED;
                        });
    }

    /** It was asked whether the attribute was renamed. */
    @ParameterizedTest
    @EnumSource
    void anAttributeThatIsRenamedInCaseOnlyKeepsItsValues(Engine engine) throws SQLException {
        String before = "@Entity class Pier { @Id Integer id; String fullname; @Column(unique = true) String code; }";
        String after = before.replace("fullname", "fullName").replace("code", "Code");

        assertThat(ChangedEntitiesTest.change(engine, before, after)).isEqualTo(Outcome.MIGRATED);
    }

    /** The tables had exchanged their names again when the database noticed that there are no bytes for the rows. */
    @ParameterizedTest
    @EnumSource
    void aRequiredColumnInPlaceOfAnotherStopsTheWayBackAtOnceWhereTablesExchangeNames(Engine engine)
            throws SQLException {
        String before = """
                @Entity @Table(name = "crews") class Crew { @Id Long id; @Column(nullable = false) Integer note; }
                @Entity @Table(name = "piers") class Pier { @Id Long id; @Column(nullable = false) byte[] depth; }
                """;
        String after = """
                @Entity @Table(name = "piers") class Crew { @Id Long id; @Column(nullable = false) Integer note; }
                @Entity @Table(name = "CREWS") class Pier { @Id Long id; @Column(name = "depth") LocalDate since; }
                """;
        String answer = "drop values of shop.Pier.depth = yes";

        assertThat(AnsweredChangesTest.change(engine, before, after, answer)).isEqualTo(Outcome.ONE_WAY);
    }
}
