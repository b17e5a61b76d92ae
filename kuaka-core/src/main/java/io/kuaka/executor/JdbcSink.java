package io.kuaka.executor;

import io.kuaka.executor.shared.SharedWalk;
import io.kuaka.progress.RowProgress;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.statement.JavaCall;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.SqlFailedException;
import io.kuaka.schema.statement.SqlSink;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Runs statements on a connection.
 *
 * <p>Within a transaction, consecutive statements are one batch, so a distant server gets them in one round trip.
 * Queries and Java code run alone. Transactions are begun and ended by statements like all others, or by the caller.
 */
public final class JdbcSink implements SqlSink {
    private static final int UNKNOWN = -1;
    private static final Pattern FIRST_NUMBER = Pattern.compile("^\\D*(\\d{1,9})");

    /** Which statements belong together. */
    public enum Unit {
        /** All statements are part of one transaction. */
        TRANSACTION,
        /** Each statement stands alone. */
        STATEMENT
    }

    /** Is told what runs. */
    interface Watcher {
        /** Returns the one that looks away. */
        static Watcher none() {
            return new Watcher() {
                @Override
                public void starting(List<PlannedStatement> statements) {}

                @Override
                public void ended(List<PlannedStatement> statements) {}

                @Override
                public RowProgress rows() {
                    return RowProgress.unobserved();
                }
            };
        }

        /** Statements are about to run, in one round trip. */
        void starting(List<PlannedStatement> statements);

        /** They have completed. */
        void ended(List<PlannedStatement> statements);

        /** Returns what is told of the rows of the code that is running. */
        RowProgress rows();
    }

    private final Dialect dialect;
    private final Connection connection;
    private final Unit unit;
    private final Watcher watcher;

    /** Makes a sink that nobody watches. */
    public JdbcSink(Dialect dialect, Connection connection, Unit unit) {
        this(dialect, connection, unit, Watcher.none());
    }

    /** Makes a sink. */
    JdbcSink(Dialect dialect, Connection connection, Unit unit, Watcher watcher) {
        this.dialect = dialect;
        this.connection = connection;
        this.unit = unit;
        this.watcher = watcher;
    }

    /** Returns what runs parts of a statement's code on any connection, so that their failures are its failures. */
    static SharedWalk.Runner runnerOf(Dialect dialect, PlannedStatement planned) {
        return (connection, code) -> new JdbcSink(dialect, connection, Unit.STATEMENT)
                .accept(List.of(new PlannedStatement(
                        planned.operation(), new JavaCall(planned.statement().summary(), code))));
    }

    @Override
    public void accept(List<PlannedStatement> statements) {
        List<PlannedStatement> batch = new ArrayList<>();
        for (PlannedStatement planned : statements) {
            if (unit == Unit.TRANSACTION && isBatchable(planned.statement())) {
                batch.add(planned);
            } else {
                runBatch(batch);
                batch.clear();
                runAlone(planned);
            }
        }
        runBatch(batch);
    }

    /** Returns whether a statement can be part of a batch. */
    static boolean isBatchable(io.kuaka.schema.statement.Statement statement) {
        return statement.match(
                sql -> !sql.mayReturnRows() && sql.role() != Sql.Role.CLAIM && sql.completion() == null, call -> false);
    }

    private void runAlone(PlannedStatement planned) {
        watcher.starting(List.of(planned));
        runUnwatched(planned);
        watcher.ended(List.of(planned));
    }

    private void runUnwatched(PlannedStatement planned) {
        try {
            Work work =
                    planned.statement().<Work>match(sql -> () -> run(planned, sql), call -> () -> run(planned, call));
            work.run();
        } catch (SQLException e) {
            throw new SqlFailedException(planned, sentence(dialect.reason(e)), e);
        }
    }

    private void run(PlannedStatement planned, JavaCall call) throws SQLException {
        try {
            call.code().run(connection, watcher.rows());
        } catch (RuntimeException e) {
            throw new SqlFailedException(planned, sentence(e.getMessage() == null ? e.toString() : e.getMessage()), e);
        }
    }

    private void run(PlannedStatement planned, Sql sql) throws SQLException {
        if (sql.role() == Sql.Role.EACH) {
            runEach(planned, sql);
            return;
        }
        if (sql.completion() != null) { // if it fails, the message shows what ran
            runUnwatched(new PlannedStatement(
                    planned.operation(), Sql.of(sql.completion().on(connection))));
            return;
        }
        try (Statement statement = newStatement()) {
            if (sql.violation() != null) {
                statement.setMaxRows(1);
            }
            boolean hasRows = statement.execute(sql.text());
            if (hasRows && sql.violation() != null) {
                requireEmpty(planned, sql.violation(), statement);
            }
            if (sql.role() == Sql.Role.CLAIM && statement.getUpdateCount() != 1) {
                throw new SqlFailedException(planned, "Another run has changed this row meanwhile.", null);
            }
        }
    }

    private void runEach(PlannedStatement planned, Sql query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = newStatement();
                ResultSet rows = statement.executeQuery(query.text())) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        for (String sql : found) {
            runUnwatched(new PlannedStatement(planned.operation(), Sql.of(sql)));
        }
    }

    /** Braces in a migration's SQL are the database's own, and no escapes of JDBC. */
    private Statement newStatement() throws SQLException {
        Statement statement = connection.createStatement();
        statement.setEscapeProcessing(false);
        return statement;
    }

    private static void requireEmpty(PlannedStatement planned, String violation, Statement statement)
            throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            if (rows.next()) {
                throw new SqlFailedException(planned, sentence(violation), null);
            }
        }
    }

    private void runBatch(List<PlannedStatement> batch) {
        if (batch.size() <= 1) {
            batch.forEach(this::runAlone);
            return;
        }
        watcher.starting(batch);
        executeBatch(batch);
        watcher.ended(batch);
    }

    private void executeBatch(List<PlannedStatement> batch) {
        try (Statement statement = newStatement()) {
            for (PlannedStatement planned : batch) {
                statement.addBatch(planned.statement().summary());
            }
            statement.executeBatch();
        } catch (BatchUpdateException e) {
            SQLException cause = e.getNextException() == null ? e : e.getNextException();
            throw failure(batch, failedIndex(e, batch.size()), cause);
        } catch (SQLException e) {
            throw failure(batch, UNKNOWN, e);
        }
    }

    private SqlFailedException failure(List<PlannedStatement> batch, int index, SQLException cause) {
        PlannedStatement failed = index == UNKNOWN ? oneOf(batch) : batch.get(index);
        return new SqlFailedException(failed, sentence(dialect.reason(cause)), cause);
    }

    private static PlannedStatement oneOf(List<PlannedStatement> batch) {
        String all = batch.stream()
                .map(planned -> planned.statement().summary())
                .collect(Collectors.joining("; ", "one of these: ", ""));
        return new PlannedStatement(batch.get(batch.size() - 1).operation(), Sql.of(all));
    }

    /**
     * Returns which statement of a batch failed.
     *
     * <p>In JDBC, the counts end at it or mark it. PostgreSQL's driver marks all of them and SQLite's none, but both
     * begin their message with its index.
     */
    private static int failedIndex(BatchUpdateException e, int size) {
        int[] counts = e.getUpdateCounts() == null ? new int[0] : e.getUpdateCounts();
        int first = 0;
        while (first < counts.length && counts[first] != Statement.EXECUTE_FAILED) {
            first++;
        }
        boolean endsThere = counts.length > 0 && counts.length < size;
        if (first < size && (first > 0 || endsThere)) {
            return first;
        }
        Matcher number = FIRST_NUMBER.matcher(String.valueOf(e.getMessage()));
        int named = number.find() ? Integer.parseInt(number.group(1)) : UNKNOWN;
        return named < size ? named : UNKNOWN;
    }

    private static String sentence(String text) {
        String stripped = text.strip();
        return stripped.endsWith(".") || stripped.endsWith("!") ? stripped : stripped + ".";
    }

    /** Work on the connection. */
    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }
}
