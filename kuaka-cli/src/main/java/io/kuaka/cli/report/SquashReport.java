package io.kuaka.cli.report;

import io.kuaka.command.project.NewMigration;
import io.kuaka.command.squash.SquashMigrations;
import io.kuaka.command.squash.SquashPreflight;
import io.kuaka.command.squash.VerifySquash;
import io.kuaka.graph.squash.Squash;
import io.kuaka.tooling.Workspace;
import java.util.List;
import java.util.Locale;

/** Prints the parts of a squash, concerns about it, and what was written. */
public record SquashReport(Console console, Workspace workspace) {
    public void members(String verb, Squash squash) {
        console.line(verb + " the following migrations:");
        squash.members().forEach(key -> console.line(" - " + key.name()));
    }

    public void squash(Squash squash, SquashMigrations.Options options) {
        console.line(options.optimize() ? "Optimizing..." : "(Skipping optimization.)");
        boolean isSplit = squash.parts().size() > 1;
        for (Squash.Part part : squash.parts()) {
            if (isSplit) {
                console.line("  " + part.migration().key().name() + ":");
            }
            part(part, isSplit ? "    " : "  ", options);
        }
        if (isSplit || !squash.unchanged().isEmpty()) {
            console.line("Migrations of other apps must run in between, so this can't become a single migration.");
        }
        if (!squash.unchanged().isEmpty()) {
            console.line("  Not squashed: " + Console.names(squash.unchanged()));
        }
        if (!squash.overtaken().isEmpty()) {
            console.line(
                    "On new databases these run after the whole squash. Check that their SQL and Java still work then:");
            console.line("  " + Console.names(squash.overtaken()));
        }
    }

    private void part(Squash.Part part, String indent, SquashMigrations.Options options) {
        int before = part.operationsBefore();
        int after = part.operationsAfter();
        if (options.optimize()) {
            console.line(indent
                    + (before == after
                            ? "No optimizations possible."
                            : "Optimized from " + before + " operations to " + after + " operations."));
        }
        part.leftOut().forEach(place -> console.line(indent + "Left out (elidable): " + place));
        part.barriers().forEach(place -> console.line(indent + "No operations are joined across " + place));
        if (!part.migration().atomic()) {
            console.line(indent + "Not atomic: it contains operations that can't run in a transaction.");
        }
    }

    public void verified(VerifySquash.Result result) {
        String tables = result.tables() == 1 ? "table" : result.tables() + " tables";
        console.line("  Both ways create the same " + tables + ", on " + result.database() + ".");
    }

    public void wouldCreate(List<NewMigration> files) {
        for (NewMigration made : files) {
            console.line("Would create squashed migration " + workspace.relative(made.file()));
            if (console.prints(Verbosity.EVERYTHING)) {
                console.line(made.source());
            }
        }
    }

    public void created(SquashMigrations.Result result, String app) {
        result.files()
                .forEach(made -> console.line("Created new squashed migration " + workspace.relative(made.file())));
        String these = result.files().size() == 1 ? "this migration" : "these migrations";
        console.line("  Commit " + these + " and leave the old ones in place: new databases use the squash,");
        console.line("  databases that have applied some of the old migrations continue with those. Once the");
        console.line("  history of every database has the squash, remove the old ones with");
        console.line("  'kuaka squashmigrations " + app + " --finish'.");
    }

    public void preflight(SquashPreflight.Result result) {
        int all = result.squash().members().size();
        result.environments().forEach(environment -> console.line(words(environment, all)));
        if (result.concerns().isEmpty()) {
            console.line("No concerns found.");
        } else {
            console.result("Concerns:");
            result.concerns().forEach(concern -> console.result(" - " + concern.describe()));
        }
    }

    private static String words(SquashPreflight.Environment environment, int all) {
        String name = environment.name();
        return name.substring(0, 1).toUpperCase(Locale.ROOT)
                + name.substring(1)
                + switch (environment.progress()) {
                    case NONE -> " has applied none of them and would use the squash.";
                    case ALL -> " has applied all of them; the next migrate would record the squash.";
                    case SOME ->
                        " has applied " + (all - environment.missing().size()) + " of " + all
                                + " and would continue with the old migrations.";
                };
    }
}
