package io.kuaka.it.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.annotations.RenamedFrom;
import io.kuaka.it.support.Engine;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.hibernate.annotations.NativeGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where ids come from changes while rows are there, and Hibernate goes on inserting: no id is ever given out twice, neither
 * forward nor back.
 */
@Tag("slow")
class GeneratedIdsTest {
    /** Two versions of entities whose ids come from somewhere else afterwards, and what has to be done, in words. */
    enum Change {
        ENTITY_RENAMED(of(Kite.class), of(Glider.class), "Rename sequence Kite_SEQ to Glider_SEQ"),
        ENTITY_RENAMED_WITH_ID(of(Kite.class), of(Dragon.class), "Rename sequence Kite_SEQ to Dragon_SEQ"),
        ENTITY_MOVED(
                "fleet", of(Kite.class), of(KiteMoved.class), "Move sequence hibernate.Kite_SEQ to fleet.Kite_SEQ"),
        TABLE_RENAMED(of(Hangar.class), of(HangarElsewhere.class), "Rename sequence hangars_SEQ to sheds_SEQ"),
        TABLE_RENAMED_IN_CASE(of(Tower.class), of(TowerInCapitals.class), "Rename sequence tower_SEQ to Tower_SEQ"),
        TABLE_QUOTED(of(Tower.class), of(TowerQuoted.class), "Rename sequence tower_SEQ to Tower_SEQ"),
        TABLES_EXCHANGED(
                of(Hangar.class, Tower.class),
                of(HangarInTower.class, TowerInHangars.class),
                "Rename sequence tower_SEQ to hangars_SEQ"),
        SEQUENCE_RENAMED(of(Log.class), of(LogRenamed.class), "Rename sequence log_old to log_new"),
        SEQUENCE_RENAMED_AND_LONGER(of(Log.class), of(LogLonger.class), "Rename sequence log_old to log_long"),
        SEQUENCE_NAMED(of(LogByDefault.class), of(Log.class), "Rename sequence Log_SEQ to log_old"),
        SEQUENCE_NAMED_BY_DEFAULT(of(Log.class), of(LogByDefault.class), "Rename sequence log_old to Log_SEQ"),
        SEQUENCE_SHARED(of(Rod.class, Reel.class), of(RodShared.class, ReelShared.class), "Drop sequence Rod_SEQ"),
        SEQUENCE_DIVIDED(of(RodShared.class, ReelShared.class), of(Rod.class, Reel.class), "Create sequence Rod_SEQ"),
        IDS_GENERATED(of(Log.class, PlaneOfAnyId.class), of(Log.class, Plane.class), "Create sequence Plane_SEQ"),
        IDS_ASSIGNED(of(Log.class, Plane.class), of(Log.class, PlaneOfAnyId.class), "Drop sequence Plane_SEQ"),
        IDENTITY_WIDENED(of(Pilot.class), of(PilotWidened.class), "Alter field id on Pilot"),
        IDENTITY_TO_SEQUENCE(of(Pilot.class), of(PilotSequenced.class), "Create sequence Pilot_SEQ"),
        SEQUENCE_TO_IDENTITY(of(PilotSequenced.class), of(Pilot.class), "Drop sequence Pilot_SEQ"),
        IDENTITY_TO_TABLE(of(Pilot.class), of(PilotTabled.class), "Alter field id on Pilot"),
        SEQUENCE_TO_TABLE(of(PilotSequenced.class), of(PilotTabled.class), "Drop sequence Pilot_SEQ"),
        NATIVE_RENAMED(of(Medal.class), of(Badge.class), "Rename sequence Medal_SEQ to Badge_SEQ"),
        NATIVE_MOVED(
                "fleet", of(Medal.class), of(MedalMoved.class), "Move sequence hibernate.Medal_SEQ to fleet.Medal_SEQ"),
        NATIVE_TO_SEQUENCE(of(Medal.class), of(MedalSequenced.class), "Alter sequence Medal_SEQ"),
        NATIVE_TO_SEQUENCE_OF_OTHER_NAME(of(Medal.class), of(MedalNamed.class), "Alter sequence medal_ids"),
        SEQUENCE_TO_NATIVE(of(MedalSequenced.class), of(Medal.class), "Alter sequence Medal_SEQ"),
        NATIVE_TO_IDENTITY(of(Medal.class), of(MedalNumbered.class), "Drop sequence Medal_SEQ"),
        IDENTITY_TO_NATIVE(of(MedalNumbered.class), of(Medal.class), "Create sequence Medal_SEQ"),
        NATIVE_TO_TABLE(of(Medal.class), of(MedalTabled.class), "Drop sequence Medal_SEQ"),
        NATIVE_TO_SHARED(
                of(Medal.class, Token.class), of(MedalShared.class, TokenShared.class), "Drop sequence Token_SEQ"),
        SHARED_TO_NATIVE(
                of(MedalShared.class, TokenShared.class), of(Medal.class, Token.class), "Create sequence Token_SEQ"),
        ROW_OF_TABLE_RENAMED(of(Crate.class), of(CrateOfOtherRow.class), "Alter field id on Crate"),
        ROOT_RENAMED(
                of(Boat.class, Ferry.class), of(Ship.class, FerryShip.class), "Rename sequence Boat_SEQ to Ship_SEQ"),
        ROOT_WITHOUT_JOINS_RENAMED(
                of(Gift.class, Toy.class),
                of(Present.class, ToyPresent.class),
                "Rename sequence Gift_SEQ to Present_SEQ"),
        BLOCKS_LONGER(of(Ticket.class), of(TicketLonger.class), "Alter sequence tickets"),
        BLOCKS_SHORTER(of(TicketLonger.class), of(Ticket.class), "Alter sequence tickets"),
        BLOCKS_SOMEWHAT_LONGER(of(TicketOfTen.class), of(TicketLonger.class), "Alter sequence tickets");

        private final String app;
        private final List<Class<?>> before;
        private final List<Class<?>> after;
        private final String words;

        Change(List<Class<?>> before, List<Class<?>> after, String words) {
            this("hibernate", before, after, words);
        }

        Change(String app, List<Class<?>> before, List<Class<?>> after, String words) {
            this.app = app;
            this.before = before;
            this.after = after;
            this.words = words;
        }

        private static List<Class<?>> of(Class<?>... entities) {
            return List.of(entities);
        }

        private EvolvingDatabase begin(Engine engine) throws SQLException {
            EvolvingDatabase database = EvolvingDatabase.on(engine);
            database.becomes("hibernate", before);
            return database;
        }

        private List<String> make(EvolvingDatabase database) throws SQLException {
            return database.becomes(app, after);
        }
    }

    /** Each change on the databases that start with a test, and on one server in turn; with {@code -Dexhaustive} on all. */
    static Stream<Arguments> changes() {
        List<Engine> servers = List.of(Engine.POSTGRESQL, Engine.MARIADB, Engine.MYSQL);
        return Stream.of(Change.values()).flatMap(change -> Stream.of(Engine.values())
                .filter(engine -> Boolean.getBoolean("exhaustive")
                        || !servers.contains(engine)
                        || servers.indexOf(engine) == change.ordinal() % servers.size())
                .map(engine -> Arguments.of(change, engine)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void noIdIsGivenOutTwiceWhateverItComesFrom(Change change, Engine engine) throws SQLException {
        EvolvingDatabase database = change.begin(engine);
        Set<String> ids = new HashSet<>(database.insert(55));

        assertThat(change.make(database)).contains(change.words);
        ids.addAll(database.insert(55));
        database.back();
        ids.addAll(database.insert(55));
        database.forward();
        ids.addAll(database.insert(3));

        assertThat(ids).hasSize((55 + 55 + 55 + 3) * change.before.size());
    }

    @ParameterizedTest
    @EnumSource
    void tablesWithoutRowsAndSquashedHistoriesBeginAnywhere(Change change) throws SQLException {
        EvolvingDatabase database = change.begin(Engine.H2);
        change.make(database);

        assertThat(database.insert(3)).noneMatch(id -> id.contains("-"));
        if (change != Change.ENTITY_MOVED && change != Change.NATIVE_MOVED) {
            assertThat(database.squashed(Engine.H2).insert(3)).noneMatch(id -> id.contains("-"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSequenceThatReplacesIdentitiesBeginsWithoutRows(Engine engine) throws SQLException {
        for (Change change : List.of(Change.IDENTITY_TO_SEQUENCE, Change.IDENTITY_TO_TABLE)) {
            EvolvingDatabase database = change.begin(engine);
            change.make(database);

            assertThat(database.insert(3)).noneMatch(id -> id.contains("-"));
        }
    }

    @Entity(name = "Kite")
    static class Kite {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "Glider")
    @RenamedFrom("Kite")
    static class Glider {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "Hangar")
    @Table(name = "hangars")
    static class Hangar {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "Hangar")
    @Table(name = "sheds")
    static class HangarElsewhere {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "Tower")
    @Table(name = "tower")
    static class Tower {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "Hangar")
    @Table(name = "tower")
    static class HangarInTower {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "Tower")
    @Table(name = "hangars")
    static class TowerInHangars {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "Tower")
    @Table(name = "Tower")
    static class TowerInCapitals {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "Tower")
    @Table(name = "`Tower`")
    static class TowerQuoted {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "Log")
    static class Log {
        @Id
        @GeneratedValue(generator = "logs")
        @SequenceGenerator(name = "logs", sequenceName = "log_old", allocationSize = 5)
        Long id;
    }

    @Entity(name = "Log")
    static class LogRenamed {
        @Id
        @GeneratedValue(generator = "logs")
        @SequenceGenerator(name = "logs", sequenceName = "log_new", allocationSize = 5)
        Long id;
    }

    @Entity(name = "Log")
    static class LogLonger {
        @Id
        @GeneratedValue(generator = "logs")
        @SequenceGenerator(name = "logs", sequenceName = "log_long", allocationSize = 20)
        Long id;
    }

    @Entity(name = "Pilot")
    static class Pilot {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @ManyToOne
        Pilot teacher;
    }

    @Entity(name = "Pilot")
    static class PilotSequenced {
        @Id
        @GeneratedValue
        Long id;

        @ManyToOne
        PilotSequenced teacher;
    }

    @Entity(name = "Pilot")
    static class PilotTabled {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        Long id;

        @ManyToOne
        PilotTabled teacher;
    }

    @Entity(name = "Medal")
    static class Medal {
        @Id
        @NativeGenerator
        Long id;

        @ManyToOne
        Medal former;
    }

    @Entity(name = "Badge")
    @RenamedFrom("Medal")
    static class Badge {
        @Id
        @NativeGenerator
        Long id;

        @ManyToOne
        Badge former;
    }

    @Entity(name = "Medal")
    @RenamedFrom("hibernate.Medal")
    static class MedalMoved {
        @Id
        @NativeGenerator
        Long id;

        @ManyToOne
        MedalMoved former;
    }

    @Entity(name = "Medal")
    static class MedalSequenced {
        @Id
        @GeneratedValue
        Long id;

        @ManyToOne
        MedalSequenced former;
    }

    @Entity(name = "Medal")
    static class MedalNamed {
        @Id
        @GeneratedValue(generator = "medals")
        @SequenceGenerator(name = "medals", sequenceName = "medal_ids", allocationSize = 5)
        Long id;

        @ManyToOne
        MedalNamed former;
    }

    @Entity(name = "Medal")
    static class MedalNumbered {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne
        MedalNumbered former;
    }

    @Entity(name = "Medal")
    static class MedalTabled {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        Long id;

        @ManyToOne
        MedalTabled former;
    }

    @Entity(name = "Medal")
    @SequenceGenerator(name = "gear", sequenceName = "gear_ids")
    static class MedalShared {
        @Id
        @GeneratedValue(generator = "gear")
        Long id;

        @ManyToOne
        MedalShared former;
    }

    @Entity(name = "Token")
    static class Token {
        @Id
        @NativeGenerator
        Long id;
    }

    @Entity(name = "Token")
    @SequenceGenerator(name = "gear", sequenceName = "gear_ids")
    static class TokenShared {
        @Id
        @GeneratedValue(generator = "gear")
        Long id;
    }

    @Entity(name = "Crate")
    static class Crate {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "crates")
        @TableGenerator(name = "crates", table = "counters", pkColumnValue = "box", allocationSize = 10)
        Long id;
    }

    @Entity(name = "Crate")
    static class CrateOfOtherRow {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "crates")
        @TableGenerator(name = "crates", table = "counters", pkColumnValue = "crate", allocationSize = 10)
        Long id;
    }

    @Entity(name = "Ticket")
    @SequenceGenerator(name = "tickets", sequenceName = "tickets", allocationSize = 1)
    static class Ticket {
        @Id
        @GeneratedValue(generator = "tickets")
        Long id;
    }

    @Entity(name = "Ticket")
    @SequenceGenerator(name = "tickets", sequenceName = "tickets", allocationSize = 10)
    static class TicketOfTen {
        @Id
        @GeneratedValue(generator = "tickets")
        Long id;
    }

    @Entity(name = "Ticket")
    @SequenceGenerator(name = "tickets", sequenceName = "tickets")
    static class TicketLonger {
        @Id
        @GeneratedValue(generator = "tickets")
        Long id;
    }

    @Entity(name = "Dragon")
    @RenamedFrom("Kite")
    static class Dragon {
        @Id
        @GeneratedValue
        @RenamedFrom("id")
        Long number;
    }

    @Entity(name = "Kite")
    @RenamedFrom("hibernate.Kite")
    static class KiteMoved {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "Log")
    static class LogByDefault {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "Rod")
    static class Rod {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "Reel")
    static class Reel {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "Rod")
    @SequenceGenerator(name = "gear", sequenceName = "gear_ids")
    static class RodShared {
        @Id
        @GeneratedValue(generator = "gear")
        Long id;
    }

    @Entity(name = "Reel")
    @SequenceGenerator(name = "gear", sequenceName = "gear_ids")
    static class ReelShared {
        @Id
        @GeneratedValue(generator = "gear")
        Long id;
    }

    @Entity(name = "Plane")
    static class PlaneOfAnyId {
        private static final AtomicLong NEXT = new AtomicLong();

        @Id
        Long id = NEXT.addAndGet(1000);
    }

    @Entity(name = "Plane")
    static class Plane {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "Pilot")
    static class PilotWidened {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne
        PilotWidened teacher;
    }

    @Entity(name = "Boat")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Boat {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "Ferry")
    static class Ferry extends Boat {}

    @Entity(name = "Ship")
    @RenamedFrom("Boat")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Ship {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "Ferry")
    static class FerryShip extends Ship {}

    @Entity(name = "Gift")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class Gift {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "Toy")
    static class Toy extends Gift {}

    @Entity(name = "Present")
    @RenamedFrom("Gift")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class Present {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "Toy")
    static class ToyPresent extends Present {}
}
