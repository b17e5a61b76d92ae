package io.kuaka.cli.report;

import io.kuaka.command.CheckMigrations;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;

/** Prints what a check found, and remembers whether that is an error. */
public final class CheckReport {
    private final Console console;
    private final Consumer<String> errorPrinter;
    private final List<String> errors = new ArrayList<>();

    public CheckReport(Console console, Consumer<String> errorPrinter) {
        this.console = console;
        this.errorPrinter = errorPrinter;
    }

    public void changedModels(SortedSet<String> apps) {
        if (!apps.isEmpty()) {
            error("The models of " + Console.quoted(apps)
                    + " have changes without a migration. Run 'kuaka makemigrations'.");
        }
    }

    /** Prints what is wrong with migrations; what has no way back may be meant so. */
    public void migrations(CheckMigrations.Result result) {
        result.irreversible().forEach(sentence -> console.line("Note: " + sentence));
        result.liveUses().forEach(use -> error(use.describe()));
        if (errors.isEmpty()) {
            console.line("No problems found.");
        }
    }

    private void error(String text) {
        errors.add(text);
        errorPrinter.accept("Error: " + text);
    }

    /** Returns whether nothing is wrong. */
    public boolean isFine() {
        return errors.isEmpty();
    }
}
