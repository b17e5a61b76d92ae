package io.kuaka.executor;

import io.kuaka.schema.JavaCall;
import io.kuaka.schema.PlannedStatement;
import io.kuaka.schema.Sql;
import io.kuaka.schema.SqlFailedException;
import io.kuaka.schema.SqlSink;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Runs statements on a connection.
 *
 * <p>Statements that follow each other go in one batch, so that a server far away gets them in one round trip. Queries
 * and Java code stand alone. Transactions are statements like all others: the connection commits by itself otherwise.
 */
public final class JdbcSink implements SqlSink {
    private static final Set<String> QUERIES = Set.of("select", "pragma", "with", "values", "show", "call", "explain");
    private static final Pattern FIRST_WORD = Pattern.compile("^[\\s(]*([A-Za-z]+)");
    private static final int UNKNOWN = -1;
    private static final Pattern FIRST_NUMBER = Pattern.compile("^\\D*(\\d{1,9})");

    /** What belongs together. */
    public enum Unit {
        /** All statements are part of one transaction, which is opened and ended by statements among them. */
        TRANSACTION,
        /** Each statement stands alone; Java code has a transaction of its own. */
        STATEMENT_OR_CALL,
        /** Each statement stands alone, those of Java code too. */
        STATEMENT
    }

    private final Connection connection;
    private final Unit unit;
    private int done;

    /** Makes a sink. */
    public JdbcSink(Connection connection, Unit unit) {
        this.connection = connection;
        this.unit = unit;
    }

    /** Returns how many statements have been run. */
    public int done() {
        return done;
    }

    @Override
    public void accept(List<PlannedStatement> statements) {
        List<PlannedStatement> batch = new ArrayList<>();
        for (PlannedStatement planned : statements) {
            if (unit == Unit.TRANSACTION && planned.statement() instanceof Sql sql && !isQuery(sql)) {
                batch.add(planned);
            } else {
                runBatch(batch);
                batch.clear();
                runAlone(planned);
            }
        }
        runBatch(batch);
    }

    private void runAlone(PlannedStatement planned) {
        if (planned.statement() instanceof JavaCall call) {
            run(planned.operation(), call);
        } else if (planned.statement() instanceof Sql sql) {
            run(planned.operation(), sql);
        }
        done++;
    }

    private void run(int operation, JavaCall call) {
        try {
            switch (unit) {
                case TRANSACTION, STATEMENT -> call.code().run(connection);
                case STATEMENT_OR_CALL -> runInTransaction(call);
            }
        } catch (SQLException | RuntimeException e) {
            throw new SqlFailedException(operation, call.description(), reason(e), e);
        }
    }

    private void runInTransaction(JavaCall call) throws SQLException {
        connection.setAutoCommit(false);
        boolean complete = false;
        try {
            call.code().run(connection);
            connection.commit();
            complete = true;
        } finally {
            if (!complete) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    private void run(int operation, Sql sql) {
        try (Statement statement = connection.createStatement()) {
            if (statement.execute(sql.text()) && sql.violation() != null) {
                requireEmpty(operation, sql, statement);
            }
        } catch (SQLException e) {
            throw new SqlFailedException(operation, sql.text(), reason(e), e);
        }
    }

    private static void requireEmpty(int operation, Sql sql, Statement statement) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            if (rows.next()) {
                throw new SqlFailedException(operation, sql.text(), sentence(String.valueOf(sql.violation())), null);
            }
        }
    }

    private void runBatch(List<PlannedStatement> batch) {
        if (batch.size() <= 1) {
            batch.forEach(this::runAlone);
            return;
        }
        try (Statement statement = connection.createStatement()) {
            for (PlannedStatement planned : batch) {
                statement.addBatch(text(planned));
            }
            statement.executeBatch();
            done += batch.size();
        } catch (BatchUpdateException e) {
            SQLException cause = e.getNextException() == null ? e : e.getNextException();
            throw failure(batch, failedIndex(e, batch.size()), cause);
        } catch (SQLException e) {
            throw failure(batch, UNKNOWN, e);
        }
    }

    private static SqlFailedException failure(List<PlannedStatement> batch, int index, SQLException cause) {
        if (index == UNKNOWN) {
            String all = batch.stream().map(JdbcSink::text).collect(Collectors.joining("; "));
            return new SqlFailedException(
                    batch.get(batch.size() - 1).operation(), "one of these: " + all, reason(cause), cause);
        }
        PlannedStatement failed = batch.get(index);
        return new SqlFailedException(failed.operation(), text(failed), reason(cause), cause);
    }

    /**
     * Returns which statement of a batch failed.
     *
     * <p>JDBC lets the counts end at it or mark it. PostgreSQL's driver marks all of them and SQLite's none, but both
     * begin their message with its place.
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

    private static String text(PlannedStatement planned) {
        return ((Sql) planned.statement()).text();
    }

    private static boolean isQuery(Sql sql) {
        var word = FIRST_WORD.matcher(sql.text());
        return sql.violation() != null
                || (word.find() && QUERIES.contains(word.group(1).toLowerCase(Locale.ROOT)));
    }

    private static String reason(Throwable e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return sentence(message.strip());
    }

    private static String sentence(String text) {
        return text.endsWith(".") || text.endsWith("!") ? text : text + ".";
    }
}
