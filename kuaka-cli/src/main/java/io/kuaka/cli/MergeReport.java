package io.kuaka.cli;

import io.kuaka.command.MergeMigrations;
import io.kuaka.command.project.NewMigration;
import io.kuaka.graph.Branch;
import io.kuaka.graph.MergeConflict;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Operation;
import java.util.List;

/** Prints what {@link MergeMigrations} finds and makes. */
record MergeReport(Console screen, CliContext surroundings) {
    void conflicts(List<MergeMigrations.Conflict> conflicts) {
        if (conflicts.isEmpty()) {
            screen.line("No conflicts detected to merge.");
        }
        conflicts.forEach(this::conflict);
    }

    private void conflict(MergeMigrations.Conflict conflict) {
        screen.line("Merging " + conflict.app());
        conflict.branches().forEach(this::branch);
        screen.line("");
        if (conflict.clashes().isEmpty()) {
            screen.line("The branches give the same in any order.");
        } else {
            screen.line("The order of the branches may matter, and databases get them in different ones:");
            conflict.clashes().stream().map(MergeConflict::toString).forEach(text -> screen.line("  " + text));
        }
    }

    private void branch(Branch branch) {
        screen.line("  Branch " + branch.leaf().name());
        for (MigrationNode migration : branch.migrations()) {
            for (Operation operation : migration.operations().get()) {
                screen.line("    " + operation.category().sign() + " " + operation.describe());
            }
        }
    }

    void merged(List<NewMigration> merges, boolean writesNothing) {
        for (NewMigration merge : merges) {
            screen.line("");
            screen.line((writesNothing ? "Would create merge migration " : "Created new merge migration ")
                    + surroundings.relative(merge.file()));
            if (writesNothing) {
                screen.wholeFile("merge migration", merge);
            }
        }
    }
}
