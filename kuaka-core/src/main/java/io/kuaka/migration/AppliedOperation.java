package io.kuaka.migration;

import io.kuaka.base.Internal;
import io.kuaka.operation.IrreversibleOperationException;
import io.kuaka.operation.Operation;
import io.kuaka.state.ProjectState;

/**
 * An operation of a migration, with the states before and after it.
 *
 * @param index the operation's index in the migration, from 0
 */
@Internal
public record AppliedOperation(
        MigrationKey migration, int index, Operation operation, ProjectState before, ProjectState after) {
    /** Returns the app whose names the operation uses. */
    public String app() {
        return migration.app();
    }

    /** Returns its place for messages, as in {@code catalog.0002_tags, operation 1 (Add field slug to Book)}. */
    public String place() {
        return MigrationNode.placeOf(migration, operation, index);
    }

    /**
     * Returns the operation that reverses it.
     *
     * @throws IrreversibleOperationException with the operation's place, if it is irreversible
     */
    public Operation inverse() {
        try {
            return operation.inverse(app(), before);
        } catch (IrreversibleOperationException e) {
            throw e.at(migration + ", operation " + (index + 1));
        }
    }
}
