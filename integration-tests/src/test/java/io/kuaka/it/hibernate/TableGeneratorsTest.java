package io.kuaka.it.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.annotations.RenamedFrom;
import io.kuaka.it.support.Engine;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a generator has given out isn't given out again by the next one, even if the rows with those ids are deleted. */
@Tag("slow")
class TableGeneratorsTest {
    /** Two versions of entities whose numbers are kept under another name afterwards. */
    enum Change {
        ROW_RENAMED(of(Crate.class), of(CrateOfOtherRow.class)),
        BLOCKS_LONGER(of(Crate.class), of(CrateOfLongerBlocks.class)),
        BLOCKS_SHORTER(of(CrateOfLongerBlocks.class), of(Crate.class)),
        GENERATOR_TABLE_RENAMED(of(Crate.class), of(CrateOfOtherTable.class)),
        GENERATOR_TABLE_AND_ROW_RENAMED(of(Crate.class), of(CrateOfOtherTableAndRow.class)),
        GENERATOR_TABLE_AND_ENTITY_RENAMED(of(Crate.class), of(Container.class)),
        OTHER_TABLE(of(Crate.class, BarrelOfOtherTable.class), of(CrateOfOtherTable.class, BarrelOfOtherTable.class)),
        TABLE_DIVIDED(of(Crate.class, Barrel.class), of(Crate.class, BarrelOfOtherTable.class)),
        ROWS_EXCHANGED(of(Crate.class, Barrel.class), of(CrateOfRowOfBarrels.class, BarrelOfRowOfCrates.class)),
        ROW_SHARED(of(Crate.class, Barrel.class), of(Crate.class, BarrelOfRowOfCrates.class)),
        ENTITY_TABLE_RENAMED(of(Crate.class), of(CrateElsewhere.class)),
        GENERATOR_RENAMED(of(Can.class), of(CanOfOtherGenerator.class)),
        GENERATOR_AND_ENTITY_RENAMED(of(Can.class), of(Tin.class)),
        ENTITY_TABLE_OF_GENERATOR_RENAMED(of(Can.class), of(CanElsewhere.class)),
        ENTITY_WITHOUT_GENERATOR_RENAMED(of(Jar.class), of(Pot.class)),
        TABLE_TO_SEQUENCE(of(Crate.class), of(CrateOfSequence.class)),
        TABLE_TO_LONGER_BLOCKS_OF_SEQUENCE(of(Crate.class), of(CrateOfDefaultSequence.class)),
        SEQUENCE_TO_TABLE(of(CrateOfSequence.class), of(Crate.class)),
        OTHER_SEQUENCE(of(CrateOfSequence.class), of(CrateOfDefaultSequence.class)),
        TABLE_TO_IDENTITY(of(Crate.class), of(CrateOfIdentity.class)),
        SEQUENCE_TO_IDENTITY(of(CrateOfSequence.class), of(CrateOfIdentity.class)),
        IDENTITY_TO_TABLE(of(CrateOfIdentity.class), of(Crate.class)),
        IDENTITY_TO_SEQUENCE(of(CrateOfIdentity.class), of(CrateOfSequence.class));

        private final List<Class<?>> before;
        private final List<Class<?>> after;

        Change(List<Class<?>> before, List<Class<?>> after) {
            this.before = before;
            this.after = after;
        }

        /** SQLite itself gives an identity the number after those of the rows. */
        private boolean hasIdentity() {
            return before.contains(CrateOfIdentity.class) || after.contains(CrateOfIdentity.class);
        }

        private static List<Class<?>> of(Class<?>... entities) {
            return List.of(entities);
        }
    }

    /** Each change on the databases that start with a test, and on one server in turn; with {@code -Dexhaustive} on all. */
    static Stream<Arguments> changes() {
        List<Engine> servers = List.of(Engine.POSTGRESQL, Engine.MARIADB, Engine.MYSQL);
        return Stream.of(Change.values()).flatMap(change -> Stream.of(Engine.values())
                .filter(engine -> engine != Engine.SQLITE || !change.hasIdentity())
                .filter(engine -> Boolean.getBoolean("exhaustive")
                        || !servers.contains(engine)
                        || servers.indexOf(engine) == change.ordinal() % servers.size())
                .map(engine -> Arguments.of(change, engine)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void noNumberIsGivenOutTwiceThoughItsRowIsDeleted(Change change, Engine engine) throws SQLException {
        EvolvingDatabase database = EvolvingDatabase.on(engine);
        database.becomes("hibernate", change.before);
        Set<String> ids = new HashSet<>(insertAndDelete(database));
        database.becomes("hibernate", change.after);
        ids.addAll(insertAndDelete(database));
        database.back();
        ids.addAll(insertAndDelete(database));
        database.forward();
        ids.addAll(insertAndDelete(database));

        assertThat(ids).hasSize(4 * 33 * change.before.size());
    }

    private static Set<String> insertAndDelete(EvolvingDatabase database) {
        Set<String> ids = database.insert(33);
        database.deleteRows();
        return ids;
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

    @Entity(name = "Crate")
    static class CrateOfLongerBlocks {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "crates")
        @TableGenerator(name = "crates", table = "counters", pkColumnValue = "box", allocationSize = 20)
        Long id;
    }

    @Entity(name = "Crate")
    static class CrateOfOtherTable {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "crates")
        @TableGenerator(name = "crates", table = "numbers", pkColumnValue = "box", allocationSize = 10)
        Long id;
    }

    @Entity(name = "Crate")
    static class CrateOfOtherTableAndRow {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "crates")
        @TableGenerator(name = "crates", table = "numbers", pkColumnValue = "crate", allocationSize = 10)
        Long id;
    }

    @Entity(name = "Crate")
    static class CrateOfRowOfBarrels {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "crates")
        @TableGenerator(name = "crates", table = "counters", pkColumnValue = "barrel", allocationSize = 10)
        Long id;
    }

    @Entity(name = "Crate")
    @Table(name = "chests")
    static class CrateElsewhere {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "crates")
        @TableGenerator(name = "crates", table = "counters", pkColumnValue = "box", allocationSize = 10)
        Long id;
    }

    @Entity(name = "Crate")
    static class CrateOfSequence {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "crates")
        @SequenceGenerator(name = "crates", sequenceName = "crate_numbers", allocationSize = 10)
        Long id;
    }

    @Entity(name = "Crate")
    static class CrateOfDefaultSequence {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;
    }

    @Entity(name = "Crate")
    static class CrateOfIdentity {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;
    }

    @Entity(name = "Container")
    @RenamedFrom("Crate")
    static class Container {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "crates")
        @TableGenerator(name = "crates", table = "numbers", pkColumnValue = "container", allocationSize = 10)
        Long id;
    }

    @Entity(name = "Barrel")
    static class Barrel {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "barrels")
        @TableGenerator(name = "barrels", table = "counters", pkColumnValue = "barrel", allocationSize = 10)
        Long id;
    }

    @Entity(name = "Barrel")
    static class BarrelOfOtherTable {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "barrels")
        @TableGenerator(name = "barrels", table = "numbers", pkColumnValue = "barrel", allocationSize = 10)
        Long id;
    }

    @Entity(name = "Barrel")
    static class BarrelOfRowOfCrates {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "barrels")
        @TableGenerator(name = "barrels", table = "counters", pkColumnValue = "box", allocationSize = 10)
        Long id;
    }

    @Entity(name = "Can")
    static class Can {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "cans")
        @TableGenerator(name = "cans", table = "counters")
        Long id;
    }

    @Entity(name = "Can")
    static class CanOfOtherGenerator {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "tins")
        @TableGenerator(name = "tins", table = "counters")
        Long id;
    }

    @Entity(name = "Tin")
    @RenamedFrom("Can")
    static class Tin {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "tins")
        @TableGenerator(name = "tins", table = "counters")
        Long id;
    }

    @Entity(name = "Can")
    @Table(name = "tins")
    static class CanElsewhere {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "cans")
        @TableGenerator(name = "cans", table = "counters")
        Long id;
    }

    @Entity(name = "Jar")
    static class Jar {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        Long id;
    }

    @Entity(name = "Pot")
    @RenamedFrom("Jar")
    static class Pot {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        Long id;
    }
}
