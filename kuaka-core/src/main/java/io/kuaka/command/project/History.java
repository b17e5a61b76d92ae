package io.kuaka.command.project;

import io.kuaka.command.history.CopiedRows;
import io.kuaka.command.history.HistoryComparison;
import io.kuaka.command.history.Mismatch;
import io.kuaka.executor.JdbcSink;
import io.kuaka.executor.Unfinished;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.migration.MigrationKey;
import io.kuaka.recorder.HistoryRow;
import io.kuaka.recorder.OwnTables;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.session.Surroundings;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The migrations of a database, compared with those of the project.
 *
 * @param place where the history is
 * @param rows the migrations that the database has
 * @param graph the project's migrations as this database sees them
 * @param unfinished the migrations that are running or were interrupted
 * @param surroundings where the connection led
 */
public record History(
        OwnTables place,
        SortedMap<MigrationKey, HistoryRow> rows,
        MigrationGraph graph,
        Unfinished unfinished,
        Surroundings surroundings) {
    /** Reads the history of a database. */
    public static History read(Project project, ConnectionSource source) {
        return with(source, connection -> read(project, source, connection));
    }

    /** Reads the history of a database on one of its connections. */
    public static History read(Project project, ConnectionSource source, Connection connection) throws SQLException {
        Dialect dialect = Dialects.of(connection);
        Surroundings around = dialect.surroundings(connection, source.ownNames().all());
        JdbcSink settings = new JdbcSink(dialect, connection, JdbcSink.Unit.STATEMENT);
        settings.accept(planned(around.entering()));
        try {
            return read(project, source, connection, dialect, around);
        } finally {
            settings.accept(planned(around.leaving()));
        }
    }

    private static List<PlannedStatement> planned(List<Sql> settings) {
        return settings.stream().map(PlannedStatement::ofNone).toList();
    }

    private static History read(
            Project project, ConnectionSource source, Connection connection, Dialect dialect, Surroundings around)
            throws SQLException {
        OwnTables place = OwnTables.of(dialect, source.ownNames(), connection);
        SortedMap<MigrationKey, HistoryRow> rows = place.history().rows(connection);
        Unfinished unfinished = Unfinished.read(place, connection);
        CopiedRows copied = new CopiedRows(rows);
        String note = copied.arePossible() ? copied.note(dialect.identity(connection)) : "";
        return new History(place, rows, project.graph(rows.keySet()), unfinished, around.with(note));
    }

    /** Returns the kind of database. */
    public Dialect dialect() {
        return place.dialect();
    }

    /** Returns the names of the migrations that the database has. */
    public Set<MigrationKey> applied() {
        return rows.keySet();
    }

    /** Returns when the database got a migration, in the zone of this JVM; empty if it hasn't got it. */
    public Optional<String> appliedAt(MigrationKey key) {
        return Optional.ofNullable(rows.get(key)).map(HistoryRow::applied);
    }

    /** Returns the migrations that were edited, renamed or deleted after this database had applied them. */
    public List<Mismatch> mismatches(Connection connection) throws SQLException {
        return new HistoryComparison(rows, graph, Set.copyOf(unknownAhead()))
                .mismatches(() -> place.history().operations(connection));
    }

    /** Returns who gave a migration to the database, as far as that is known. */
    public Optional<String> appliedBy(MigrationKey key) {
        return Optional.ofNullable(rows.get(key)).flatMap(HistoryRow::runBy);
    }

    /** Returns the applied migrations that the project doesn't have. */
    public List<MigrationKey> unknown() {
        return applied().stream().filter(key -> !graph.hasNode(key)).toList();
    }

    /**
     * Returns unknown migrations of the project's apps that were applied after all that the project has of these apps,
     * and that no squash replaced. Other apps may belong to another project.
     */
    public List<MigrationKey> unknownAhead() {
        Set<MigrationKey> replaced =
                rows.values().stream().flatMap(row -> row.replaced().stream()).collect(Collectors.toSet());
        return unknown().stream()
                .filter(key -> graph.apps().contains(key.app()) && !replaced.contains(key))
                .filter(this::isAhead)
                .toList();
    }

    /** Some clocks tick in milliseconds, and several migrations fit into one: those are in the order of their numbers. */
    private boolean isAhead(MigrationKey unknown) {
        Comparator<MigrationKey> order = Comparator.comparing(this::time).thenComparing(History::number);
        return applied().stream()
                .filter(key -> key.app().equals(unknown.app()) && graph.hasNode(key))
                .allMatch(key -> order.compare(key, unknown) < 0);
    }

    private static BigInteger number(MigrationKey key) {
        return new BigInteger("0" + key.name().replaceFirst("\\D.*", ""));
    }

    private Timestamp time(MigrationKey key) {
        return Timestamp.valueOf(Objects.requireNonNull(rows.get(key)).applied());
    }

    /** Does work on a connection and closes it. */
    public static <T> T with(ConnectionSource source, Work<T> work) {
        try (Connection connection = source.open()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new DatabaseFailedException(e);
        }
    }

    /** Work on a connection. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
