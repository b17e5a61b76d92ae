package io.kuaka.recorder;

import io.kuaka.expression.Expression;
import io.kuaka.migration.MigrationKey;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.Statement;
import io.kuaka.state.ColumnType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The history of a database, the migrations that are applied: reads it, and makes the statements that change it.
 *
 * <p>It never writes itself: rows are added and removed by statements that run in the migration's own transaction. A
 * database without the table has an empty history, and reading doesn't create the table.
 */
public final class Recorder {
    static final String APPLIED = "applied";
    private static final String DURATION = "duration";
    private static final String VERSION = "version";
    private static final String RUN_BY = "run_by";
    private static final String HOW = "how";
    private static final String CHECKSUM = "checksum";
    private static final String OPERATIONS = "operations";
    private static final String REPLACED = "replaced";
    private static final String RUN_ON = "run_on";
    private static final int WORD_LENGTH = 16;
    private static final int TEXT_LENGTH = 255;
    /** SQLite nests the terms of a condition, and by default no deeper than 1,000. */
    private static final int KEYS_PER_STATEMENT = 200;

    private final OwnTable table;

    /** Makes a recorder for databases of one kind; the connection finds the table by its search path. */
    public Recorder(Dialect dialect) {
        this(OwnTables.unseen(dialect, OwnNames.standard()));
    }

    Recorder(OwnTables place) {
        table = new OwnTable(
                place,
                place.names().history(),
                List.of(
                        OwnTable.label(Journal.APP),
                        OwnTable.label(Journal.NAME),
                        OwnTable.column(APPLIED, ColumnType.of(ColumnType.Kind.TIMESTAMP_UTC)),
                        OwnTable.number(DURATION),
                        OwnTable.laterText(VERSION, TEXT_LENGTH),
                        OwnTable.laterText(RUN_BY, TEXT_LENGTH),
                        OwnTable.laterText(HOW, WORD_LENGTH),
                        OwnTable.laterText(CHECKSUM, Journal.CHECKSUM_LENGTH),
                        OwnTable.number(Journal.FENCE),
                        OwnTable.laterText(OPERATIONS),
                        OwnTable.laterText(REPLACED),
                        OwnTable.laterText(RUN_ON, TEXT_LENGTH)),
                List.of(Journal.APP, Journal.NAME));
    }

    /** Returns whether the database has the table. */
    public boolean hasTable(Connection connection) throws SQLException {
        return table.isIn(connection);
    }

    /** Returns the applied migrations, and when each was applied, in the zone of this JVM. */
    public SortedMap<MigrationKey, String> applied(Connection connection) throws SQLException {
        SortedMap<MigrationKey, String> applied = new TreeMap<>();
        table.forEach(
                connection,
                List.of(Journal.APP, Journal.NAME, APPLIED),
                row -> applied.put(
                        new MigrationKey(row.getString(1), row.getString(2)), String.valueOf(row.getTimestamp(3))));
        return applied;
    }

    /** Returns the migrations that one run has applied. */
    public Set<MigrationKey> appliedBy(Fence fence, Connection connection) throws SQLException {
        Set<MigrationKey> applied = new HashSet<>();
        table.forEach(connection, List.of(Journal.APP, Journal.NAME, Journal.FENCE), row -> {
            if (row.getLong(3) == fence.number()) {
                applied.add(new MigrationKey(row.getString(1), row.getString(2)));
            }
        });
        return applied;
    }

    /**
     * Returns what the database has, with what is kept of it.
     *
     * @throws DuplicateRowException if a migration has several rows
     */
    public SortedMap<MigrationKey, HistoryRow> rows(Connection connection) throws SQLException {
        SortedMap<MigrationKey, HistoryRow> rows = new TreeMap<>();
        Set<String> present = table.place().columns().getOrDefault(table.name(), Set.of());
        if (present.isEmpty()) {
            return rows;
        }
        boolean hasContent = present.contains(REPLACED);
        boolean hasDatabase = present.contains(RUN_ON);
        List<String> columns = List.of(Journal.APP, Journal.NAME, APPLIED, CHECKSUM, REPLACED, RUN_BY, RUN_ON);
        table.forEach(connection, columns.subList(0, hasDatabase ? 7 : hasContent ? 6 : 3), row -> {
            MigrationKey key = new MigrationKey(row.getString(1), row.getString(2));
            HistoryRow found = new HistoryRow(
                    String.valueOf(row.getTimestamp(3)),
                    hasContent ? Optional.ofNullable(row.getString(6)) : Optional.empty(),
                    hasContent ? OperationChecksum.parse(text(row.getString(4))) : Optional.empty(),
                    hasContent ? keys(text(row.getString(5))) : Set.of(),
                    hasDatabase ? text(row.getString(7)) : "");
            if (rows.put(key, found) != null) {
                throw new DuplicateRowException(table.name(), key);
            }
        });
        return rows;
    }

    /** Returns the operations of the migrations that the database has, as far as they are known. */
    public Map<MigrationKey, OperationForms> operations(Connection connection) throws SQLException {
        Map<MigrationKey, OperationForms> operations = new TreeMap<>();
        table.forEach(connection, List.of(Journal.APP, Journal.NAME, OPERATIONS), row -> {
            String text = text(row.getString(3));
            if (!text.isEmpty()) {
                MigrationKey key = new MigrationKey(row.getString(1), row.getString(2));
                operations.put(key, OperationForms.decompressed(text));
            }
        });
        return operations;
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static Set<MigrationKey> keys(String names) {
        return Stream.of(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(MigrationKey::parse)
                .collect(Collectors.toSet());
    }

    /** Returns the statements that create the table. */
    public List<Statement> createTable() {
        return table.create();
    }

    OwnTable table() {
        return table;
    }

    /**
     * Returns the statements that add migrations to the history. They fail if the fence is no longer the run's own, or
     * if the history already has one of the migrations.
     *
     * @param contents what is kept of those that are more than names
     */
    public List<Sql> record(
            Collection<MigrationKey> keys, Signature signature, Map<MigrationKey, AppliedContent> contents) {
        return keys.stream()
                .map(key -> {
                    Map<String, String> values = new LinkedHashMap<>(is(key));
                    values.put(APPLIED, table.dialect().grammar().expression(Expression.now()));
                    values.put(VERSION, table.text(signature.version()));
                    values.put(RUN_BY, table.text(signature.runBy()));
                    values.put(HOW, table.text(signature.how().word()));
                    values.put(Journal.FENCE, signature.fence().sql());
                    if (!signature.database().isEmpty()) {
                        values.put(RUN_ON, table.text(signature.database()));
                    }
                    Optional.ofNullable(contents.get(key)).ifPresent(content -> values.putAll(columns(content)));
                    return table.insert(values);
                })
                .toList();
    }

    /** Returns a fence that also needs a migration in the history. */
    public Fence fenceAfter(MigrationKey earlier, Fence fence) {
        String sql = "case when exists (select 1 from " + table.sqlName() + " where " + table.all(is(earlier))
                + ") then " + fence.sql() + " end";
        return new Fence(fence.number(), sql);
    }

    /**
     * Returns the statement that gives a migration another name, mostly the one that it has, and other content.
     *
     * @param fence the run's, without which nothing is changed
     */
    public Sql correct(MigrationKey recorded, MigrationKey now, AppliedContent content, Fence fence) {
        Map<String, String> values = new LinkedHashMap<>(is(now));
        values.putAll(columns(content));
        values.put(Journal.FENCE, Long.toString(fence.number()));
        return table.updateWhile(fence.holds(), values, is(recorded));
    }

    private Map<String, String> columns(AppliedContent content) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(CHECKSUM, table.text(content.checksum()));
        values.put(OPERATIONS, table.text(content.operations()));
        values.put(REPLACED, table.text(content.replaced()));
        return values;
    }

    /**
     * Returns the statements that record how long migrations took which this run has recorded: one for all that took as many
     * milliseconds.
     */
    public List<Sql> took(Map<MigrationKey, Duration> durations, Fence fence) {
        SortedMap<Long, List<MigrationKey>> alike = new TreeMap<>();
        durations.forEach((key, duration) -> alike.computeIfAbsent(duration.toMillis(), millis -> new ArrayList<>())
                .add(key));
        List<Sql> statements = new ArrayList<>();
        alike.forEach((millis, keys) -> {
            for (int from = 0; from < keys.size(); from += KEYS_PER_STATEMENT) {
                List<MigrationKey> some = keys.subList(from, Math.min(from + KEYS_PER_STATEMENT, keys.size()));
                statements.add(table.updateAny(
                        Map.of(DURATION, Long.toString(millis)),
                        some.stream().map(key -> isOwn(key, fence)).toList()));
            }
        });
        return statements;
    }

    /**
     * Returns the statements that remove migrations from the history, each of which must be there. They find nothing once
     * the run has lost the lease.
     */
    public List<Sql> unrecord(Collection<MigrationKey> keys, Fence fence) {
        return keys.stream()
                .map(key -> table.deleteWhile(fence.holds(), is(key)))
                .toList();
    }

    private Map<String, String> isOwn(MigrationKey key, Fence fence) {
        Map<String, String> own = is(key);
        own.put(Journal.FENCE, Long.toString(fence.number()));
        return own;
    }

    private Map<String, String> is(MigrationKey key) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(Journal.APP, table.text(key.app()));
        values.put(Journal.NAME, table.text(key.name()));
        return values;
    }
}
