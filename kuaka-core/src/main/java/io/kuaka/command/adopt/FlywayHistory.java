package io.kuaka.command.adopt;

import io.kuaka.schema.Dialect;
import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.table.TableName;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the history of Flyway: a row for each script that was run, whether it succeeded or not. */
final class FlywayHistory {
    private static final Comparator<String> BY_NUMBER = (one, other) -> compare(one.split("\\."), other.split("\\."));

    /** Rows about Flyway's own table and schema, and about scripts that are no longer there. */
    private static final Set<String> NO_SCRIPTS = Set.of("TABLE", "SCHEMA", "DELETE");

    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final Map<String, Run> repeated = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> failed = new HashSet<>();
    private @Nullable String baseline;
    private int applied;

    private FlywayHistory() {}

    static OtherHistory read(Dialect dialect, Connection connection, TableName table, List<FlywayScript> all)
            throws SQLException {
        List<FlywayScript> scripts = of(FlywayScript.Kind.VERSIONED, all);
        List<FlywayScript> repeatable = of(FlywayScript.Kind.REPEATABLE, all);
        FlywayHistory history = new FlywayHistory();
        String name = dialect.grammar().name(table);
        String order = dialect.grammar().identifier("`installed_rank`");
        CatalogQuery.of("select * from " + name + " order by " + order).forEach(connection, history::add);
        Pending pending = history.pending(scripts, repeatable);
        history.problems.addAll(pending.problems());
        return new OtherHistory(
                "Flyway",
                table,
                history.version(),
                history.applied,
                history.problems,
                pending,
                () -> history.keptOf(all, scripts, repeatable));
    }

    private List<KeptScript> keptOf(List<FlywayScript> all, List<FlywayScript> scripts, List<FlywayScript> repeatable) {
        requireNone(of(FlywayScript.Kind.CALLBACK, all));
        List<FlywayScript> kept = new ArrayList<>(kept(scripts));
        kept.addAll(keptRepeatable(repeatable));
        requireWhole(kept);
        return kept.stream()
                .map(each -> new KeptScript(each.path(), each.title(), each.text()))
                .toList();
    }

    private static List<FlywayScript> of(FlywayScript.Kind kind, List<FlywayScript> scripts) {
        return scripts.stream().filter(script -> script.kind() == kind).toList();
    }

    /** What they do isn't part of any script, and no migration of Kuaka would run them. */
    private static void requireNone(List<FlywayScript> callbacks) {
        if (!callbacks.isEmpty()) {
            throw new UnkeepableScriptsException("Flyway runs the callbacks " + paths(callbacks)
                    + " with its migrations, and Kuaka has none. Put what a new database needs of them into a script, and"
                    + " remove them.");
        }
    }

    /** Returns the scripts that are run whenever they change, as they are now, in Flyway's order. */
    private List<FlywayScript> keptRepeatable(List<FlywayScript> scripts) {
        List<String> gone = repeated.values().stream()
                .map(Run::script)
                .filter(script -> scripts.stream().noneMatch(each -> each.isAt(script)))
                .toList();
        if (!gone.isEmpty()) {
            throw new UnkeepableScriptsException("Flyway has run " + String.join(", ", gone)
                    + ", which db/migration doesn't have as SQL. What it made would be missing in new databases.");
        }
        return scripts.stream()
                .sorted(Comparator.comparing(script -> script.title().replace('_', ' ')))
                .toList();
    }

    /** A script counts once it has run; what came before a baseline is in it. */
    private List<FlywayScript> kept(List<FlywayScript> scripts) {
        if (scripts.isEmpty()) {
            throw new UnkeepableScriptsException("there are no SQL scripts in db/migration on the class path.");
        }
        String start = baseline;
        if (start != null && scripts.stream().noneMatch(each -> BY_NUMBER.compare(each.version(), start) <= 0)) {
            throw new UnkeepableScriptsException("Flyway's history begins with the baseline " + start
                    + ", and no script in db/migration makes what was there before.");
        }
        SortedMap<String, List<FlywayScript>> all = new TreeMap<>(BY_NUMBER);
        scripts.forEach(each ->
                all.computeIfAbsent(each.version(), any -> new ArrayList<>()).add(each));
        List<String> missing = runs.entrySet().stream()
                .filter(run -> !run.getKey().equals(start) && !all.containsKey(run.getKey()))
                .map(run -> run.getKey() + run.getValue().inParentheses())
                .toList();
        if (!missing.isEmpty()) {
            throw new UnkeepableScriptsException("Flyway has run versions that aren't SQL scripts in db/migration: "
                    + String.join(", ", missing) + ". Copy SQL scripts of other places below db/migration.");
        }
        List<FlywayScript> ordered = new ArrayList<>();
        all.forEach((version, candidates) -> ordered.add(run(runs.get(version), candidates)));
        return ordered;
    }

    /** Returns the one of several scripts of a version that was run, as it was then. */
    private static FlywayScript run(@Nullable Run run, List<FlywayScript> candidates) {
        if (run == null || run.type().equals("BASELINE")) {
            return single(candidates);
        }
        List<FlywayScript> there =
                candidates.stream().filter(each -> each.isAt(run.script())).toList();
        if (there.isEmpty()) {
            throw new UnkeepableScriptsException("Flyway has run " + run.script() + ", and db/migration has "
                    + paths(candidates) + " of this version instead.");
        }
        Integer checksum = run.checksum();
        if (checksum == null) {
            return single(there);
        }
        int wanted = checksum;
        return there.stream()
                .filter(each -> each.checksum() == wanted)
                .findFirst()
                .orElseThrow(() -> new UnkeepableScriptsException(paths(there)
                        + " has been changed since Flyway ran it. Restore it, or let 'flyway repair' accept"
                        + " the change if the tables are those of the changed script."));
    }

    private static FlywayScript single(List<FlywayScript> candidates) {
        if (candidates.size() > 1) {
            throw new UnkeepableScriptsException(
                    "db/migration has several scripts of one version, and the history doesn't say which one has run: "
                            + paths(candidates) + ".");
        }
        return candidates.get(0);
    }

    private static void requireWhole(List<FlywayScript> scripts) {
        List<FlywayScript> filled =
                scripts.stream().filter(each -> each.text().contains("${")).toList();
        if (!filled.isEmpty()) {
            throw new UnkeepableScriptsException(
                    "Flyway fills placeholders in " + paths(filled) + ", and Kuaka doesn't.");
        }
        List<FlywayScript> outside =
                scripts.stream().filter(FlywayScript::isOutsideTransaction).toList();
        if (!outside.isEmpty()) {
            throw new UnkeepableScriptsException(
                    "settings beside " + paths(outside) + " say that it can't run in a transaction.");
        }
    }

    private static String paths(List<FlywayScript> scripts) {
        return scripts.stream().map(FlywayScript::path).collect(Collectors.joining(", "));
    }

    private void add(ResultSet row) throws SQLException {
        String version = row.getString("version");
        String script = row.getString("script");
        String type = String.valueOf(row.getString("type"));
        if (!row.getBoolean("success")) {
            problems.add("Flyway's script " + script + " failed. Repair it with Flyway first.");
            if (version != null) {
                failed.add(FlywayScript.plain(version));
            }
            return;
        }
        if (type.startsWith("UNDO")) {
            undo(version);
            return;
        }
        if (NO_SCRIPTS.contains(type)) {
            repeated.remove(String.valueOf(script));
            return;
        }
        applied++;
        int checksum = row.getInt("checksum");
        Run run = new Run(String.valueOf(version), String.valueOf(script), row.wasNull() ? null : checksum, type);
        if (version == null) {
            repeated.put(run.script(), run);
            return;
        }
        String plain = FlywayScript.plain(version);
        runs.remove(plain);
        runs.put(plain, run);
        if (type.equals("BASELINE")) {
            baseline = plain;
        }
    }

    private void undo(@Nullable String version) {
        if (version != null && runs.remove(FlywayScript.plain(version)) != null) {
            applied--;
        }
    }

    /** Returns the highest version, which isn't the last one where scripts were run out of order. */
    private @Nullable String version() {
        return runs.entrySet().stream()
                .max(Map.Entry.comparingByKey(BY_NUMBER))
                .map(entry -> entry.getValue().version())
                .orElse(null);
    }

    /** What comes before a baseline is in it. */
    private Pending pending(List<FlywayScript> scripts, List<FlywayScript> repeatable) {
        if (scripts.isEmpty()) {
            return Pending.unknown(
                    "Scripts of Flyway that are pending weren't looked for, because the project's classes"
                            + " have no versioned SQL scripts in db/migration. Run 'flyway info', and adopt when nothing is"
                            + " pending.");
        }
        Stream<FlywayScript> open = scripts.stream()
                .filter(script -> !runs.containsKey(script.version()) && !failed.contains(script.version()));
        String start = baseline;
        Stream<FlywayScript> later =
                open.filter(script -> start == null || BY_NUMBER.compare(script.version(), start) > 0);
        String pending = Stream.concat(later, repeatable.stream().filter(this::isPending))
                .map(script -> String.valueOf(script.file().getFileName()))
                .collect(Collectors.joining(", "));
        return pending.isEmpty()
                ? Pending.none("no script in db/migration is pending")
                : Pending.refused("Flyway has pending scripts: " + pending + ". Migrate with Flyway first.");
    }

    /** Flyway's number of a script with placeholders is that of the filled one, which nobody knows here. */
    private boolean isPending(FlywayScript script) {
        for (Run run : repeated.values()) {
            if (script.isAt(run.script())) {
                Integer checksum = run.checksum();
                return checksum != null && !script.text().contains("${") && checksum != script.checksum();
            }
        }
        return true;
    }

    private static int compare(String[] version, String[] other) {
        for (int i = 0; i < Math.max(version.length, other.length); i++) {
            int compared = part(version, i).compareTo(part(other, i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private static BigInteger part(String[] version, int i) {
        return i < version.length && !version[i].isEmpty() ? new BigInteger(version[i]) : BigInteger.ZERO;
    }

    /**
     * A version that was run.
     *
     * @param version as the history has it; "null" for a script that is run whenever it has changed
     * @param script where the script was, below the place of scripts
     * @param checksum of the script; null for what is none
     */
    private record Run(
            String version, String script, @Nullable Integer checksum, String type) {
        private String inParentheses() {
            return type.equals("SQL") ? "" : " (" + type + " " + script + ")";
        }
    }
}
