package io.kuaka.cli;

import io.kuaka.command.squash.FinishSquash;
import io.kuaka.tooling.Workspace;

/** Prints what {@link FinishSquash} is going to do, and what is to be done afterwards. */
record FinishReport(Console console, Workspace workspace) {
    void prepared(FinishSquash.Prepared prepared) {
        console.line("Will finish " + Console.names(prepared.squashes()) + ":");
        prepared.removed()
                .forEach(key -> console.line(" - " + key.name()
                        + (prepared.retired().contains(key)
                                ? " stays as a class for its code (@Retired), but is no migration any more"
                                : " is removed")));
        prepared.edited().keySet().forEach(file -> console.line(" - " + workspace.relative(file) + " is changed"));
        prepared.toRecord().forEach(key -> console.line(" - the history of this database is to name " + key));
        console.line("Other databases must have run 'kuaka migrate' with the squash before they get this.");
    }

    void finished(String app) {
        console.line(
                "Finished. Compile, look at the changes and commit them. Histories keep the rows of what is removed;");
        console.line("'kuaka migrate " + app + " --prune' takes them out, once no older release runs.");
    }
}
