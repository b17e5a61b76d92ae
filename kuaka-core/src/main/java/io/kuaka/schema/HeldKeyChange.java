package io.kuaka.schema;

import io.kuaka.schema.diff.TableChange;
import io.kuaka.schema.table.Renaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a primary key that waits for the next operation, which may change the key again.
 *
 * @param operation the place of the last operation whose change it is
 * @param step the states before the first of these operations and after the last
 */
record HeldKeyChange(TableChange change, int operation, OperationContext step) {
    /** Returns what waits of an operation's changes: that of one table with another key, else null. */
    static @Nullable HeldKeyChange of(List<TableChange> changes, int operation, OperationContext step) {
        return changes.size() == 1 && changesKey(changes.get(0))
                ? new HeldKeyChange(changes.get(0), operation, step)
                : null;
    }

    private static boolean changesKey(TableChange change) {
        List<String> before = change.before().primaryKey();
        return !Renaming.rename(before, change.renamedColumns())
                .equals(change.after().primaryKey());
    }

    /** Returns whether this and a later change can be made as one. */
    boolean joins(HeldKeyChange next) {
        return change.after().equals(next.change.before()) && change.joins(next.change);
    }

    /** Returns this change and a later one as one. */
    HeldKeyChange then(HeldKeyChange next) {
        OperationContext both = step.between(step.before(), next.step.after());
        return new HeldKeyChange(change.then(next.change), next.operation, both);
    }
}
