package io.kuaka.autodetect;

import io.kuaka.migration.MigrationKey;
import io.kuaka.operation.Operation;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A migration on its way: not optimized and not named yet.
 *
 * @param key its app, with a name that stands for its place among the drafts of the app
 * @param dependencies drafts and migrations that it comes after
 * @param isInitial whether its app had no model before
 */
record Draft(MigrationKey key, Set<MigrationKey> dependencies, List<Operation> operations, boolean isInitial) {
    static Draft of(String app, int number, Set<MigrationKey> dependencies, List<Proposal> proposals, boolean initial) {
        List<Operation> operations = proposals.stream().map(Proposal::operation).toList();
        return new Draft(new MigrationKey(app, "auto_" + number), new TreeSet<>(dependencies), operations, initial);
    }

    Draft withOperations(List<Operation> newOperations) {
        return new Draft(key, dependencies, newOperations, isInitial);
    }

    Draft withDependencies(Collection<MigrationKey> newDependencies) {
        return new Draft(key, new TreeSet<>(newDependencies), operations, isInitial);
    }
}
