package io.kuaka.schema.statement;

import io.kuaka.progress.RowProgress;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How far a {@link Walk} is.
 *
 * @param rows how many rows it has passed
 * @param changed how many of them it has changed
 * @param position the last row that it has passed, as {@link WalkPosition#text}; null before the first one
 * @param goal the row that was the last one when the walk began; null for none
 * @param ranges how many of its ranges are complete, if several workers share it; null otherwise
 */
public record WalkProgress(
        long rows,
        long changed,
        @Nullable String position,
        @Nullable String goal,
        @Nullable Ranges ranges) {
    /** How many ranges of a walk are complete. */
    public record Ranges(long complete, long all) {}

    /** Makes the progress of a walk that one worker makes alone, or of one range. */
    public WalkProgress(long rows, long changed, @Nullable String position, @Nullable String goal) {
        this(rows, changed, position, goal, null);
    }

    /** A walk that hasn't begun. */
    public static final WalkProgress NONE = new WalkProgress(0, 0, null, null);

    /** Returns whether any row was passed. */
    public boolean isBegun() {
        return position != null || rows > 0 || (ranges != null && ranges.complete() > 0);
    }

    /** Reports the last row that was passed. */
    public void report(RowProgress progress) {
        if (position != null) {
            WalkPosition last = WalkPosition.parse(position);
            progress.reached(last.table(), rows, OptionalLong.empty(), "key " + last.words());
        }
    }

    /** Returns the progress in words, as in {@code 12,000 rows, 11,500 of them changed, up to key 12000 of 90000}. */
    public String words() {
        String counts = String.format(Locale.ROOT, "%,d rows, %,d of them changed", rows, changed);
        if (ranges != null) {
            return counts + String.format(Locale.ROOT, ", %d of %d ranges complete", ranges.complete(), ranges.all());
        }
        String last = position == null
                ? ""
                : ", up to key " + WalkPosition.parse(position).words();
        String end = position == null || goal == null
                ? ""
                : " of " + WalkPosition.parse(goal).words();
        return counts + last + end;
    }
}
