package io.kuaka.cli.report;

import io.kuaka.command.AcceptedDrift;
import io.kuaka.command.adopt.Adopt;
import io.kuaka.command.adopt.AdoptedDatabase;
import io.kuaka.command.adopt.Explanation;
import io.kuaka.command.adopt.OtherHistory;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.compare.Severity;
import io.kuaka.tooling.Workspace;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints what {@link Adopt} finds and does. */
public record AdoptReport(Console console, Workspace workspace) {
    /** Prints how large what is about to be compared is. */
    public void tables(Adopt.Look look) {
        tables("Tables", look.tables());
    }

    private void tables(String what, List<AdoptedDatabase.AdoptedTable> tables) {
        if (!tables.isEmpty()) {
            console.line(what + " (rows by the statistics of the database):");
            tables.forEach(table -> console.line("  " + table.name() + ": " + rows(table)));
        }
    }

    /** Prints what was found in the database. */
    public void found(Adopt.Options options, AdoptedDatabase database) {
        Set<String> renamed = database.differences().stream()
                .filter(SchemaDifference::isRenamedTable)
                .map(SchemaDifference::found)
                .collect(Collectors.toSet());
        tables(
                "Tables under other names",
                database.tables().stream()
                        .filter(table -> renamed.contains(table.name()))
                        .toList());
        for (OtherHistory history : database.histories()) {
            console.line(history.describe());
            history.warnings().forEach(each -> console.result("Warning: " + each));
        }
        if (!database.names().isEmpty()) {
            console.line("Names that stay as the database has them: "
                    + database.names().size() + ".");
            database.names().forEach(each -> console.more("  " + each.describe()));
        }
        if (database.differences().isEmpty() && database.untold().isEmpty()) {
            console.line((database.leftovers().isEmpty() ? "The tables" : "But for what only they have, the tables")
                    + " are as the entities say.");
        } else {
            console.result("The tables differ from the entities.");
            for (Severity severity : Severity.values()) {
                differences(severity, database);
            }
        }
        if (!database.untold().isEmpty()) {
            console.result("The entities don't say these. " + waysWithUntold(options) + ":");
            database.untold().forEach(each -> console.result("  " + each.describe()));
        }
        if (!database.unknown().isEmpty()) {
            console.line("Without an entity, and left alone:");
            database.unknown().forEach(each -> console.line("  " + each.part().words() + " \"" + each.path() + "\""));
        }
    }

    private static String rows(AdoptedDatabase.AdoptedTable table) {
        return table.rows().isPresent() ? "about " + table.rows().getAsLong() : "not counted";
    }

    private void differences(Severity severity, AdoptedDatabase database) {
        List<SchemaDifference> differences = database.differences().stream()
                .filter(each -> each.severity() == severity)
                .toList();
        if (!differences.isEmpty()) {
            String words = severity.words();
            console.result(Character.toUpperCase(words.charAt(0)) + words.substring(1) + ":");
            for (SchemaDifference each : differences) {
                console.result("  " + each.describe());
                String why = Explanation.of(
                        each, database.differences(), database.histories().isEmpty());
                if (!why.isEmpty()) {
                    console.line("    " + why);
                }
            }
        }
    }

    /** Prints what was done, or what can be. */
    public void done(Adopt.Prepared prepared) {
        if (!prepared.isAdoptable()) {
            console.line("Nothing was written. " + ways(prepared.options()));
            return;
        }
        boolean isDryRun = prepared.options().dryRun();
        new MakeReport(console, workspace, isDryRun).migrations(prepared.migrations());
        leftovers(prepared.database().leftovers());
        String names = Console.names(
                prepared.initial().stream().map(each -> each.migration().key()).toList());
        console.line((isDryRun ? "Would record as adopted: " : "Recorded as adopted: ") + names + ".");
        if (!prepared.database().redefinitions().isEmpty()) {
            console.line(
                    "The other migrations create anew what the entities don't say. Until they have run, 'kuaka drift'"
                            + " lists it.");
        }
        if (!prepared.fixes().isEmpty()) {
            console.line("Review the other migrations, compile, and run 'kuaka migrate'.");
        }
    }

    private static String waysWithUntold(Adopt.Options options) {
        String fix = options.fix() ? "" : "create rules, indexes and references anew with --fix";
        String keep = options.keep() ? "" : "leave alone with --keep what only the database has";
        return Stream.of("Fix them in the database first", fix, keep)
                .filter(way -> !way.isEmpty())
                .collect(Collectors.joining(", or "));
    }

    private static String ways(Adopt.Options options) {
        String keep = options.keep() ? "" : "with --keep to leave alone what only the database has";
        String fix = options.fix() ? "" : "with --fix for a second migration that brings the database to the entities";
        String again = String.join(
                ", or ", Stream.of(fix, keep).filter(way -> !way.isEmpty()).toList());
        return again.isEmpty()
                ? "Change the database or the entities, and run again."
                : "Run again " + again + "; or change the entities.";
    }

    private void leftovers(List<SchemaDifference> leftovers) {
        if (!leftovers.isEmpty()) {
            console.line("Only the database has these. So that 'kuaka drift' doesn't list them, add to"
                    + " kuaka.properties:");
            console.line("drift.ignore = "
                    + String.join(
                            "; ",
                            leftovers.stream()
                                    .map(each ->
                                            AcceptedDrift.pathOf(each) + " always because it was there at the adoption")
                                    .distinct()
                                    .toList()));
        }
    }
}
