package io.kuaka.it.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.entities.EntityChange.Outcome;
import io.kuaka.it.support.Engine;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is exchanged has a temporary name in between, which is nobody's and short enough, also for what is named after it. */
@Tag("slow")
class NamesInBetweenTest {
    /** The table of {@code boats} is {@code Boat_Ship}, which was the name in between. */
    @ParameterizedTest
    @EnumSource
    void entitiesWithAJoinTableOfBothNames(Engine engine) throws SQLException {
        String before = """
                @Entity class Boat { @Id Long id; Integer depth; @ManyToMany Set<Ship> ships; @ElementCollection Set<String> tags; }
                @Entity class Ship { @Id Long id; String flag; }
                """;
        String after = """
                @Entity @RenamedFrom("Boat") class Ship {
                    @Id Long id;
                    Integer depth;
                    @ManyToMany @JoinTable(name = "Boat_Ship") Set<Boat> ships;
                    @ElementCollection Set<String> tags;
                }
                @Entity @RenamedFrom("Ship") class Boat { @Id Long id; String flag; }
                """;

        assertThat(AnsweredChangesTest.change(engine, before, after, "exchange shop.Boat and Ship = yes"))
                .isEqualTo(Outcome.MIGRATED);
    }

    /** Another attribute had the name in between: {@code makemigrations} ended with an error. */
    @ParameterizedTest
    @EnumSource
    void attributesBesideOneWithBothNames(Engine engine) throws SQLException {
        String before = "@Entity class Pier { @Id Long id; Integer home; Integer town; Integer home_town; }";
        String after = """
                @Entity class Pier {
                    @Id Long id;
                    @RenamedFrom("town") Integer home;
                    @RenamedFrom("home") Integer town;
                    Integer home_town;
                }
                """;

        assertThat(AnsweredChangesTest.change(engine, before, after, "exchange shop.Pier.home and town = yes"))
                .isEqualTo(Outcome.MIGRATED);
    }

    /** The name in between was longer than a database allows. */
    @ParameterizedTest
    @EnumSource
    void attributesWithLongNames(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier {
                    @Id Long id;
                    @ManyToOne Pier thePierThatIsTheNextOneToTheNorthOfThis;
                    @ManyToOne Pier thePierThatIsTheNextOneToTheSouthOfThis;
                }
                """;
        String after = """
                @Entity class Pier {
                    @Id Long id;
                    @RenamedFrom("thePierThatIsTheNextOneToTheSouthOfThis")
                    @ManyToOne Pier thePierThatIsTheNextOneToTheNorthOfThis;
                    @RenamedFrom("thePierThatIsTheNextOneToTheNorthOfThis")
                    @ManyToOne Pier thePierThatIsTheNextOneToTheSouthOfThis;
                }
                """;
        String answer = "exchange shop.Pier.thePierThatIsTheNextOneToTheNorthOfThis and"
                + " thePierThatIsTheNextOneToTheSouthOfThis = yes";

        assertThat(AnsweredChangesTest.change(engine, before, after, answer)).isEqualTo(Outcome.MIGRATED);
    }
}
