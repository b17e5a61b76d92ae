package io.kuaka.cli.report;

import io.kuaka.command.ShowMigrations;
import io.kuaka.command.ShowMigrations.Entry;

/** Prints what {@link ShowMigrations} finds. */
public record ShowReport(Console console) {
    /** Prints who is migrating the database, or that a run was interrupted. */
    public void runs(ShowMigrations.Result result) {
        boolean isUnfinished =
                result.order().stream().anyMatch(entry -> entry.status() == ShowMigrations.Status.UNFINISHED);
        if (result.runner().isPresent()) {
            console.line("This database is being migrated by "
                    + result.runner().get().words() + ".");
        } else if (isUnfinished) {
            console.line("A run was interrupted. Run 'kuaka migrate' to resume.");
        }
    }

    /**
     * Prints where the history of the database and the migrations don't agree, and returns whether they do. A database
     * that is ahead of an older release is no disagreement.
     */
    public boolean agreement(ShowMigrations.Result result) {
        result.problems().forEach(console::result);
        result.lead().ifPresent(console::result);
        return result.problems().isEmpty();
    }

    public void apps(ShowMigrations.Result result) {
        result.byApp().forEach((app, entries) -> {
            console.result(app);
            if (entries.isEmpty()) {
                console.result(" (no migrations)");
            }
            entries.forEach(entry -> console.result(" " + box(entry) + " " + title(entry) + remark(entry)));
            result.unknown().stream()
                    .filter(key -> key.app().equals(app))
                    .forEach(key -> console.result(
                            " [?] " + key.name() + " (in the database's history, but not in the project)"));
        });
    }

    public void order(ShowMigrations.Result result) {
        if (result.order().isEmpty()) {
            console.result("(no migrations)");
        }
        result.order().forEach(entry -> console.result(box(entry) + "  " + entry.key() + parents(entry)));
    }

    private String parents(Entry entry) {
        if (entry.parents().isEmpty() || !console.prints(Verbosity.MORE)) {
            return "";
        }
        return " ... (" + Console.names(entry.parents()) + ")";
    }

    private static String box(Entry entry) {
        return switch (entry.status()) {
            case APPLIED -> "[X]";
            case EDITED -> "[!]";
            case REPLACES_APPLIED -> "[-]";
            case UNFINISHED -> "[~]";
            case NOT_APPLIED -> "[ ]";
        };
    }

    private static String title(Entry entry) {
        return entry.key().name() + (entry.replaced() == 0 ? "" : " (" + entry.replaced() + " squashed migrations)");
    }

    private String remark(Entry entry) {
        return switch (entry.status()) {
            case APPLIED ->
                console.prints(Verbosity.MORE)
                        ? entry.appliedAt()
                                .map(time -> " (applied at " + time + ")")
                                .orElse("")
                        : "";
            case EDITED -> " (edited after it was applied)";
            case REPLACES_APPLIED -> " Run 'kuaka migrate' to finish recording.";
            case UNFINISHED ->
                entry.progress().map(progress -> " (" + progress.words() + ")").orElse("");
            case NOT_APPLIED -> "";
        };
    }
}
