package io.kuaka.cli.report;

import io.kuaka.command.MergeMigrations;
import io.kuaka.command.project.NewMigration;
import io.kuaka.graph.Branch;
import io.kuaka.graph.MergeConflict;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Operation;
import io.kuaka.tooling.Workspace;
import java.util.List;

/** Prints what {@link MergeMigrations} finds and makes. */
public record MergeReport(Console console, Workspace workspace) {
    public void conflicts(List<MergeMigrations.Conflict> conflicts) {
        if (conflicts.isEmpty()) {
            console.line("No conflicts detected to merge.");
        }
        conflicts.forEach(this::conflict);
    }

    private void conflict(MergeMigrations.Conflict conflict) {
        console.line("Merging " + conflict.app());
        conflict.branches().forEach(this::branch);
        console.line("");
        if (conflict.clashes().isEmpty()) {
            console.line("The branches give the same result in any order.");
        } else {
            console.line("The order of the branches may matter, and databases may apply them in different orders:");
            conflict.clashes().stream().map(MergeConflict::toString).forEach(text -> console.line("  " + text));
        }
    }

    private void branch(Branch branch) {
        console.line("  Branch " + branch.leaf().name());
        for (MigrationNode migration : branch.migrations()) {
            for (Operation operation : migration.operations().get()) {
                console.operation(operation);
            }
        }
    }

    public void merged(List<NewMigration> merges, boolean writesNothing) {
        for (NewMigration merge : merges) {
            console.line("");
            console.line((writesNothing ? "Would create merge migration " : "Created new merge migration ")
                    + workspace.relative(merge.file()));
            if (writesNothing) {
                console.wholeFile("merge migration", merge);
            }
        }
    }
}
