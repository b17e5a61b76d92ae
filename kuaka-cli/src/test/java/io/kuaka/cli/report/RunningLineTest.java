package io.kuaka.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.command.call.Spelling;
import io.kuaka.progress.Progress.OperationStarted;
import io.kuaka.progress.Progress.RowsReached;
import io.kuaka.progress.Progress.StatementsStarted;
import io.kuaka.progress.TableSize;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RunningLineTest {
    private static final String NAME = "shop.0003_scores";
    private static final String BEGIN = "  " + NAME + "...";

    private final StringWriter output = new StringWriter();
    private final Console console = new Console(new PrintWriter(output), Verbosity.NORMAL, Spelling.LAUNCHER);
    private Duration now = Duration.ZERO;

    private RunningLine line(boolean isLive) {
        RunningLine line = new RunningLine(console, isLive, () -> now.toNanos());
        line.start();
        TableSize size = new TableSize("customer", 20_000, OptionalLong.of(3 << 20));
        line.reached(new OperationStarted(NAME, 1, 2, "Run Java", Optional.of(size), Duration.ZERO));
        line.reached(new StatementsStarted(NAME, 2, 2, 3, "-- Java", Duration.ZERO));
        return line;
    }

    private void tick(RunningLine line, int seconds) {
        now = Duration.ofSeconds(seconds);
        line.tick();
    }

    private String printed() {
        return output.toString().replace("\033", "<esc>").replace(System.lineSeparator(), "\n");
    }

    @Test
    void aTerminalShowsTheStatementInPlaceAndErasesIt() {
        RunningLine line = line(true);
        tick(line, 2);
        line.end(BEGIN);

        assertThat(printed())
                .isEqualTo(
                        "<esc>7<esc>[?7l 2 s: Run Java (about 20,000 rows, 3.0 MB), statement 2 of 3<esc>[K<esc>[?7h<esc>8"
                                + "<esc>[K");
    }

    @Test
    void elsewhereALineComesMoreAndMoreRarelyAndTheNameIsRepeated() {
        RunningLine line = line(false);
        for (int second = 0; second <= 45; second++) {
            if (second == 15) {
                line.reached(new RowsReached(
                        NAME, "customer", 5000, OptionalLong.of(20_000), "id 5000", Duration.ofSeconds(15)));
            }
            tick(line, second);
        }
        line.end(BEGIN);

        assertThat(printed()).isEqualTo("""

                    10 s: Run Java (about 20,000 rows, 3.0 MB), statement 2 of 3
                    20 s: Run Java (about 20,000 rows, 3.0 MB), statement 2 of 3, 5,000 of about 20,000 rows of customer, \
                up to id 5000, about 45 s left
                    40 s: Run Java (about 20,000 rows, 3.0 MB), statement 2 of 3, 5,000 of about 20,000 rows of customer, \
                up to id 5000, about 45 s left
                  shop.0003_scores...""");
    }

    @Test
    void whatIsShortShowsNothing() {
        RunningLine line = line(true);
        line.tick();
        line.end(BEGIN);
        tick(line, 100);

        assertThat(printed()).isEmpty();
    }
}
