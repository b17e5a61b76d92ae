package io.kuaka.data;

import io.kuaka.data.sql.BoundSql;
import io.kuaka.schema.grammar.Select;
import io.kuaka.schema.jdbc.JavaValues;
import io.kuaka.schema.statement.Walk;
import io.kuaka.schema.statement.Walk.Batch;
import io.kuaka.schema.statement.WalkPosition;
import io.kuaka.schema.statement.WalkProgress;
import io.kuaka.schema.table.Column;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The batches of a walk on one connection.
 *
 * <p>A batch is a number of rows along the key, whether they have to be changed or not, so each one reads about as much.
 * The last one has no end, so it takes what was inserted meanwhile. Not thread-safe.
 */
final class HistoricalBatches implements Walk.Batches {
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(1);
    private static final int ROUND_TRIP = 1000;

    private final Session session;
    private final ModelShape shape;
    private final RowChange change;
    private final Pace pace;
    private final Models models;
    private int size;

    HistoricalBatches(Session session, ModelShape shape, RowChange change, Pace pace, Models models) {
        this.session = session;
        this.shape = shape;
        this.change = change;
        this.pace = pace;
        this.models = models;
        this.size = pace.size();
    }

    @Override
    public Batch next(WalkProgress before) {
        Query all = new Query(session, shape);
        String goal = before.goal() == null ? key(all, true, 0).map(this::text).orElse(null) : before.goal();
        return batch(all, before, goal);
    }

    @Override
    public Batch next(WalkProgress before, @Nullable String end) {
        Query all = new Query(session, shape);
        return batch(end == null ? all : all.upTo(key(end)), before, end);
    }

    @Override
    public List<String> ends(@Nullable String after, int most) {
        List<String> ends = new ArrayList<>();
        Query rest = after(new Query(session, shape), after);
        long rows = rest.count();
        long step = Math.max(pace.size(), (rows + most - 1) / most);
        for (long left = rows; left > step; left -= step) {
            Optional<List<Object>> end = key(rest, false, step - 1);
            if (end.isEmpty()) {
                return ends;
            }
            ends.add(text(end.get()));
            rest = new Query(session, shape).after(end.get());
        }
        return ends;
    }

    private Query after(Query rows, @Nullable String position) {
        return position == null ? rows : rows.after(key(position));
    }

    private Batch batch(Query all, WalkProgress before, @Nullable String goal) {
        Query rest = after(all, before.position());
        Optional<List<Object>> last = key(rest, false, size - 1);
        long passed = last.isPresent() ? size : rest.count();
        String position = last.isPresent() ? text(last.get()) : before.position();
        Query upToLast = last.map(all::upTo).orElse(all);
        long changed = change(change.where() == null ? upToLast : upToLast.filter(change.where()), before.position());
        return new Batch(
                new WalkProgress(before.rows() + passed, before.changed() + changed, position, goal), last.isEmpty());
    }

    /** The key of the row after the first {@code skipped} ones, from the end if they are reversed. */
    private Optional<List<Object>> key(Query rows, boolean isReversed, long skipped) {
        List<String> columns = shape.primaryKey().stream()
                .map(column -> session.grammar().identifier(column.name()))
                .toList();
        Select keys = rows.selecting(columns)
                .orderBy(columns.stream()
                        .map(column -> isReversed ? column + " desc" : column)
                        .toList())
                .some(1, skipped);
        BoundSql sql = BoundSql.of(session.grammar().select(keys), rows.conditions());
        return session.query(sql, this::readKey).stream().findFirst();
    }

    private List<Object> readKey(ResultSet result) throws SQLException {
        List<Object> key = new ArrayList<>();
        for (Column column : shape.primaryKey()) {
            key.add(Objects.requireNonNull(session.values().read(result, key.size() + 1, column.type())));
        }
        return key;
    }

    private long change(Query upToLast, @Nullable String position) {
        Query rows = after(upToLast, position);
        RowCode code = change.code();
        return code == null ? rows.update(Terms.of(change.assignments())) : byCode(code, upToLast, rows);
    }

    /**
     * A batch may have more rows than there is memory for, so they are read and written in parts. Each part has one
     * lower limit: of two, SQLite would search for the first one, and read all rows up to the second one.
     */
    private long byCode(RowCode code, Query upToLast, Query rows) {
        List<Row> part = rows.chunkAfter(null, ROUND_TRIP, Select.Kind.LOCKING);
        long changed = change(code, part);
        while (part.size() == ROUND_TRIP) {
            part = upToLast.chunkAfter(part.get(ROUND_TRIP - 1), ROUND_TRIP, Select.Kind.LOCKING);
            changed += change(code, part);
        }
        return changed;
    }

    private long change(RowCode code, List<Row> rows) {
        rows.forEach(row -> run(code, row));
        Map<BitSet, List<Row>> byColumns = rows.stream()
                .filter(row -> !row.changed().isEmpty())
                .collect(Collectors.groupingBy(Row::changed, LinkedHashMap::new, Collectors.toList()));
        byColumns.forEach((columns, same) -> {
            ChangedKeyException.requireOther(shape, shape.columnsAt(columns));
            session.batch(same.get(0).updateSql(columns), same, row -> row.parameters(columns), ROUND_TRIP);
        });
        return byColumns.values().stream().mapToLong(List::size).sum();
    }

    private static void run(RowCode code, Row row) {
        try {
            code.change(row);
        } catch (Exception | Error e) {
            throw JavaCodeFailedException.of(code, e);
        }
    }

    @Override
    public void rest(Duration time, BooleanSupplier isOver) {
        size = pace.sizeAfter(size, time);
        LockSupport.parkNanos(pace.pause().toNanos());
        while (!isOver.getAsBoolean()
                && isLoadTooHigh()
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(BETWEEN_CHECKS.toNanos());
        }
    }

    private boolean isLoadTooHigh() {
        LoadCheck load = pace.load();
        try {
            return load != null && load.isTooHigh(models);
        } catch (Exception e) {
            throw JavaCodeFailedException.of(load == null ? this : load, e);
        }
    }

    private String text(List<Object> key) {
        return new WalkPosition(
                        shape.name(),
                        key.stream()
                                .map(value -> value instanceof byte[] bytes
                                        ? HexFormat.of().formatHex(bytes)
                                        : JavaValues.convert(value, String.class))
                                .toList())
                .text();
    }

    private List<Object> key(String position) {
        List<String> texts = WalkPosition.parse(position).key();
        List<Column> columns = shape.primaryKey();
        List<Object> key = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            key.add(value(texts.get(i), columns.get(i).type().kind().valueClass()));
        }
        return key;
    }

    private static Object value(String text, Class<?> type) {
        if (type == byte[].class) {
            return HexFormat.of().parseHex(text);
        }
        if (Number.class.isAssignableFrom(type)) {
            return JavaValues.convert(new BigDecimal(text), type);
        }
        return type == Boolean.class ? Boolean.valueOf(text) : JavaValues.convert(text, type);
    }
}
