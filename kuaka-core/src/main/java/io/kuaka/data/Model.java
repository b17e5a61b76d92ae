package io.kuaka.data;

import io.kuaka.data.sql.BoundSql;
import io.kuaka.expression.Assignment;
import io.kuaka.expression.Condition;
import io.kuaka.schema.table.Column;
import io.kuaka.state.ModelState;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model at a point of history, with its rows in the database.
 *
 * <p>It has fields, not the methods and listeners of today's entity, which may need what doesn't exist yet.
 */
public final class Model {
    private static final int BATCH = 1000;

    private final Session session;
    private final ModelShape shape;

    Model(Session session, ModelShape shape) {
        this.session = session;
        this.shape = shape;
    }

    /** Returns the state of the model at this point of history. */
    public ModelState state() {
        return shape.model();
    }

    /** Returns all rows. */
    public Query all() {
        return TenantRules.rows(session, shape);
    }

    /** Returns the rows for which {@code condition} holds. */
    public Query filter(Condition condition) {
        return all().filter(condition);
    }

    /** Returns the rows for which {@code condition} doesn't hold, as {@link Query#exclude} does. */
    public Query exclude(Condition condition) {
        return all().exclude(condition);
    }

    /** Returns all rows in the order of the given fields, as {@link Query#orderBy} does. */
    public Query orderBy(String... fields) {
        return all().orderBy(fields);
    }

    /** Returns the only row for which {@code condition} holds, as {@link Query#get} does. */
    public Row get(Condition condition) {
        return filter(condition).get();
    }

    /** Returns the row with the least primary key, if there is one. */
    public Optional<Row> first() {
        return all().first();
    }

    /** Returns the row with the greatest primary key, if there is one. */
    public Optional<Row> last() {
        return all().last();
    }

    /** Returns the values of fields of all rows, as {@link Query#select} does. */
    public Selection select(String... fields) {
        return all().select(fields);
    }

    /** Returns groups of all rows, as {@link Query#groupBy} does. */
    public Selection groupBy(String... fields) {
        return all().groupBy(fields);
    }

    /** Returns whether there are any rows. */
    public boolean exists() {
        return all().exists();
    }

    /** Returns the number of rows. */
    public long count() {
        return all().count();
    }

    /** Updates all rows with one statement, and returns how many there were. */
    public int update(Assignment... assignments) {
        return all().update(assignments);
    }

    /** Deletes all rows, as {@link Query#delete} does, and returns how many there were. */
    public int delete() {
        return all().delete();
    }

    /** Returns all rows for a loop, as {@link Query#iterator(int)} does. */
    public Iterable<Row> iterator(int chunkSize) {
        return all().iterator(chunkSize);
    }

    /** Creates a row, and returns it with the values that the database chose. */
    public Row create(Assignment... assignments) {
        return create(Terms.of(assignments));
    }

    /**
     * Creates a row, and returns it with the values that the database chose.
     *
     * @param values by the names of the fields: plain values, rows for references, or expressions
     * @throws MissingKeyException if a part of the primary key is missing that the database doesn't generate
     */
    public Row create(Map<String, ?> values) {
        Map<String, ?> all = Terms.withNativeIds(session, shape, TenantRules.completed(shape, values));
        TenantRules.requireNew(session, shape, all);
        Map<Column, BoundSql> terms = Terms.bind(session, shape, all);
        shape.primaryKey().stream().filter(column -> !terms.containsKey(column)).forEach(this::requireChosenByDatabase);
        Map<String, @Nullable Object> known = new LinkedHashMap<>();
        Terms.plain(shape, all).forEach((column, value) -> known.put(column.name(), value));
        List<Column> unknown = shape.primaryKey().stream()
                .filter(column -> known.get(column.name()) == null)
                .toList();
        if (unknown.isEmpty()) {
            session.update(insert(terms));
        } else {
            known.putAll(session.insert(insert(terms), unknown));
        }
        Row row = Row.of(session, shape, known);
        if (!row.storedKey().isEmpty() && !row.storedKey().contains(null)) {
            row.refresh();
        }
        return row;
    }

    /** Returns the only row with the values {@code lookup}, or creates it with those and {@code defaults}. */
    public Row getOrCreate(Map<String, ?> lookup, Map<String, ?> defaults) {
        Query found = all().matching(lookup);
        if (found.exists()) {
            return found.get();
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>(lookup);
        values.putAll(defaults);
        return create(values);
    }

    /** Updates the only row with the values {@code lookup}, or creates it with those and {@code values}. */
    public Row updateOrCreate(Map<String, ?> lookup, Map<String, ?> values) {
        Query found = all().matching(lookup);
        if (!found.exists()) {
            return getOrCreate(lookup, values);
        }
        Row row = found.get();
        row.stored().update(values);
        row.refresh();
        return row;
    }

    /** Creates rows in batches of 1000, as {@link #bulkCreate(Collection, int)} does. */
    public int bulkCreate(Collection<? extends Map<String, ?>> rows) {
        return bulkCreate(rows, BATCH);
    }

    /** Creates rows, {@code batchSize} per round trip, and returns how many. */
    public int bulkCreate(Collection<? extends Map<String, ?>> rows, int batchSize) {
        int made = 0;
        List<BoundSql> same = new ArrayList<>();
        for (Map<String, ?> row : rows) {
            Map<String, ?> all = Terms.withNativeIds(session, shape, TenantRules.completed(shape, row));
            TenantRules.requireNew(session, shape, all);
            BoundSql insert = insert(Terms.bind(session, shape, all));
            if (same.size() == batchSize
                    || (!same.isEmpty() && !same.get(0).text().equals(insert.text()))) {
                made += session.batch(same, batchSize);
                same.clear();
            }
            same.add(insert);
        }
        return made + session.batch(same, batchSize);
    }

    /** Writes fields of rows in batches of 1000, as {@link #bulkUpdate(Collection, List, int)} does. */
    public int bulkUpdate(Collection<Row> rows, List<String> fields) {
        return bulkUpdate(rows, fields, BATCH);
    }

    /** Writes fields of rows in batches of 1000, as {@link #bulkUpdate(Collection, List, int)} does. */
    public int bulkUpdate(Collection<Row> rows, String... fields) {
        return bulkUpdate(rows, List.of(fields), BATCH);
    }

    /** Writes the given fields of rows, {@code batchSize} per round trip, and returns how many rows. */
    public int bulkUpdate(Collection<Row> rows, List<String> fields, int batchSize) {
        TenantRules.requireRead(shape, rows);
        if (rows.isEmpty()) {
            return 0;
        }
        // Of one model, all rows have the same columns.
        Row any = rows.iterator().next();
        BitSet columns = any.columnsOf(fields);
        int written = session.batch(any.updateSql(columns), rows, row -> row.parameters(columns), batchSize);
        rows.forEach(row -> row.wasSaved(columns));
        return written;
    }

    private void requireChosenByDatabase(Column column) {
        if (!column.isIdentity() && column.defaultValue() == null && column.generated() == null) {
            throw MissingKeyException.ofNewRow(shape.key(), column.name());
        }
    }

    private BoundSql insert(Map<Column, BoundSql> terms) {
        List<String> columns = terms.keySet().stream().map(Column::name).toList();
        List<String> values = BoundSql.texts(terms.values());
        return BoundSql.of(session.grammar().insert(shape.table(), columns, values), terms.values());
    }
}
