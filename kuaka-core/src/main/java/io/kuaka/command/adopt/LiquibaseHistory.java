package io.kuaka.command.adopt;

import io.kuaka.schema.Dialect;
import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.table.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the history of Liquibase: a row for each change set that was run. One that fails leaves none. */
final class LiquibaseHistory {
    private final List<String> problems = new ArrayList<>();
    private @Nullable String last;
    private int lastOrder;
    private int applied;

    private LiquibaseHistory() {}

    static OtherHistory read(Dialect dialect, Connection connection, TableName table, Optional<TableName> lock)
            throws SQLException {
        LiquibaseHistory history = new LiquibaseHistory();
        CatalogQuery.of("select * from " + dialect.grammar().name(table)).forEach(connection, history::add);
        if (lock.isPresent()) {
            CatalogQuery.of("select * from " + dialect.grammar().name(lock.get()))
                    .forEach(connection, history::addLock);
        }
        return new OtherHistory("Liquibase", table, history.last, history.applied, history.problems, () -> {
            throw new UnkeepableScriptsException(
                    "change sets of Liquibase aren't plain scripts: contexts, preconditions and"
                            + " parameters decide what they do. To build new databases by them, let 'liquibase update-sql' write"
                            + " their SQL for an empty database, and put it into a RunSql.");
        });
    }

    private void add(ResultSet row) throws SQLException {
        String changeSet = row.getString("filename") + "::" + row.getString("id") + "::" + row.getString("author");
        applied++;
        if (row.getInt("orderexecuted") >= lastOrder) {
            lastOrder = row.getInt("orderexecuted");
            last = changeSet;
        }
        if ("FAILED".equals(row.getString("exectype"))) {
            problems.add("Liquibase's change set " + changeSet + " failed. Repair it with Liquibase first.");
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
