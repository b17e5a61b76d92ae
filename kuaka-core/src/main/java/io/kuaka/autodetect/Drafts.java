package io.kuaka.autodetect;

import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Operation;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Changes migrations that are on their way. */
final class Drafts {
    private Drafts() {}

    static MigrationNode withOperations(MigrationNode draft, List<Operation> operations) {
        return new MigrationNode(
                draft.key(),
                draft.dependencies(),
                draft.runBefore(),
                draft.replaces(),
                draft.initial(),
                draft.atomic(),
                () -> operations);
    }

    static MigrationNode withDependencies(MigrationNode draft, Collection<MigrationKey> dependencies) {
        return withKey(draft, draft.key(), dependencies);
    }

    static MigrationNode withKey(MigrationNode draft, MigrationKey key, Collection<MigrationKey> dependencies) {
        return new MigrationNode(
                key,
                List.copyOf(new TreeSet<>(dependencies)),
                draft.runBefore(),
                draft.replaces(),
                draft.initial(),
                draft.atomic(),
                draft.operations());
    }
}
