package io.kuaka.it.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.entities.EntityChange.Outcome;
import io.kuaka.it.support.Engine;
import java.sql.SQLException;
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
}
