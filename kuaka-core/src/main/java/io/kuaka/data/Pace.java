package io.kuaka.data;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How fast rows are changed batch by batch.
 *
 * @param size the rows of the first batch, and of each one if there is no target
 * @param target how long a batch should take; zero for batches of a fixed size
 * @param pause the rest after each batch
 * @param load what may hold up the next batch; null for nothing
 * @param workers how many workers share the rows
 */
public record Pace(
        int size, Duration target, Duration pause, @Nullable LoadCheck load, int workers) {
    private static final int FIRST = 1000;
    private static final int LEAST = 10;
    private static final int MOST = 100_000;
    private static final Duration TARGET = Duration.ofMillis(200);

    public Pace {
        if (size < 1) {
            throw new IllegalArgumentException("A batch has at least one row, not " + size + ".");
        }
        if (target.isNegative() || pause.isNegative()) {
            throw new IllegalArgumentException("A time can't be negative.");
        }
        if (workers < 1) {
            throw new IllegalArgumentException("A backfill has at least one worker, not " + workers + ".");
        }
    }

    /** Returns the pace of a backfill that isn't told any. */
    public static Pace standard() {
        return new Pace(FIRST, TARGET, Duration.ZERO, null, 1);
    }

    /** Returns this pace with batches of a fixed size. */
    public Pace withSize(int newSize) {
        return new Pace(newSize, Duration.ZERO, pause, load, workers);
    }

    /** Returns this pace with batches that take about this long. */
    public Pace withTarget(Duration newTarget) {
        return new Pace(FIRST, newTarget, pause, load, workers);
    }

    /** Returns this pace with a rest after each batch. */
    public Pace withPause(Duration newPause) {
        return new Pace(size, target, newPause, load, workers);
    }

    /** Returns this pace, held up by {@code newLoad}. */
    public Pace withLoad(LoadCheck newLoad) {
        return new Pace(size, target, pause, newLoad, workers);
    }

    /** Returns this pace for each of several workers. */
    public Pace withWorkers(int newWorkers) {
        return new Pace(size, target, pause, load, newWorkers);
    }

    /** Returns {@code operation} followed by the calls that give it this pace. */
    public JavaSource addTo(JavaSource operation) {
        JavaSource source = operation;
        if (target.isZero()) {
            source = source.call("batchesOf", Literals.of(size));
        } else if (!target.equals(TARGET)) {
            source = source.call("batchesTaking", Literals.of(target));
        }
        source = pause.isZero() ? source : source.call("pausing", Literals.of(pause));
        return workers == 1 ? source : source.call("parallelism", Literals.of(workers));
    }

    /** Returns the size of the batch after one of {@code rows} rows that took {@code time}: at most twice or half as many. */
    int sizeAfter(int rows, Duration time) {
        if (target.isZero()) {
            return size;
        }
        double factor = (double) target.toNanos() / Math.max(1, time.toNanos());
        double next = rows * Math.max(0.5, Math.min(2, factor));
        return (int) Math.max(LEAST, Math.min(MOST, next));
    }
}
