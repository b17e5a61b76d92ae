package io.kuaka.command.adopt;

import io.kuaka.schema.Dialect;
import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.table.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the history of Flyway: a row for each script that was run, whether it succeeded or not. */
final class FlywayHistory {
    private static final Comparator<String> BY_NUMBER = (one, other) -> compare(one.split("\\."), other.split("\\."));

    private final Set<String> versions = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();
    private @Nullable String baseline;
    private @Nullable String last;
    private int applied;

    private FlywayHistory() {}

    static OtherHistory read(Dialect dialect, Connection connection, TableName table, List<FlywayScript> scripts)
            throws SQLException {
        FlywayHistory history = new FlywayHistory();
        String name = dialect.grammar().name(table);
        String order = dialect.grammar().identifier("`installed_rank`");
        CatalogQuery.of("select * from " + name + " order by " + order).forEach(connection, history::add);
        history.addPending(scripts);
        return new OtherHistory(
                "Flyway", table, history.last, history.applied, history.problems, () -> history.kept(scripts));
    }

    /** A script counts once it has run; what came before a baseline is in it. */
    private List<KeptScript> kept(List<FlywayScript> scripts) {
        List<FlywayScript> ordered = scripts.stream()
                .sorted((one, other) -> BY_NUMBER.compare(one.version(), other.version()))
                .toList();
        Set<String> found = ordered.stream().map(FlywayScript::version).collect(Collectors.toSet());
        Set<String> missing = new LinkedHashSet<>(versions);
        missing.removeAll(found);
        if (baseline != null && ordered.stream().noneMatch(each -> BY_NUMBER.compare(each.version(), baseline) <= 0)) {
            throw new UnkeepableScriptsException("Flyway's history begins with the baseline " + baseline
                    + ", and no script in db/migration makes what was there before.");
        }
        missing.remove(baseline);
        if (!missing.isEmpty() || ordered.isEmpty()) {
            throw new UnkeepableScriptsException("Flyway has run versions that aren't SQL scripts in db/migration: "
                    + String.join(", ", missing) + ".");
        }
        List<String> filled = ordered.stream()
                .filter(each -> each.text().contains("${"))
                .map(each -> String.valueOf(each.file().getFileName()))
                .toList();
        if (!filled.isEmpty()) {
            throw new UnkeepableScriptsException(
                    "Flyway fills placeholders in " + String.join(", ", filled) + ", and Kuaka doesn't.");
        }
        return ordered.stream()
                .map(each -> new KeptScript(each.title(), each.text()))
                .toList();
    }

    private void add(ResultSet row) throws SQLException {
        String version = row.getString("version");
        String script = row.getString("script");
        String type = String.valueOf(row.getString("type"));
        if (!row.getBoolean("success")) {
            problems.add("Flyway's script " + script + " failed. Repair it with Flyway first.");
            return;
        }
        applied++;
        if (version == null || type.startsWith("UNDO") || type.equals("DELETE")) {
            return;
        }
        String plain = FlywayScript.plain(version);
        versions.add(plain);
        last = version;
        if (type.equals("BASELINE")) {
            baseline = plain;
        }
    }

    /** What comes before a baseline is in it. */
    private void addPending(List<FlywayScript> scripts) {
        Stream<FlywayScript> open = scripts.stream().filter(script -> !versions.contains(script.version()));
        String start = baseline;
        String pending = open.filter(script -> start == null || BY_NUMBER.compare(script.version(), start) > 0)
                .map(script -> String.valueOf(script.file().getFileName()))
                .collect(Collectors.joining(", "));
        if (!pending.isEmpty()) {
            problems.add("Flyway has pending scripts: " + pending + ". Migrate with Flyway first.");
        }
    }

    private static int compare(String[] version, String[] other) {
        for (int i = 0; i < Math.max(version.length, other.length); i++) {
            int compared = Long.compare(part(version, i), part(other, i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private static long part(String[] version, int i) {
        return i < version.length ? Long.parseLong(version[i]) : 0;
    }
}
