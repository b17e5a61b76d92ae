package io.kuaka.data;

import io.kuaka.data.sql.BoundSql;
import io.kuaka.data.sql.RowSql;
import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.progress.RowProgress;
import io.kuaka.routing.Placement;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.conversion.UnsuitableValueException;
import io.kuaka.schema.grammar.RowGrammar;
import io.kuaka.schema.jdbc.JdbcRow;
import io.kuaka.schema.jdbc.JdbcValues;
import io.kuaka.schema.table.Column;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of models on one connection. Every value is a parameter; every error names its statement.
 *
 * <p>If nobody else can look at the connection, {@link #save} only collects updates of rows. They are sent before
 * anything that could see that they are missing: any other statement, and the end.
 */
final class Session {
    private static final int MOST_WAITING = 1000;

    private final Connection connection;
    private final Dialect dialect;
    private final ProjectState state;
    private final RowProgress progress;
    private final Placement placement;
    private final List<Statement> open = new ArrayList<>();
    private final List<List<@Nullable Object>> waiting = new ArrayList<>();
    private final boolean isCollecting;
    private @Nullable RowSql waitingSql;
    private @Nullable ModelKey waitingModel;
    private boolean isShared;

    Session(Connection connection, Dialect dialect, ProjectState state, RowProgress progress, Placement placement) {
        this(connection, dialect, state, progress, placement, false);
    }

    private Session(
            Connection connection,
            Dialect dialect,
            ProjectState state,
            RowProgress progress,
            Placement placement,
            boolean isCollecting) {
        this.connection = connection;
        this.dialect = dialect;
        this.state = state;
        this.progress = progress;
        this.placement = placement;
        this.isCollecting = isCollecting;
    }

    /** Returns a session on a connection that nobody else has until it is asked for. */
    static Session collecting(
            Connection connection, Dialect dialect, ProjectState state, RowProgress progress, Placement placement) {
        return new Session(connection, dialect, state, progress, placement, true);
    }

    /** Reads one row of a result. */
    @FunctionalInterface
    interface RowReader<R> {
        R read(ResultSet result) throws SQLException;
    }

    /** Sets the parameters of a statement for a row. */
    @FunctionalInterface
    private interface Binder<R> {
        void bind(PreparedStatement statement, R row) throws SQLException;
    }

    Connection connection() {
        return connection;
    }

    /** Returns the connection for the user, who can look at rows at any time from now on. */
    Connection share() {
        send();
        isShared = true;
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

    /** Returns the database, and which of the models it has. */
    Placement placement() {
        return placement;
    }

    boolean checksForeignKeys() {
        send();
        try {
            return dialect.checksForeignKeys(connection);
        } catch (SQLException e) {
            throw new QueryFailedException("(reading settings)", e);
        }
    }

    RowGrammar grammar() {
        return dialect.grammar();
    }

    JdbcValues values() {
        return dialect.values();
    }

    BoundSql bind(ModelShape shape, Expression expression, @Nullable String field) {
        return ExpressionBinder.bind(shape, grammar(), expression, field);
    }

    BoundSql bindNamed(ModelShape shape, Condition condition, Map<String, ExpressionBinder.Typed> names) {
        return ExpressionBinder.bind(shape, grammar(), condition, names);
    }

    ExpressionBinder.Typed bindTyped(ModelShape shape, Expression expression) {
        return ExpressionBinder.bindTyped(shape, grammar(), expression);
    }

    /** Updates a row of a model, now or together with others. */
    void save(RowSql sql, List<@Nullable Object> parameters, ModelKey model) {
        if (!isCollecting || isShared) {
            if (update(sql.text(), parameters, binder(sql)) == 0) {
                throw UnexpectedRowsException.gone(model, sql.text());
            }
            return;
        }
        if (!sql.equals(waitingSql) || waiting.size() == MOST_WAITING) {
            send();
        }
        waiting.add(parameters);
        waitingSql = sql;
        waitingModel = model;
    }

    /** Sends the updates that were collected. */
    private void send() {
        if (waiting.isEmpty()) {
            return;
        }
        RowSql sql = Objects.requireNonNull(waitingSql);
        List<List<@Nullable Object>> updates = List.copyOf(waiting);
        waiting.clear();
        if (batch(sql.text(), updates, binder(sql), MOST_WAITING) < updates.size()) {
            throw UnexpectedRowsException.gone(Objects.requireNonNull(waitingModel), sql.text());
        }
    }

    int update(BoundSql sql) {
        return update(sql.text(), sql, this::setParameters);
    }

    private <R> int update(String text, R row, Binder<R> binder) {
        send();
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            binder.bind(statement, row);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new QueryFailedException(text, e);
        }
    }

    /**
     * Runs statements that differ only in their parameters, {@code batchSize} at a time, and returns how many there
     * were.
     */
    int batch(List<BoundSql> statements, int batchSize) {
        send();
        if (!statements.isEmpty()) {
            batch(statements.get(0).text(), statements, this::setParameters, batchSize);
        }
        return statements.size();
    }

    /** Runs a statement for each row, {@code batchSize} at a time, and returns how many there were. */
    <R> int batch(RowSql sql, Collection<R> rows, Function<R, List<@Nullable Object>> parameters, int batchSize) {
        send();
        Binder<List<@Nullable Object>> binder = binder(sql);
        batch(sql.text(), rows, (statement, row) -> binder.bind(statement, parameters.apply(row)), batchSize);
        return rows.size();
    }

    /** Returns how many of the statements found a row. */
    private <R> int batch(String text, Collection<R> rows, Binder<R> binder, int batchSize) {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            int found = 0;
            int prepared = 0;
            for (R row : rows) {
                binder.bind(statement, row);
                statement.addBatch();
                if (++prepared % batchSize == 0 || prepared == rows.size()) {
                    found += (int) Arrays.stream(statement.executeBatch())
                            .filter(count -> count != 0)
                            .count();
                }
            }
            return found;
        } catch (SQLException e) {
            throw new QueryFailedException(text, e);
        }
    }

    <R> List<R> query(BoundSql sql, RowReader<R> reader) {
        send();
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

    /** Does work as one transaction: that of the caller, or one of its own if each statement is committed by itself. */
    <R> R atomically(Supplier<R> work) {
        send();
        try {
            if (dialect.isInTransaction(connection)) {
                return work.get();
            }
            connection.setAutoCommit(false);
            try {
                R result = work.get();
                connection.commit();
                connection.setAutoCommit(true);
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(e);
                throw e;
            }
        } catch (SQLException e) {
            throw new QueryFailedException("commit", e);
        }
    }

    /** A lost connection can't be rolled back; the exception that says why is already being thrown. */
    private void rollBack(Throwable failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Takes the next number of a sequence. */
    long nextValue(Sequence sequence) {
        List<BoundSql> statements =
                grammar().nextValue(sequence).stream().map(BoundSql::of).toList();
        int last = statements.size() - 1;
        statements.subList(0, last).forEach(this::update);
        return query(statements.get(last), result -> result.getLong(1)).get(0);
    }

    /** Inserts a row and returns what the database chose for {@code wanted}, as far as the driver returns it. */
    Map<String, @Nullable Object> insert(BoundSql sql, List<Column> wanted) {
        send();
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
        send();
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

    /** Sends what was collected, and closes the queries that are still open. */
    void finish() {
        send();
        close();
    }

    void close() {
        waiting.clear();
        for (Statement statement : open) {
            try {
                statement.close();
            } catch (SQLException e) {
                throw new QueryFailedException(statement.toString(), e);
            }
        }
        open.clear();
    }

    private Binder<List<@Nullable Object>> binder(RowSql sql) {
        JdbcRow types = values().row(sql.types());
        return (statement, parameters) -> {
            try {
                types.bind(statement, parameters);
            } catch (UnsuitableValueException e) {
                throw e.in(sql.text());
            }
        };
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
