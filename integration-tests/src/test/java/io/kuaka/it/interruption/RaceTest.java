package io.kuaka.it.interruption;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.interruption.KilledRun.Moment;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.lease.LeaseTerms;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Processes that start at once on one database: each ends well, and nothing is done twice. In every other round one of them is
 * killed on its way.
 *
 * <p>With {@code -Dexhaustive} there are 16 processes and 20 rounds.
 */
@Tag("slow")
class RaceTest {
    private static final boolean IS_EXHAUSTIVE = Boolean.getBoolean("exhaustive");
    private static final int PROCESSES = IS_EXHAUSTIVE ? 16 : 4;
    private static final int ROUNDS = IS_EXHAUSTIVE ? 20 : 2;
    private static final int ROWS = 500;
    private static final int LAST_CALL_TO_DIE_AT = 100;

    private static Server h2;

    /** A file of H2 belongs to one process, which serves the others. */
    @BeforeAll
    static void startH2() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "h2")), "race");
        h2 = Server.createTcpServer(
                        "-tcpPort",
                        "0",
                        "-ifNotExists",
                        "-baseDir",
                        folder.toAbsolutePath().toString())
                .start();
    }

    @AfterAll
    static void stopH2() {
        h2.stop();
    }

    @ParameterizedTest
    @EnumSource
    void manyRunsAtOnceDoTheWorkOfOne(Engine engine) throws Exception {
        TestDatabase undisturbed = fresh(engine, "undisturbed");
        try (Connection connection = undisturbed.connect()) {
            LongHistory.migrate(LongHistory.of(ROWS), connection, LeaseTerms.standard());
        }
        Outcome expected = Outcome.of(undisturbed);
        Random random = new Random();
        for (int round = 1; round <= ROUNDS; round++) {
            TestDatabase database = fresh(engine, "round" + round);
            boolean oneDies = round % 2 == 0;
            List<Process> processes = new ArrayList<>();
            for (int i = 0; i < PROCESSES; i++) {
                int call = oneDies && i == 0 ? 1 + random.nextInt(LAST_CALL_TO_DIE_AT) : 0;
                processes.add(KilledRun.start(database, ROWS, call, Moment.AFTER));
            }
            for (int i = 0; i < PROCESSES; i++) {
                Process process = processes.get(i);
                String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(process.waitFor())
                        .as("%s, round %s: %s", engine, round, said)
                        .isIn(0, oneDies && i == 0 ? 137 : 0);
            }
            assertThat(expected.differences(Outcome.of(database)))
                    .as("%s, round %s", engine, round)
                    .isEmpty();
        }
        System.out.printf("%s: %d processes, %d rounds, each as one run%n", engine, PROCESSES, ROUNDS);
    }

    private static TestDatabase fresh(Engine engine, String name) {
        return engine == Engine.H2
                ? new TestDatabase(Engine.H2, "jdbc:h2:tcp://localhost:" + h2.getPort() + "/./" + name, "sa", "")
                : engine.fresh();
    }
}
