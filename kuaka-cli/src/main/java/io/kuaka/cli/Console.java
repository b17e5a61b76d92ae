package io.kuaka.cli;

import io.kuaka.command.project.NewMigration;
import java.io.PrintWriter;

/** Prints as much as was asked for. */
record Console(PrintWriter out, int verbosity) {
    /** Prints a line unless silence was asked for. */
    void line(String text) {
        if (verbosity >= Options.NORMAL) {
            out.println(text);
        }
    }

    /** Prints the start of a line. */
    void start(String text) {
        if (verbosity >= Options.NORMAL) {
            out.print(text);
            out.flush();
        }
    }

    /** Prints a line for those who want more. */
    void more(String text) {
        if (verbosity >= Options.MORE) {
            out.println(text);
        }
    }

    /** Prints what was asked for as the result of the command, whatever the verbosity. */
    void result(String text) {
        out.println(text);
    }

    /** Prints the file of a migration for those who want everything. */
    void wholeFile(String kind, NewMigration made) {
        if (verbosity >= Options.EVERYTHING) {
            line("Full " + kind + " file '" + made.file().getFileName() + "':");
            line(made.source());
        }
    }
}
