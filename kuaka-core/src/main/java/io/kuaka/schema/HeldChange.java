package io.kuaka.schema;

import io.kuaka.schema.diff.TableChange;

/**
 * A change of a table that is held back, so that later changes of the table can be made together with it.
 *
 * @param operation the index of the last operation that has a part in it
 * @param context the states before the first of these operations and after the last
 */
public record HeldChange(TableChange change, int operation, OperationContext context) {
    /** Returns whether a later change of the same table can be made together with this one. */
    boolean joins(TableChange next) {
        return change.after().equals(next.before()) && change.joins(next);
    }

    /** Returns this change and a later one as one. */
    HeldChange then(HeldChange next) {
        OperationContext both = context.between(context.before(), next.context.after());
        return new HeldChange(change.then(next.change), next.operation, both);
    }
}
