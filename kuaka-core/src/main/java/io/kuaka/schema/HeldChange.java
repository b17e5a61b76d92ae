package io.kuaka.schema;

import io.kuaka.schema.diff.TableChange;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A change of a table that is held back to be made together with later changes of the table.
 *
 * @param referrers other tables, of which only foreign keys have to be created again
 * @param operation the index of the last operation that contributes to it
 * @param context the states before the first of these operations and after the last
 */
public record HeldChange(TableChange change, List<TableChange> referrers, int operation, OperationContext context) {
    public HeldChange {
        referrers = List.copyOf(referrers);
    }

    /** Returns whether a later change of the same table can be made together with this one. */
    boolean joins(TableChange next) {
        return change.after().equals(next.before()) && change.joins(next);
    }

    /** Returns this change and a later one as one. */
    HeldChange then(HeldChange next) {
        OperationContext both = context.between(context.before(), next.context.after());
        Set<TableChange> allReferrers = new LinkedHashSet<>(referrers);
        allReferrers.addAll(next.referrers);
        return new HeldChange(change.then(next.change), List.copyOf(allReferrers), next.operation, both);
    }
}
