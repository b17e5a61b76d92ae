package io.kuaka.recorder;

import io.kuaka.migration.MigrationKey;
import io.kuaka.schema.statement.WalkProgress;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A part of a walk that several workers share.
 *
 * @param statement the statement of the migration that is walked, from 0
 * @param number its place among the ranges of the statement, from 1
 * @param progress how far it is; at first, the position is the row before its first one. The goal is its last row; null
 *     for the range that has no end
 * @param isComplete whether no rows are left
 * @param owner the worker that has claimed it; empty while none has
 * @param fence the fence of the run for which it was claimed
 * @param beat a number that grows with each batch and each claim
 */
public record WalkRange(
        MigrationKey migration,
        int statement,
        int number,
        WalkProgress progress,
        boolean isComplete,
        String owner,
        long fence,
        long beat) {
    /** Returns a range that nobody has claimed. */
    public static WalkRange free(MigrationKey migration, int statement, int number, WalkProgress progress) {
        return new WalkRange(migration, statement, number, progress, false, "", 0, 0);
    }

    /** Returns how far a walk is whose ranges began after {@code start}. */
    public static WalkProgress sum(WalkProgress start, List<WalkRange> ranges) {
        return ranges.isEmpty()
                ? start
                : new WalkProgress(
                        start.rows() + sum(ranges, WalkProgress::rows),
                        start.changed() + sum(ranges, WalkProgress::changed),
                        null,
                        null,
                        new WalkProgress.Ranges(
                                ranges.stream().filter(WalkRange::isComplete).count(), ranges.size()));
    }

    private static long sum(List<WalkRange> ranges, ToLongFunction<WalkProgress> count) {
        return ranges.stream().map(WalkRange::progress).mapToLong(count).sum();
    }

    /** Returns this range as a worker has it after it has claimed it. */
    public WalkRange claimed(String newOwner, long newFence) {
        return new WalkRange(migration, statement, number, progress, isComplete, newOwner, newFence, beat + 1);
    }

    /** Returns this range after its worker has begun a batch. */
    public WalkRange held() {
        return new WalkRange(migration, statement, number, progress, isComplete, owner, fence, beat + 1);
    }

    /** Returns this range after a batch. */
    public WalkRange reached(WalkProgress newProgress, boolean isLast) {
        return new WalkRange(migration, statement, number, newProgress, isLast, owner, fence, beat);
    }

    /** Returns whether a worker of the run with this fence may claim it, without having seen that its owner is gone. */
    public boolean isFree(long currentFence) {
        return !isComplete && (owner.isEmpty() || fence != currentFence);
    }
}
