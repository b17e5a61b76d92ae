package io.kuaka.cli.report;

import io.kuaka.command.call.Spelling;
import io.kuaka.command.project.NewMigration;
import io.kuaka.migration.MigrationKey;
import io.kuaka.operation.Operation;
import io.kuaka.tooling.Settings;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Prints as much as the verbosity asks for.
 *
 * @param spelling how commands are typed where it is read
 */
public record Console(PrintWriter out, Verbosity verbosity, Spelling spelling) {
    /** Returns whether output of this verbosity is wanted. */
    public boolean prints(Verbosity least) {
        return verbosity.includes(least);
    }

    /** Prints a line, unless the user wants only results and errors. */
    public void line(String text) {
        if (prints(Verbosity.NORMAL)) {
            result(text);
        }
    }

    /** Prints the start of a line. */
    void start(String text) {
        if (prints(Verbosity.NORMAL)) {
            out.print(text);
            out.flush();
        }
    }

    /** Prints a line if the user wants more. */
    void more(String text) {
        if (prints(Verbosity.MORE)) {
            result(text);
        }
    }

    /** Prints the result of the command, whatever the verbosity. */
    public void result(String text) {
        out.println(spelling.in(text));
    }

    /** Prints what isn't a message, but SQL, Java or data, whatever the verbosity. */
    public void verbatim(String text) {
        out.println(text);
    }

    /** Prints which database is configured, and where, if the user wants more. */
    public void database(Settings settings) {
        settings.database()
                .ifPresent(database -> more("Database: " + database.redactedUrl() + " (from "
                        + settings.originOfDatabase().orElse("nowhere") + ")"));
    }

    /** Prints an operation of a migration. */
    void operation(Operation operation) {
        line("    " + operation.category().sign() + " " + operation.describe());
    }

    /** Returns the labels of apps as part of a sentence. */
    public static String quoted(Collection<String> apps) {
        return (apps.size() == 1 ? "app " : "apps ")
                + apps.stream().map(app -> "'" + app + "'").collect(Collectors.joining(", "));
    }

    /** Returns the names of migrations as part of a sentence. */
    static String names(Collection<MigrationKey> keys) {
        return keys.stream().map(MigrationKey::toString).collect(Collectors.joining(", "));
    }

    /** Prints the file of a migration if the user wants everything. */
    void wholeFile(String kind, NewMigration made) {
        if (prints(Verbosity.EVERYTHING)) {
            line("Full " + kind + " file '" + made.file().getFileName() + "':");
            verbatim(made.source());
        }
    }
}
