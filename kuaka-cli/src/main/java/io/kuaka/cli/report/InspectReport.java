package io.kuaka.cli.report;

import io.kuaka.command.inspect.InspectDatabase;
import io.kuaka.entity.EntitySource;
import io.kuaka.tooling.Workspace;
import java.nio.file.Path;
import java.util.List;

/** Prints what {@link InspectDatabase} wrote. */
public record InspectReport(Console console, Workspace workspace) {
    /** Prints the sources, and as comments what no entity has. */
    public void printed(InspectDatabase.Result result) {
        for (EntitySource entity : result.entities()) {
            console.result("// " + entity.path());
            console.verbatim(entity.text());
        }
        result.notes().forEach(note -> console.result("// " + note));
        if (result.entities().isEmpty()) {
            console.result("// The database has no tables.");
        }
    }

    /** Prints which files were written, and what no entity has or can express. */
    public void written(InspectDatabase.Result result, List<Path> files) {
        for (int i = 0; i < files.size(); i++) {
            EntitySource entity = result.entities().get(i);
            console.line(entity.table() + " -> " + workspace.relative(files.get(i)));
            entity.notes().forEach(note -> console.line("    " + note));
        }
        if (!result.notes().isEmpty()) {
            console.line("Without an entity:");
            result.notes().forEach(note -> console.line("    " + note));
        }
        console.line(
                files.isEmpty()
                        ? "The database has no tables."
                        : "Review the entities, compile, and run 'kuaka adopt'.");
    }
}
