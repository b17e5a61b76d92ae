package io.kuaka.command;

import io.kuaka.base.MigrationException;
import io.kuaka.graph.MergeConflict;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when branches of a history can't be applied one after the other, so no merge can help. */
public final class UnmergeableBranchesException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<MergeConflict> clashes;

    UnmergeableBranchesException(MergeMigrations.Conflict conflict, MigrationException cause) {
        super(
                "The branches of app \"" + conflict.app() + "\" can't be applied one after the other: "
                        + conflict.branches().stream()
                                .map(branch -> branch.leaf().name())
                                .collect(Collectors.joining(", "))
                        + ".\n  " + cause.getMessage()
                        + conflict.clashes().stream()
                                .map(clash -> "\n  " + clash)
                                .collect(Collectors.joining())
                        + "\nChange or delete one of these migrations that hasn't been applied anywhere, then merge"
                        + " again.",
                cause);
        this.clashes = conflict.clashes();
    }

    /** Returns the conflicting operations. */
    public List<MergeConflict> clashes() {
        return clashes;
    }
}
