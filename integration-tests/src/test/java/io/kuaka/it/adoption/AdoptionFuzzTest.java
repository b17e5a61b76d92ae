package io.kuaka.it.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.command.Migrate;
import io.kuaka.it.support.AdoptionRun;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.recorder.LostHistoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables that people made, in which up to four things at once are otherwise than the entities say. */
@Tag("slow")
class AdoptionFuzzTest {
    private static final int SEEDS = Integer.getInteger("adoption.seeds", Boolean.getBoolean("exhaustive") ? 100 : 4);
    private static final int FIRST = Integer.getInteger("adoption.first", 0);
    private static final String ENGINES = System.getProperty("adoption.engines", "");

    @TempDir
    private Path folder;

    private static Stream<Engine> engines() {
        return Stream.of(Engine.values())
                .filter(engine ->
                        ENGINES.isEmpty() || List.of(ENGINES.split(",")).contains(engine.name()));
    }

    static Stream<Arguments> single() {
        return engines()
                .flatMap(engine -> HandMadeChanges.on(engine).stream().map(change -> Arguments.of(engine, change)));
    }

    static Stream<Arguments> seeds() {
        return Stream.of(Engine.values())
                .filter(engine ->
                        ENGINES.isEmpty() || List.of(ENGINES.split(",")).contains(engine.name()))
                .flatMap(engine -> IntStream.range(FIRST, FIRST + SEEDS).mapToObj(seed -> Arguments.of(engine, seed)));
    }

    @ParameterizedTest
    @EnumSource
    void tablesLikeTheEntitiesAreAdoptedAsTheyAre(Engine engine) throws Exception {
        assertThat(new AdoptionTrial(engine, List.of(), folder).failure()).isEmpty();
    }

    /** Somebody dropped the history alone. */
    @ParameterizedTest
    @CsvSource({"SQLITE, kuaka_lock", "H2, kuaka_lock", "SQLITE, kuaka_journal", "H2, kuaka_journal"})
    void ownTablesWithoutTheirHistoryAreUsedAgain(Engine engine, String other) throws Exception {
        TestDatabase database = engine.fresh();
        database.execute(new HandMadeTables(engine).statements().toArray(String[]::new));
        new AdoptionRun(database, HandMadeTables.ENTITIES, Map.of(), folder.resolve("first")).adopt(false, false);
        database.execute("drop table kuaka_migrations", "drop table " + other);

        AdoptionRun again = new AdoptionRun(database, HandMadeTables.ENTITIES, Map.of(), folder.resolve("again"));

        assertThat(again.adopt(false, false).isAdoptable()).isTrue();
        assertThat(again.drift()).isEmpty();
        assertThat(again.unknown()).isEmpty();
    }

    /** Whoever drops the history while a migration is interrupted loses what is known of it. */
    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "H2", "MYSQL"})
    void aJournalWithoutItsHistoryIsExplained(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        database.execute(new HandMadeTables(engine).statements().toArray(String[]::new));
        AdoptionRun run = new AdoptionRun(database, HandMadeTables.ENTITIES, Map.of(), folder);
        run.adopt(false, false);
        database.execute(
                "insert into kuaka_journal (app, name, direction, done, begun, fence, checksum, changed)"
                        + " values ('shop', '0002_more', 'forward', 1, 2, 1, 'abc', 0)",
                "drop table kuaka_migrations");

        assertThat(List.<ThrowingCallable>of(run::look, run::drift, () -> run.migrate(Migrate.Options.all())))
                .allSatisfy(command -> assertThatThrownBy(command)
                        .isInstanceOf(LostHistoryException.class)
                        .hasMessageContaining("\"kuaka_journal\" says that shop.0002_more was interrupted")
                        .hasMessageContaining("\"kuaka_migrations\" isn't there")
                        .hasMessageContaining("Restore that table"));
        assertThat(run.query("select name from kuaka_journal")).containsExactly("0002_more");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("single")
    void eachDifferenceIsNamedAndFixed(Engine engine, HandMadeChange change) throws Exception {
        assertThat(new AdoptionTrial(engine, List.of(change), folder).failure()).isEmpty();
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("seeds")
    void severalDifferencesAtOnceAreNamedAndFixed(Engine engine, int seed) throws Exception {
        List<HandMadeChange> changes = AdoptionTrial.choose(engine, new Random(seed));
        assertThat(new AdoptionTrial(engine, changes, folder).failure())
                .as("%s", changes)
                .isEmpty();
    }
}
