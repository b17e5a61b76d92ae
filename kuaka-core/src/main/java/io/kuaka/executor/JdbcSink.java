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
import java.util.regex.Pattern;

/**
 * Runs statements on a connection.
 *
 * <p>Statements that follow each other go in one batch, so that a server far away gets them in one round trip. Queries
 * and Java code stand alone. Transactions are statements like all others: the connection commits by itself otherwise.
 */
public final class JdbcSink implements SqlSink {
    private static final Set<String> QUERIES = Set.of("select", "pragma", "with", "values", "show", "call", "explain");
    private static final Pattern FIRST_WORD = Pattern.compile("^[\\s(]*([A-Za-z]+)");

    private final Connection connection;
    private final boolean batches;
    private int done;

    /**
     * Makes a sink.
     *
     * @param batches whether statements may go together; outside of a transaction each has to stand alone
     */
    public JdbcSink(Connection connection, boolean batches) {
        this.connection = connection;
        this.batches = batches;
    }

    /** Returns how many statements have been run. */
    public int done() {
        return done;
    }

    @Override
    public void accept(List<PlannedStatement> statements) {
        List<PlannedStatement> batch = new ArrayList<>();
        for (PlannedStatement planned : statements) {
            if (batches && planned.statement() instanceof Sql sql && !isQuery(sql)) {
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
            call.code().run(connection);
        } catch (SQLException | RuntimeException e) {
            throw new SqlFailedException(operation, call.description(), reason(e), e);
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
                statement.addBatch(((Sql) planned.statement()).text());
            }
            statement.executeBatch();
            done += batch.size();
        } catch (BatchUpdateException e) {
            PlannedStatement failed = batch.get(Math.min(firstFailed(e), batch.size() - 1));
            SQLException cause = e.getNextException() == null ? e : e.getNextException();
            throw new SqlFailedException(failed.operation(), ((Sql) failed.statement()).text(), reason(cause), cause);
        } catch (SQLException e) {
            PlannedStatement first = batch.get(0);
            throw new SqlFailedException(first.operation(), ((Sql) first.statement()).text(), reason(e), e);
        }
    }

    /** Drivers either end the counts at the statement that failed or mark it and all after it. */
    private static int firstFailed(BatchUpdateException e) {
        int[] counts = e.getUpdateCounts();
        int index = 0;
        while (index < counts.length && counts[index] != Statement.EXECUTE_FAILED) {
            index++;
        }
        return index;
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
