package io.kuaka.cli.report;

import io.kuaka.command.AcceptedDrift;
import io.kuaka.command.Drift;
import io.kuaka.command.repair.Repair;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.compare.Severity;
import io.kuaka.migration.MigrationKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prints what {@link Drift} finds. */
public record DriftReport(Console console) {
    /** Prints a result in words. */
    public Drift.Result text(Drift.Result result) {
        if (result.isFound()) {
            console.result("The database differs from its history.");
        } else {
            console.line("The database is as its history says.");
        }
        for (Severity severity : Severity.values()) {
            differences(severity, result);
        }
        if (result.isFound()) {
            console.line("Undo these changes in the database with the SQL, or write a migration with the operations and"
                    + " record it with 'kuaka migrate --fake'.");
        }
        if (!result.accepted().isEmpty()) {
            console.line("Accepted by drift.ignore: " + result.accepted().size() + ".");
            result.accepted().forEach(each -> console.more("  " + each.describe()));
        }
        if (!result.unknown().isEmpty()) {
            console.line("Not in the history:");
            result.unknown().forEach(each -> console.line("  " + each.part().words() + " \"" + each.path() + "\""));
        }
        result.expired()
                .forEach(rule -> console.line("The rule for \"" + rule.path() + "\" in drift.ignore was valid until "
                        + rule.until() + " only: " + rule.reason() + "."));
        result.unused()
                .forEach(rule -> console.line("The rule for \"" + rule.path()
                        + "\" in drift.ignore accepts nothing here. Remove it if no other database needs it."));
        if (!result.unknownMigrations().isEmpty()) {
            console.line("The history has migrations that this project doesn't have, so their changes are listed too: "
                    + Console.names(result.unknownMigrations()) + ".");
        }
        return result;
    }

    private void differences(Severity severity, Drift.Result result) {
        List<SchemaDifference> differences = result.differences().stream()
                .filter(each -> each.severity() == severity)
                .toList();
        if (!differences.isEmpty()) {
            String words = severity.words();
            console.result(Character.toUpperCase(words.charAt(0)) + words.substring(1) + ":");
            differences.forEach(each -> {
                console.result("  " + each.describe());
                Optional.ofNullable(result.repairs().get(each)).ifPresent(new RepairText(console)::print);
            });
        }
    }

    /** Prints a result as one object in one line. */
    public Drift.Result json(Drift.Result result) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put(
                "differences",
                array(result.differences(), each -> json(each, result.repairs().get(each))));
        members.put("accepted", array(result.accepted(), each -> json(each, null)));
        members.put("unknown", array(result.unknown(), each -> json(each, null)));
        members.put("expired", array(result.expired(), (AcceptedDrift rule) -> json(rule)));
        members.put("unused", array(result.unused(), (AcceptedDrift rule) -> json(rule)));
        members.put(
                "unknownMigrations",
                array(result.unknownMigrations(), (MigrationKey key) -> JsonText.text(key.toString())));
        console.verbatim(JsonText.object(members));
        return result;
    }

    private static <T> String array(List<T> elements, Function<T, String> json) {
        return JsonText.array(elements.stream().map(json).toList());
    }

    static String json(SchemaDifference difference, @Nullable Repair repair) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("severity", JsonText.text(difference.severity().words()));
        members.put("part", JsonText.text(difference.part().words()));
        members.put("path", JsonText.text(difference.path()));
        members.put("aspect", JsonText.text(difference.aspect()));
        members.put("expected", JsonText.text(difference.expected()));
        members.put("found", JsonText.text(difference.found()));
        if (repair != null) {
            members.put("repair", RepairText.json(repair));
        }
        return JsonText.object(members);
    }

    private static String json(AcceptedDrift rule) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("path", JsonText.text(rule.path()));
        members.put(
                "until",
                JsonText.text(
                        rule.until().equals(AcceptedDrift.ALWAYS)
                                ? null
                                : rule.until().toString()));
        members.put("reason", JsonText.text(rule.reason()));
        return JsonText.object(members);
    }
}
