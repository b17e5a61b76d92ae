package io.kuaka.data;

import io.kuaka.expression.Expression;
import io.kuaka.progress.RowProgress;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.conversion.UnsuitableValueException;
import io.kuaka.schema.grammar.RowGrammar;
import io.kuaka.schema.jdbc.JdbcValues;
import io.kuaka.schema.table.Column;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ProjectState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the statements of models on one connection. Every value is a parameter; every error names its statement. */
final class Session {
    private final Connection connection;
    private final Dialect dialect;
    private final ProjectState state;
    private final RowProgress progress;
    private final List<Statement> open = new ArrayList<>();

    Session(Connection connection, Dialect dialect, ProjectState state, RowProgress progress) {
        this.connection = connection;
        this.dialect = dialect;
        this.state = state;
        this.progress = progress;
    }

    /** Reads one row of a result. */
    @FunctionalInterface
    interface RowReader<R> {
        R read(ResultSet result) throws SQLException;
    }

    Connection connection() {
        return connection;
    }

    Dialect dialect() {
        return dialect;
    }

    ProjectState state() {
        return state;
    }

    RowProgress progress() {
        return progress;
    }

    RowGrammar grammar() {
        return dialect.grammar();
    }

    JdbcValues values() {
        return dialect.values();
    }

    BoundSql bind(ModelShape shape, Expression expression, @Nullable ColumnType type) {
        return ExpressionBinder.bind(shape, grammar(), expression, type);
    }

    int update(BoundSql sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            setParameters(statement, sql);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new QueryFailedException(sql.text(), e);
        }
    }

    /**
     * Runs statements that differ only in their parameters, {@code batchSize} at a time, and returns how many there
     * were.
     */
    int batch(List<BoundSql> statements, int batchSize) {
        if (statements.isEmpty()) {
            return 0;
        }
        String text = statements.get(0).text();
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            int waiting = 0;
            for (BoundSql each : statements) {
                setParameters(statement, each);
                statement.addBatch();
                if (++waiting == batchSize) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
            return statements.size();
        } catch (SQLException e) {
            throw new QueryFailedException(text, e);
        }
    }

    <R> List<R> query(BoundSql sql, RowReader<R> reader) {
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            setParameters(statement, sql);
            List<R> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new QueryFailedException(sql.text(), e);
        }
    }

    /** Inserts a row and returns what the database chose for {@code wanted}, as far as the driver returns it. */
    Map<String, @Nullable Object> insert(BoundSql sql, List<Column> wanted) {
        try (PreparedStatement statement = connection.prepareStatement(sql.text(), Statement.RETURN_GENERATED_KEYS)) {
            setParameters(statement, sql);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                return keys.next() ? chosen(keys, wanted) : Map.of();
            }
        } catch (SQLException e) {
            throw new QueryFailedException(sql.text(), e);
        }
    }

    /** Some databases return all columns by name, others the number of the row under a name of their own. */
    private Map<String, @Nullable Object> chosen(ResultSet keys, List<Column> wanted) throws SQLException {
        ResultSetMetaData description = keys.getMetaData();
        Map<String, @Nullable Object> chosen = new LinkedHashMap<>();
        for (Column column : wanted) {
            String name = grammar().catalogName(column.name());
            int index = column.isIdentity() ? 1 : 0;
            for (int i = 1; i <= description.getColumnCount(); i++) {
                index = description.getColumnLabel(i).equalsIgnoreCase(name) ? i : index;
            }
            if (index > 0) {
                chosen.put(column.name(), values().read(keys, index, column.type()));
            }
        }
        return chosen;
    }

    /** Opens a query that is read row by row; {@link #close} closes it at the latest. */
    ResultSet open(BoundSql sql, int fetchSize) {
        try {
            PreparedStatement statement = connection.prepareStatement(sql.text());
            open.add(statement);
            statement.closeOnCompletion();
            statement.setFetchSize(fetchSize);
            setParameters(statement, sql);
            return statement.executeQuery();
        } catch (SQLException e) {
            throw new QueryFailedException(sql.text(), e);
        }
    }

    void close() {
        for (Statement statement : open) {
            try {
                statement.close();
            } catch (SQLException e) {
                throw new QueryFailedException(statement.toString(), e);
            }
        }
        open.clear();
    }

    private void setParameters(PreparedStatement statement, BoundSql sql) throws SQLException {
        int index = 1;
        for (BoundSql.Parameter parameter : sql.parameters()) {
            try {
                values().bind(statement, index++, parameter.type(), parameter.value());
            } catch (UnsuitableValueException e) {
                throw e.in(sql.text());
            }
        }
    }
}
