package io.kuaka.cli;

import io.kuaka.command.project.NewMigration;
import io.kuaka.command.squash.SquashMigrations;
import io.kuaka.command.squash.SquashPreflight;
import io.kuaka.command.squash.VerifySquash;
import io.kuaka.graph.squash.Squash;
import io.kuaka.tooling.Workspace;
import java.util.List;
import java.util.Locale;

/** Prints what a squash is made of, what speaks against it, and what was written. */
record SquashReport(Console console, Workspace workspace) {
    void members(String verb, Squash squash) {
        console.line(verb + " the following migrations:");
        squash.members().forEach(key -> console.line(" - " + key.name()));
    }

    void squash(Squash squash, SquashMigrations.Options options) {
        console.line(options.optimize() ? "Optimizing..." : "(Skipping optimization.)");
        boolean isSplit = squash.parts().size() > 1;
        for (Squash.Part part : squash.parts()) {
            if (isSplit) {
                console.line("  " + part.migration().key().name() + ":");
            }
            part(part, isSplit ? "    " : "  ", options);
        }
        if (isSplit || !squash.unchanged().isEmpty()) {
            console.line("Migrations of other apps have to run in between, so not all of it can be one migration.");
        }
        if (!squash.unchanged().isEmpty()) {
            console.line("  Left as they are: " + Console.names(squash.unchanged()));
        }
        if (!squash.overtaken().isEmpty()) {
            console.line(
                    "New databases get these after all of it, so look whether their SQL and Java still work then:");
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
        part.leftOut().forEach(place -> console.line(indent + "Left out, being elidable: " + place));
        part.barriers().forEach(place -> console.line(indent + "Nothing is joined across " + place));
        if (!part.migration().atomic()) {
            console.line(indent + "Isn't one transaction, since a part of it must not be.");
        }
    }

    void verified(VerifySquash.Result result) {
        String tables = result.tables() + (result.tables() == 1 ? " table" : " tables");
        console.line("  The same " + tables + " both ways, on " + result.database() + ".");
    }

    void wouldCreate(List<NewMigration> files) {
        for (NewMigration made : files) {
            console.line("Would create squashed migration " + workspace.relative(made.file()));
            if (console.prints(Verbosity.EVERYTHING)) {
                console.line(made.source());
            }
        }
    }

    void created(SquashMigrations.Result result, String app) {
        result.files()
                .forEach(made -> console.line("Created new squashed migration " + workspace.relative(made.file())));
        console.line("  Commit this migration and leave the old ones in place: databases that have some of them go on");
        console.line("  with them, new databases use the new one. Once every database has it in its history, remove");
        console.line("  the old ones with 'kuaka squashmigrations --finish " + app + "'.");
    }

    void preflight(SquashPreflight.Result result) {
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
                    case NONE -> " has none of them: it would use the squash.";
                    case ALL -> " has all of them: the next migrate would record the squash.";
                    case SOME ->
                        " has " + (all - environment.missing().size()) + " of the " + all
                                + ": it would go on with the old ones.";
                };
    }
}
