package io.kuaka.it.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.entities.EntityChange.Outcome;
import io.kuaka.it.support.Engine;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What would be lost or wrong is asked about, whatever the names, values and numbers are. */
@Tag("slow")
class LossesByNameTest {
    /** Only a discriminator with the names of classes was recognised; Ferries became Ships. */
    @ParameterizedTest
    @CsvSource({"STRING, F, S", "CHAR, F, S", "INTEGER, 1, 2"})
    void rowsOfAClassWithAValueOfItsOwn(String type, String ferry, String ship) throws SQLException {
        String classes = """
                @Entity @Inheritance(strategy = InheritanceType.%s)
                @DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.%s)
                @DiscriminatorValue("%s") class Ship { @Id Long id; String name; }
                @Entity @DiscriminatorValue("%s") class Ferry extends Ship {}
                """;
        String before = classes.formatted("SINGLE_TABLE", type, ship, ferry);
        String after = """
                @Entity @Inheritance(strategy = InheritanceType.JOINED) class Ship { @Id Long id; String name; }
                @Entity class Ferry extends Ship {}
                """;

        assertThat(ChangedEntitiesTest.change(Engine.H2, before, after)).isEqualTo(Outcome.ASKED);
    }

    /** Its values were dropped, as the collection has another name. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "SQLITE"})
    void anAttributeThatIsACollectionUnderAnotherName(Engine engine) throws SQLException {
        String before = "@Entity class Pier { @Id Long id; String tag; }";
        String after = """
                @Entity class Pier { @Id Long id; @RenamedFrom("tag") @ElementCollection Set<String> tags; }
                """;

        assertThat(ChangedEntitiesTest.change(engine, before, after)).isEqualTo(Outcome.ASKED);
    }

    /** The rows were numbered from 0, which the check of the list refuses. */
    @ParameterizedTest
    @EnumSource
    void aCollectionThatBecomesAListWithABase(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier { @Id Long id; @ElementCollection @Column(nullable = false) Set<String> names; }
                """;
        String after = """
                @Entity class Pier {
                    @Id Long id;
                    @ElementCollection @OrderColumn(name = "place") @org.hibernate.annotations.ListIndexBase(1)
                    @Column(nullable = false) List<String> names;
                }
                """;

        assertThat(AnsweredChangesTest.change(engine, before, after, "default shop.Pier.names.index = numbered"))
                .isEqualTo(Outcome.MIGRATED);
    }

    /** They kept the former name in the audit table, which Envers doesn't know. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "SQLITE"})
    void classesInAHistoryFollowTheNamesOfTheirs(Engine engine) throws SQLException {
        String before = """
                @org.hibernate.envers.Audited @Entity class Ship { @Id @GeneratedValue Long id; String name; }
                @org.hibernate.envers.Audited @Entity class Ferry extends Ship { Integer seats; }
                """;
        String after = """
                @org.hibernate.envers.Audited @Entity @RenamedFrom("Ship")
                class Vessel { @Id @GeneratedValue Long id; String name; }
                @org.hibernate.envers.Audited @Entity @RenamedFrom("Ferry") class Shuttle extends Vessel { Integer seats; }
                """;

        assertThat(ChangedEntitiesTest.change(engine, before, after)).isEqualTo(Outcome.MIGRATED);
    }
}
