package io.kuaka.it.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.entities.EntityChange.Outcome;
import io.kuaka.it.support.Engine;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Entities, attributes and classes that take each other's names by {@code @RenamedFrom}, with rows. */
@Tag("slow")
class PassedNamesOfEntitiesTest {
    /** The first one was dropped with its rows, and the second one lost its values. */
    @ParameterizedTest
    @EnumSource
    void anEntityTakesTheNameThatAnotherOneLeaves(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier { @Id @GeneratedValue Long id; Integer depth; @ElementCollection Set<String> tags; }
                @Entity class Dock { @Id @GeneratedValue Long id; String flag; @ManyToOne Pier pier; }
                """;
        String after = """
                @Entity @RenamedFrom("Dock") class Basin { @Id @GeneratedValue Long id; String flag; @ManyToOne Dock pier; }
                @Entity @RenamedFrom("Pier")
                class Dock { @Id @GeneratedValue Long id; Integer depth; @ElementCollection Set<String> tags; }
                """;

        assertThat(ChangedEntitiesTest.change(engine, before, after)).isEqualTo(Outcome.MIGRATED);
    }

    /** Columns were dropped and added on both sides without a question. */
    @ParameterizedTest
    @EnumSource
    void auditedEntitiesThatExchangeTheirNamesAreAskedAbout(Engine engine) throws SQLException {
        String before = """
                @org.hibernate.envers.Audited @Entity
                class Pier { @Id @GeneratedValue Long id; Integer depth; @ElementCollection Set<String> tags; }
                @org.hibernate.envers.Audited @Entity class Dock { @Id @GeneratedValue Long id; String flag; }
                """;
        String after = """
                @org.hibernate.envers.Audited @Entity @RenamedFrom("Pier")
                class Dock { @Id @GeneratedValue Long id; Integer depth; @ElementCollection Set<String> tags; }
                @org.hibernate.envers.Audited @Entity @RenamedFrom("Dock")
                class Pier { @Id @GeneratedValue Long id; String flag; }
                """;

        assertThat(AnsweredChangesTest.change(engine, before, after, "exchange shop.Dock and Pier = yes"))
                .isEqualTo(Outcome.MIGRATED);
    }

    /** The hints had no effect, and nothing said so. */
    @ParameterizedTest
    @EnumSource
    void attributesThatExchangeTheirNamesAreAskedAbout(Engine engine) throws SQLException {
        String before = "@Entity class Pier { @Id Long id; Integer depth; @Column(nullable = false) Integer width; }";
        String after = """
                @Entity class Pier {
                    @Id Long id;
                    @RenamedFrom("width") @Column(nullable = false) Integer depth;
                    @RenamedFrom("depth") Integer width;
                }
                """;

        assertThat(AnsweredChangesTest.change(engine, before, after, "exchange shop.Pier.depth and width = yes"))
                .isEqualTo(Outcome.MIGRATED);
    }

    /** The new attribute got the values of another one. */
    @ParameterizedTest
    @EnumSource
    void anAttributeTakesTheNameThatAnotherOneLeaves(Engine engine) throws SQLException {
        String before = "@Entity class Pier { @Id Long id; @ManyToOne Pier next; Integer width; }";
        String after = """
                @Entity class Pier {
                    @Id Long id;
                    @RenamedFrom("next") @ManyToOne Pier width;
                    @RenamedFrom("width") Integer breadth;
                }
                """;

        assertThat(ChangedEntitiesTest.change(engine, before, after)).isEqualTo(Outcome.MIGRATED);
    }

    /** Rows kept the name that another class has now. */
    @ParameterizedTest
    @EnumSource
    void classesOfOneTableThatExchangeTheirNamesAreAskedAbout(Engine engine) throws SQLException {
        String before = """
                @Entity class Ship { @Id @GeneratedValue Long id; }
                @Entity class Ferry extends Ship { Integer seats; }
                @Entity class Barge extends Ship { Integer freight; }
                """;
        String after = """
                @Entity class Ship { @Id @GeneratedValue Long id; }
                @Entity @RenamedFrom("Barge") class Ferry extends Ship { Integer freight; }
                @Entity @RenamedFrom("Ferry") class Barge extends Ship { Integer seats; }
                """;

        assertThat(AnsweredChangesTest.change(engine, before, after, "exchange shop.Ship.DTYPE.Barge and Ferry = yes"))
                .isEqualTo(Outcome.MIGRATED);
    }

    /** All rows of the two were of the other class afterwards, and nobody was asked. */
    @ParameterizedTest
    @EnumSource
    void rowsFollowClassesThatExchangeTheirValues(Engine engine) throws SQLException {
        String before = """
                @Entity @DiscriminatorValue("S") class Ship { @Id Long id; String flag; }
                @Entity @DiscriminatorValue("F") class Ferry extends Ship { Integer seats; }
                @Entity @DiscriminatorValue("B") class Barge extends Ship { Integer freight; }
                """;
        String after =
                before.replace("\"F\"", "\"X\"").replace("\"B\"", "\"F\"").replace("\"X\"", "\"B\"");
        String query = "select count(*) from Ferry where seats is null";
        String answer = "exchange shop.Ship.DTYPE.B and F = yes";

        assertThat(CompanionsTest.end(engine, before, after, "").reason()).contains("\"B\" becomes \"F\"");
        assertThat(CompanionsTest.read(engine, before, after, answer, query)).isEqualTo(List.<Object>of(1L));
        assertThat(CompanionsTest.read(engine, before, after, answer.replace("yes", "no"), query))
                .isEqualTo(List.<Object>of(3L));
    }

    /** The texts were taken for numbers, so that the migration stopped, and there was no way out. */
    @ParameterizedTest
    @EnumSource
    void rowsFollowClassesThatGetNumbersInsteadOfTexts(Engine engine) throws SQLException {
        String texts = """
                @Entity @DiscriminatorColumn(name = "kind") @DiscriminatorValue("S") class Ship { @Id Long id; String flag; }
                @Entity @DiscriminatorValue("F") class Ferry extends Ship { Integer seats; }
                """;
        String numbers = texts.replace("\"kind\"", "\"kind\", discriminatorType = DiscriminatorType.INTEGER")
                .replace("\"S\"", "\"1\"")
                .replace("\"F\"", "\"2\"");

        assertThat(AnsweredChangesTest.change(engine, texts, numbers, """
                rename shop.Ship.kind.S to 1 = yes
                rename shop.Ship.kind.S to 2 = no
                rename shop.Ship.kind.F to 1 = no
                rename shop.Ship.kind.F to 2 = yes
                """)).isEqualTo(Outcome.MIGRATED);
        assertThat(AnsweredChangesTest.change(engine, numbers, texts, """
                rename shop.Ship.kind.1 to S = yes
                rename shop.Ship.kind.1 to F = no
                rename shop.Ship.kind.2 to S = no
                rename shop.Ship.kind.2 to F = yes
                """)).isEqualTo(Outcome.MIGRATED);
    }
}
