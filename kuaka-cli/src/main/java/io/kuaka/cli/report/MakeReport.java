package io.kuaka.cli.report;

import io.kuaka.autodetect.detector.IneffectiveHint;
import io.kuaka.autodetect.question.OpenQuestion;
import io.kuaka.command.MakeMigrations;
import io.kuaka.command.UpdateMigrations;
import io.kuaka.command.project.NewMigration;
import io.kuaka.tooling.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;

/**
 * Prints what {@link MakeMigrations} and {@link UpdateMigrations} make.
 *
 * @param dryRun whether nothing was written, so the files are printed
 */
public record MakeReport(Console console, Workspace workspace, boolean dryRun) {
    public void noChanges(SortedSet<String> apps) {
        console.line("No changes detected" + (apps.isEmpty() ? "" : " in " + Console.quoted(apps)));
    }

    public void openQuestions(List<OpenQuestion> questions) {
        if (!questions.isEmpty()) {
            console.line("The models have changes without a migration. Open questions:");
            questions.forEach(question -> console.line("  " + question.text()));
        }
    }

    public void migrations(List<NewMigration> migrations) {
        String app = "";
        for (NewMigration made : migrations) {
            if (!made.migration().key().app().equals(app)) {
                app = made.migration().key().app();
                console.line("Migrations for '" + app + "':");
            }
            migration(made);
        }
    }

    /** Prints what has to be said about how the entities were read. */
    public void remarks(List<String> remarks) {
        remarks.forEach(remark -> console.line("Note: " + remark));
    }

    public void ineffectiveHints(List<IneffectiveHint> hints) {
        hints.forEach(hint -> console.line("Note: " + hint.describe()));
    }

    private void migration(NewMigration made) {
        console.line("  " + workspace.relative(made.file()));
        made.losses().forEach(each -> {
            console.operation(each.operation());
            each.losses().forEach(loss -> console.line("      ! " + loss.describe()));
        });
        if (dryRun) {
            console.wholeFile("migrations", made);
        }
    }

    public void deleted(List<Path> files) {
        files.forEach(file -> console.line("Deleted " + workspace.relative(file)));
    }
}
