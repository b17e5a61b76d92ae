package io.kuaka.lease;

import io.kuaka.recorder.LeaseRow;
import io.kuaka.recorder.LeaseTable;
import io.kuaka.recorder.OwnNames;
import io.kuaka.recorder.OwnTables;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.LocalProcess;
import io.kuaka.schema.Sessions;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Grants the lease of one database to one run at a time. No transaction is open while it waits. */
public final class LeaseOffice {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Connection connection;
    private final LeaseTable table;
    private final LeaseStatements statements;
    private final Sessions sessions;
    private final LeaseTerms terms;
    private final LeaseListener listener;

    /** Makes the office for a database; the connection is in auto-commit mode. */
    public LeaseOffice(OwnTables place, Connection connection, LeaseTerms terms, LeaseListener listener) {
        this.connection = connection;
        this.table = place.lease();
        this.statements = new LeaseStatements(place.dialect(), connection, table);
        this.sessions = place.dialect().sessions();
        this.terms = terms;
        this.listener = listener;
    }

    /** Returns the office of a database for looking at its lease, and perhaps ending it. */
    public static LeaseOffice lookingAt(OwnNames names, Connection connection) throws SQLException {
        OwnTables place = OwnTables.of(Dialects.of(connection), names, connection);
        return new LeaseOffice(place, connection, LeaseTerms.standard(), new LeaseListener() {});
    }

    /** Returns the current row; empty if no run has ever taken the lease. */
    public Optional<LeaseRow> look() throws SQLException {
        return table.hasTable(connection) ? statements.read() : Optional.empty();
    }

    /** Returns the holder of the lease, unless it is known to have ended. */
    public Optional<LeaseRow> holder() throws SQLException {
        Optional<LeaseRow> row = look().filter(found -> !found.isFree());
        boolean isGone =
                row.isPresent() && sessions.presence(connection, row.get().session()) == Sessions.Presence.GONE;
        return isGone ? Optional.empty() : row;
    }

    /** Ends the lease of the run that was seen holding it, and returns whether it still did. */
    public boolean end(LeaseRow seen) throws SQLException {
        return statements.runPatiently(table.release(seen), PATIENCE);
    }

    /**
     * Takes the lease as soon as nobody else holds it.
     *
     * @throws LeaseHeldException if another run doesn't end in time
     */
    public Lease take() throws SQLException {
        long start = System.nanoTime();
        Watch watch = new Watch();
        while (true) {
            LeaseRow seen = rowOrNew();
            if (seen.isFree() || isGivenUp(seen, watch)) {
                LeaseRow mine = mine(seen);
                if (statements.runPatiently(table.change(seen, mine), PATIENCE)) {
                    if (!seen.isFree()) {
                        listener.takenOver(seen);
                    }
                    return new Lease(statements, mine, terms);
                }
            } else {
                wait(seen, watch, Duration.ofNanos(System.nanoTime() - start));
                start = listener.helps(seen) ? System.nanoTime() : start;
            }
        }
    }

    private void wait(LeaseRow holder, Watch watch, Duration waited) {
        if (waited.compareTo(terms.patience()) >= 0) {
            throw new LeaseHeldException(holder, terms.patience());
        }
        if (watch.isNew(holder)) {
            listener.waiting(holder);
        }
        LeaseStatements.pause();
    }

    private boolean isGivenUp(LeaseRow holder, Watch watch) throws SQLException {
        return switch (sessions.presence(connection, holder.session())) {
            case GONE -> true;
            case WORKING -> {
                watch.begin(holder);
                yield false;
            }
            case UNKNOWN -> watch.standsStill(holder);
        };
    }

    private LeaseRow mine(LeaseRow seen) throws SQLException {
        String runBy = System.getProperty("user.name", "unknown") + "@" + LocalProcess.host() + ", process "
                + ProcessHandle.current().pid();
        return new LeaseRow(
                UUID.randomUUID().toString(),
                runBy,
                sessions.identity(connection),
                "",
                "",
                terms.limitAlone().toMillis(),
                0,
                seen.fence() + 1);
    }

    /** Several runs may create the table and its row at once: later ones use what exists. */
    private LeaseRow rowOrNew() throws SQLException {
        Optional<LeaseRow> row = statements.read();
        if (row.isPresent()) {
            return row.get();
        }
        if (!table.hasTable(connection)) {
            for (Statement statement : table.createTable()) {
                make(Sql.of(statement.summary()));
            }
        }
        make(table.createRow());
        return statements.read().orElseThrow();
    }

    private void make(Sql sql) throws SQLException {
        try {
            statements.runPatiently(sql, PATIENCE);
        } catch (SQLException e) {
            if (!table.hasTable(connection)) {
                throw e;
            }
        }
    }
}
