package io.kuaka.progress;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A point that a run has reached.
 *
 * <p>The points come in order: the plan; for each migration its start, its operations, their statements with the rows of
 * Java code, and its end. Numbers count from 1. A run that was interrupted begins with the statement where it resumes.
 */
public sealed interface Progress {
    /** Returns the time since what it is about began: the run, the migration, or the statement. */
    Duration elapsed();

    /** Returns it as part of a sentence. */
    String words();

    /**
     * The plan is made, and so are all its statements; none has run.
     *
     * @param migrations their names, as in {@code catalog.0001_initial}, in order
     * @param statements how many statements they have
     */
    record PlanMade(List<String> migrations, int statements, Duration elapsed) implements Progress {
        public PlanMade {
            migrations = List.copyOf(migrations);
        }

        @Override
        public String words() {
            return counted(migrations.size(), "migration") + ", " + counted(statements, "statement");
        }
    }

    /**
     * A migration starts.
     *
     * @param number its place in the plan
     * @param of how many the plan has
     * @param elapsed the time since the run began
     */
    record MigrationStarted(String migration, int number, int of, Duration elapsed) implements Progress {
        @Override
        public String words() {
            return "migration " + number + " of " + of;
        }
    }

    /**
     * A migration has ended.
     *
     * @param elapsed the time since the migration began
     */
    record MigrationEnded(String migration, Outcome outcome, Duration elapsed) implements Progress {
        /** How a migration ended. */
        public enum Outcome {
            APPLIED,
            REVERSED,
            /** It was only recorded. */
            FAKED,
            FAILED
        }

        @Override
        public String words() {
            return outcome.name().toLowerCase(Locale.ROOT) + " after " + Durations.words(elapsed);
        }
    }

    /**
     * The first statement of an operation is about to run. Operations without statements are left out.
     *
     * @param description the operation in words, as in {@code Add field isbn to Book}
     * @param table the size of its table, if that was there at the beginning of the run and the database knows it
     * @param elapsed the time since the migration began
     */
    record OperationStarted(
            String migration, int number, int of, String description, Optional<TableSize> table, Duration elapsed)
            implements Progress {
        @Override
        public String words() {
            return description + table.map(size -> " (" + size.words() + ")").orElse("");
        }
    }

    /**
     * Statements are about to run: one, or several that are one round trip.
     *
     * @param first the place of the first one in its migration
     * @param last the place of the last one, often the same
     * @param of how many statements the migration has
     * @param text their SQL, or what stands for Java code
     * @param elapsed the time since the migration began
     */
    record StatementsStarted(String migration, int first, int last, int of, String text, Duration elapsed)
            implements Progress {
        @Override
        public String words() {
            return place(first, last, of);
        }
    }

    /**
     * Statements have completed; those of a transaction count only once their migration has ended.
     *
     * @param first the place of the first one in its migration
     * @param last the place of the last one, often the same
     * @param of how many statements the migration has
     * @param elapsed the time that they took
     */
    record StatementsEnded(String migration, int first, int last, int of, Duration elapsed) implements Progress {
        @Override
        public String words() {
            return place(first, last, of) + " completed after " + Durations.words(elapsed);
        }
    }

    /**
     * Java code has worked on rows.
     *
     * @param done how many rows are done
     * @param all about how many there are; empty if that is unknown
     * @param position the last of them, as in {@code id 4711}; empty if the rows have no order
     * @param elapsed the time since the code began
     */
    record RowsReached(String migration, String table, long done, OptionalLong all, String position, Duration elapsed)
            implements Progress {
        /** Returns about how long the remaining rows will take, if their number is known. */
        public Optional<Duration> remaining() {
            if (all.isEmpty() || done == 0) {
                return Optional.empty();
            }
            double rest = Math.max(0, all.getAsLong() - done) / (double) done;
            return Optional.of(Duration.ofMillis(Math.round(elapsed.toMillis() * rest)));
        }

        @Override
        public String words() {
            String count = all.isPresent()
                    ? String.format(Locale.ROOT, "%,d of about %,d rows of ", done, Math.max(done, all.getAsLong()))
                    : String.format(Locale.ROOT, "%,d rows of ", done);
            return count
                    + table
                    + (position.isEmpty() ? "" : ", up to " + position)
                    + remaining()
                            .map(rest -> ", about " + Durations.words(rest) + " left")
                            .orElse("");
        }
    }

    private static String counted(int count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    private static String place(int first, int last, int of) {
        return first == last ? "statement " + first + " of " + of : "statements " + first + " to " + last + " of " + of;
    }
}
