package io.kuaka.command.project;

import io.kuaka.compare.Comparison;
import io.kuaka.recorder.OwnNames;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ProjectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;

/** Compares a database with a state, the own tables of Kuaka and of other tools for migrations aside. */
public final class DatabaseComparison {
    private DatabaseComparison() {}

    /**
     * Compares a database with a state.
     *
     * @param project the project, as it is on this database
     * @param own what Kuaka's own tables are called
     */
    public static Comparison of(
            Project project, Dialect dialect, OwnNames own, Connection connection, ProjectState state)
            throws SQLException {
        return Comparison.of(
                dialect, connection, state, project.placement(), table -> own.has(table) || OtherTools.has(table));
    }

    /** Returns which tables a database has in the schemas of a state. */
    public static Predicate<TableName> tablesThere(Dialect dialect, Connection connection, ProjectState state)
            throws SQLException {
        return Comparison.tablesThere(dialect, connection, state);
    }
}
