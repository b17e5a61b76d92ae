package io.kuaka.command.adopt;

import io.kuaka.command.project.ConnectionSource;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.table.TableName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the history of Liquibase: a row for each change set that was run. One that fails leaves none. */
final class LiquibaseHistory {
    private final List<String> problems = new ArrayList<>();
    private final List<ChangeSets.Run> runs = new ArrayList<>();

    private LiquibaseHistory() {}

    static OtherHistory read(
            Dialect dialect,
            Connection connection,
            ConnectionSource source,
            TableName table,
            Optional<TableName> lock,
            List<Path> roots,
            ChangeLog changeLog)
            throws SQLException {
        LiquibaseHistory history = new LiquibaseHistory();
        String order = dialect.grammar().identifier("orderexecuted");
        CatalogQuery.of("select * from " + dialect.grammar().name(table) + " order by " + order)
                .forEach(connection, history::add);
        if (lock.isPresent()) {
            CatalogQuery.of("select * from " + dialect.grammar().name(lock.get()))
                    .forEach(connection, history::addLock);
        }
        // What a run in progress or a failure leaves behind isn't what Liquibase would go on from.
        Pending pending = history.problems.isEmpty()
                ? changeLog.pending(source)
                : ChangeLog.unknown("what has begun must end first");
        history.problems.addAll(pending.problems());
        int applied = history.runs.size();
        String last = applied == 0 ? null : history.runs.get(applied - 1).toString();
        return new OtherHistory(
                "Liquibase",
                table,
                last,
                applied,
                history.problems,
                pending,
                () -> ChangeSets.kept(history.runs, roots, dialect.name()));
    }

    private void add(ResultSet row) throws SQLException {
        ChangeSets.Run run = new ChangeSets.Run(
                row.getString("filename"),
                row.getString("id"),
                row.getString("author"),
                String.valueOf(row.getString("exectype")));
        runs.add(run);
        if (run.how().equals("FAILED")) {
            problems.add("Liquibase's change set " + run + " failed. Repair it with Liquibase first.");
        }
    }

    private void addLock(ResultSet row) throws SQLException {
        if (row.getBoolean("locked")) {
            problems.add("Liquibase holds its lock for " + row.getString("lockedby")
                    + ": it is running, or was stopped in the middle. Wait for it, or repair the database and run"
                    + " \"liquibase release-locks\".");
        }
    }
}
