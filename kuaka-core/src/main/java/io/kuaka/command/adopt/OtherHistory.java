package io.kuaka.command.adopt;

import io.kuaka.command.project.OtherTools;
import io.kuaka.compare.Schema;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
 * @param scripts what it ran, for those who want to keep it
 */
public record OtherHistory(
        String tool,
        TableName table,
        @Nullable String version,
        int applied,
        List<String> problems,
        Supplier<List<KeptScript>> scripts) {
    public OtherHistory {
        problems = List.copyOf(problems);
    }

    /**
     * Reads the histories that a database has.
     *
     * @param roots the folders of classes of the project, which may have the tool's scripts
     */
    static List<OtherHistory> read(Dialect dialect, Connection connection, List<Path> roots) throws SQLException {
        Schema schema = Schema.read(dialect, connection, List.of());
        List<OtherHistory> histories = new ArrayList<>();
        Optional<TableName> flyway = find(schema, OtherTools.FLYWAY);
        if (flyway.isPresent()) {
            List<FlywayScript> own = FlywayScript.in(roots).stream()
                    .filter(script -> script.isFor(dialect.name()))
                    .toList();
            histories.add(FlywayHistory.read(dialect, connection, flyway.get(), own));
        }
        Optional<TableName> liquibase = find(schema, OtherTools.LIQUIBASE);
        if (liquibase.isPresent()) {
            Optional<TableName> lock = find(schema, OtherTools.LIQUIBASE_LOCK);
            histories.add(LiquibaseHistory.read(dialect, connection, liquibase.get(), lock, roots));
        }
        return histories;
    }

    private static Optional<TableName> find(Schema schema, String name) {
        return schema.tables().stream()
                .map(Table::name)
                .filter(table -> OtherTools.plain(table).equals(name))
                .findFirst();
    }

    /** Returns where the history stands, as a sentence. */
    public String describe() {
        String stands = version == null ? "is empty" : "stands at " + version;
        return tool + "'s history " + stands + " (" + applied + " applied). Its tables stay.";
    }
}
