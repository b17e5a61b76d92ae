package io.kuaka.command.adopt;

import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.OtherTools;
import io.kuaka.compare.Schema;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The history that another tool keeps in a database. Its tables stay as they are.
 *
 * @param tool the tool's name
 * @param table where the history is
 * @param version the last version that the database has, as the tool calls it; null for none
 * @param applied how many migrations it has
 * @param problems why the database can't be adopted as it is; usually none
 * @param pending what the tool would still run
 * @param scripts what it ran, for those who want to keep it
 */
public record OtherHistory(
        String tool,
        TableName table,
        @Nullable String version,
        int applied,
        List<String> problems,
        Pending pending,
        Supplier<List<KeptScript>> scripts) {
    public OtherHistory {
        problems = List.copyOf(problems);
    }

    /**
     * Reads the histories that a database has.
     *
     * @param source opens more connections to the database
     * @param roots the folders of classes of the project, which may have the tool's scripts
     * @param changeLog what the project tells Liquibase
     */
    static List<OtherHistory> read(
            Dialect dialect, Connection connection, ConnectionSource source, List<Path> roots, ChangeLog changeLog)
            throws SQLException {
        ChangeLog.Tables tables = changeLog.tables();
        String place = tables.schema();
        Schema schema = Schema.read(dialect, connection, place == null ? List.of() : List.of(place));
        List<OtherHistory> histories = new ArrayList<>();
        Optional<TableName> flyway = find(schema, null, OtherTools.FLYWAY);
        if (flyway.isPresent()) {
            List<FlywayScript> own = FlywayScript.in(roots).stream()
                    .filter(script -> script.isFor(dialect.name()))
                    .toList();
            histories.add(FlywayHistory.read(dialect, connection, flyway.get(), own));
        }
        Optional<TableName> liquibase = find(schema, place, tables.table());
        if (liquibase.isPresent()) {
            Optional<TableName> lock = find(schema, place, tables.lock());
            histories.add(LiquibaseHistory.read(dialect, connection, source, liquibase.get(), lock, roots, changeLog));
        }
        return histories;
    }

    /** The schema may be the connection's own, which isn't part of names. */
    private static Optional<TableName> find(Schema schema, @Nullable String place, String name) {
        return schema.tables().stream()
                .map(Table::name)
                .filter(table -> OtherTools.plain(table).equals(name.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparing(table -> (table.schema() == null) != (place == null)));
    }

    /** Returns what the user has to know beside where the history stands. */
    public List<String> warnings() {
        return pending.warnings();
    }

    /** Returns where the history stands, as a sentence. */
    public String describe() {
        String stands = version == null ? "is empty" : "stands at " + version;
        String none = pending.none() == null ? "" : "; " + pending.none();
        return tool + "'s history " + stands + " (" + applied + " applied)" + none + ". Its tables stay.";
    }
}
