package io.kuaka.cli.report;

import io.kuaka.progress.Progress;
import java.time.Duration;
import java.util.Objects;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shows what a long migration is doing, behind the line that its start has begun.
 *
 * <p>On a terminal the text is written again and again in the same place, by the control sequences that all of them
 * share since the VT100, and erased at the end. Elsewhere, in a log for instance, it is a line of its own, and the next
 * one takes longer to come.
 */
final class RunningLine {
    private static final String SAVE_CURSOR = "\0337";
    private static final String RESTORE_CURSOR = "\0338";
    private static final String NO_WRAP = "\033[?7l";
    private static final String WRAP = "\033[?7h";
    private static final String ERASE_REST = "\033[K";

    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration FIRST_LIVE = Duration.ofMillis(500);
    private static final Duration FIRST_LINE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PACE = Duration.ofMinutes(5);

    private final Console console;
    private final boolean isLive;
    private final LongSupplier nanos;
    private @Nullable Timer clock;
    private boolean isRunning;
    private boolean hasShown;
    private long start;
    private Duration next = FIRST_LINE;
    private @Nullable Progress operation;
    private @Nullable Progress statements;
    private @Nullable Progress rows;

    /** Makes the line; {@code isLive} says whether the output is a terminal that can erase. */
    RunningLine(Console console, boolean isLive) {
        this(console, isLive, System::nanoTime);
    }

    RunningLine(Console console, boolean isLive, LongSupplier nanos) {
        this.console = console;
        this.isLive = isLive;
        this.nanos = nanos;
    }

    /** A migration has started, and the beginning of its line is printed. */
    synchronized void start() {
        isRunning = true;
        hasShown = false;
        start = nanos.getAsLong();
        next = isLive ? FIRST_LIVE : FIRST_LINE;
        operation = null;
        statements = null;
        rows = null;
    }

    /** Ticks by itself from now on. */
    synchronized void tickByItself() {
        if (clock == null && console.prints(Verbosity.NORMAL)) {
            Timer made = new Timer("kuaka-progress", true);
            made.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            tick();
                        }
                    },
                    TICK.toMillis(),
                    TICK.toMillis());
            clock = made;
        }
    }

    /** Remembers what is to be shown. */
    synchronized void reached(Progress progress) {
        if (progress instanceof Progress.OperationStarted) {
            operation = progress;
        } else if (progress instanceof Progress.StatementsStarted) {
            statements = progress;
            rows = null;
        } else if (progress instanceof Progress.RowsReached) {
            rows = progress;
        }
    }

    /** Shows what is going on, if it is time to. */
    synchronized void tick() {
        Duration elapsed = Duration.ofNanos(nanos.getAsLong() - start);
        if (!isRunning || elapsed.compareTo(next) < 0) {
            return;
        }
        if (isLive) {
            console.start(SAVE_CURSOR + NO_WRAP + " " + text(elapsed) + ERASE_REST + WRAP + RESTORE_CURSOR);
        } else {
            console.line((hasShown ? "" : System.lineSeparator()) + "    " + text(elapsed));
            next = elapsed.plus(elapsed.compareTo(LONGEST_PACE) > 0 ? LONGEST_PACE : elapsed);
        }
        hasShown = true;
    }

    private String text(Duration elapsed) {
        return elapsed.toSeconds() + " s: "
                + Stream.of(operation, statements, rows)
                        .filter(Objects::nonNull)
                        .map(Progress::words)
                        .collect(Collectors.joining(", "));
    }

    /** The migration's line goes on with something else; {@code begin} is what the line begins with. */
    synchronized void end(String begin) {
        if (isRunning && hasShown) {
            console.start(isLive ? ERASE_REST : begin);
        }
        isRunning = false;
    }
}
