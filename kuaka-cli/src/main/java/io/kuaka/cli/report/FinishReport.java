package io.kuaka.cli.report;

import io.kuaka.command.squash.FinishSquash;
import io.kuaka.tooling.Workspace;

/** Prints what {@link FinishSquash} is going to do, and what to do afterwards. */
public record FinishReport(Console console, Workspace workspace) {
    public void prepared(FinishSquash.Prepared prepared) {
        console.line("Will finish " + Console.names(prepared.squashes()) + ":");
        prepared.removed()
                .forEach(key -> console.line(" - " + key.name()
                        + (prepared.retired().contains(key)
                                ? " becomes @Retired: its code stays, but it is no longer a migration"
                                : " will be deleted")));
        prepared.edited().keySet().forEach(file -> console.line(" - " + workspace.relative(file) + " will be edited"));
        prepared.toRecord().forEach(key -> console.line(" - the history of this database will record " + key));
        console.line("Other databases must have run 'kuaka migrate' with the squash before they get this change.");
    }

    public void finished(String app) {
        console.line("Finished. Compile, review and commit the changes. The histories keep the rows of the removed"
                + " migrations;");
        console.line("delete them with 'kuaka migrate " + app + " --prune' once no older release runs.");
    }
}
