package io.kuaka.data;

import io.kuaka.data.ModelShape.Order;
import io.kuaka.data.sql.BoundSql;
import io.kuaka.data.sql.Placeholders;
import io.kuaka.expression.Assignment;
import io.kuaka.expression.Condition;
import io.kuaka.schema.grammar.Select;
import io.kuaka.schema.jdbc.JdbcRow;
import io.kuaka.schema.table.Column;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A set of rows of a model, perhaps in an order: a value that queries the database only when rows are needed.
 *
 * <p>Conditions and orders may follow references, as in {@code author.email}. If a reference is null, so are all fields
 * that are reached by it. A question mark in raw SQL is JDBC's; an operator with a question mark is written with two.
 */
public final class Query implements Iterable<Row> {
    private static final int CHUNK = 1000;

    private final Session session;
    private final ModelShape shape;
    private final List<BoundSql> conditions;
    private final List<Order> order;
    private final int limit;
    private final long offset;

    Query(Session session, ModelShape shape) {
        this(session, shape, List.of(), List.of(), Select.ALL, 0);
    }

    private Query(
            Session session, ModelShape shape, List<BoundSql> conditions, List<Order> order, int limit, long offset) {
        this.session = session;
        this.shape = shape;
        this.conditions = List.copyOf(conditions);
        this.order = List.copyOf(order);
        this.limit = limit;
        this.offset = offset;
    }

    /** Returns the rows of this query for which {@code condition} holds. */
    public Query filter(Condition condition) {
        return where(session.bind(shape, condition, null));
    }

    /** Returns the rows of this query for which {@code condition} is false or, because of null, unknown. */
    public Query exclude(Condition condition) {
        BoundSql bound = session.bind(shape, condition, null);
        return where(BoundSql.of(session.grammar().isNotTrue(bound.text()), List.of(bound)));
    }

    /**
     * Returns the rows in the order of the given fields; a minus sign before a name means descending order. Where nulls
     * come depends on the database.
     */
    public Query orderBy(String... fields) {
        requireWhole("sorted");
        return inOrder(
                Stream.of(fields).flatMap(field -> shape.order(field).stream()).toList());
    }

    private Query inOrder(List<Order> newOrder) {
        return new Query(session, shape, conditions, newOrder, limit, offset);
    }

    /** Returns the first {@code rows} rows only. Such a query can't be narrowed, sorted, updated or deleted. */
    public Query limit(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("A limit is at least one row, not " + rows + ".");
        }
        return new Query(session, shape, conditions, order, rows, offset);
    }

    /** Returns the rows after the first {@code rows} ones, with the same restrictions. */
    public Query offset(long rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("An offset can't be negative.");
        }
        return new Query(session, shape, conditions, order, limit, rows);
    }

    private boolean isWhole() {
        return limit == Select.ALL && offset == 0;
    }

    private void requireWhole(String action) {
        if (!isWhole()) {
            throw new IllegalStateException("A query with a limit or an offset can't be " + action
                    + ". Set them last, or select the keys and use them in another query.");
        }
    }

    /** Returns the values of fields of these rows, instead of the rows; fields may follow references. */
    public Selection select(String... fields) {
        return Selection.of(session, shape, this).with(fields);
    }

    /** Returns a row of values for each group of rows that have the same values in these fields; without any, one. */
    public Selection groupBy(String... fields) {
        requireWhole("grouped");
        return Selection.of(session, shape, this).groupedBy(fields);
    }

    /**
     * Moves these rows of a tenant to another one, with all rows of tenant-aware models that refer to them, and returns
     * how many were moved. It is one transaction, if there is none.
     *
     * @param tenant the value of the attribute that holds the tenant, or the row that it refers to
     * @throws io.kuaka.data.tenant.MixedTenantsException if rows of two tenants would refer to each other
     */
    public int moveTo(Object tenant) {
        requireWhole("moved");
        return TenantMove.of(session, shape).move(shape, this, tenant);
    }

    Query where(BoundSql condition) {
        requireWhole("narrowed");
        List<BoundSql> more =
                Stream.concat(conditions.stream(), Stream.of(condition)).toList();
        return new Query(session, shape, more, order, limit, offset);
    }

    /** Returns the rows whose fields have the given values, which may be expressions or null. */
    Query matching(Map<String, ?> values) {
        Map<Column, @Nullable Object> plain = Terms.plain(shape, values);
        Query query = this;
        for (Map.Entry<Column, BoundSql> entry :
                Terms.bind(session, shape, values).entrySet()) {
            Column column = entry.getKey();
            query = query.where(
                    plain.containsKey(column) ? equal(column, plain.get(column)) : term(column, entry.getValue()));
        }
        return query;
    }

    Query withKey(List<? extends @Nullable Object> key) {
        Query query = this;
        for (int i = 0; i < key.size(); i++) {
            query = query.where(equal(shape.primaryKey().get(i), key.get(i)));
        }
        return query;
    }

    BoundSql equal(Column column, @Nullable Object value) {
        return value == null
                ? BoundSql.of(session.grammar().identifier(column.name()) + " is null")
                : term(column, BoundSql.value(column.type(), value));
    }

    /**
     * Returns the only row.
     *
     * @throws UnexpectedRowsException if there is none, or more than one
     */
    public Row get() {
        List<Row> rows = session.query(rows(2), reader());
        if (rows.isEmpty()) {
            throw UnexpectedRowsException.missing(shape.key(), rows(2).text());
        }
        if (rows.size() > 1) {
            throw UnexpectedRowsException.several(shape.key(), rows(2).text());
        }
        return rows.get(0);
    }

    /** Returns the first row, if there is one; without an order, the one with the least primary key. */
    public Optional<Row> first() {
        return session.query(ordered().rows(1), reader()).stream().findFirst();
    }

    /** Returns the last row, if there is one; without an order, the one with the greatest primary key. */
    public Optional<Row> last() {
        requireWhole("reversed");
        Query ordered = ordered();
        Query reversed =
                ordered.inOrder(ordered.order.stream().map(Order::reversed).toList());
        return session.query(reversed.rows(1), reader()).stream().findFirst();
    }

    private Query ordered() {
        return order.isEmpty() ? inKeyOrder() : this;
    }

    /** Returns all rows at once. */
    public List<Row> list() {
        return session.query(rows(Select.ALL), reader());
    }

    /** Returns whether there are any rows. */
    public boolean exists() {
        return !session.query(select(selectFrom(List.of("1")).some(1, offset)), result -> 1)
                .isEmpty();
    }

    /** Returns the number of rows. */
    public long count() {
        BoundSql sql = select(selectFrom(List.of("count(*)")));
        long all = Math.max(0, session.query(sql, result -> result.getLong(1)).get(0) - offset);
        return limit == Select.ALL ? all : Math.min(all, limit);
    }

    /** Updates all rows with one statement, and returns how many there were. */
    public int update(Assignment... assignments) {
        return update(Terms.of(assignments));
    }

    /**
     * Updates all rows with one statement, and returns how many there were.
     *
     * @param values by the names of the fields: plain values, rows for references, or expressions
     */
    public int update(Map<String, ?> values) {
        requireWhole("updated");
        TenantRules.requireChange(session, shape, values);
        List<BoundSql> terms = new ArrayList<>();
        Terms.bind(session, shape, values).forEach((column, value) -> terms.add(term(column, value)));
        return terms.isEmpty() ? 0 : session.update(updateSql(terms));
    }

    BoundSql term(Column column, BoundSql value) {
        return BoundSql.of(session.grammar().identifier(column.name()) + " = " + value.text(), List.of(value));
    }

    BoundSql updateSql(List<BoundSql> terms) {
        String sql = session.grammar().update(shape.table().name(), BoundSql.texts(terms), condition());
        return BoundSql.of(
                sql, Stream.concat(terms.stream(), conditions.stream()).toList());
    }

    /** The text of the statement that writes values of these columns. */
    String updateText(List<Column> columns) {
        return updateSql(columns.stream()
                        .map(column -> term(column, BoundSql.of("?")))
                        .toList())
                .text();
    }

    /**
     * Deletes all rows, with those of their join, collection and secondary tables, and returns how many there were. Rows
     * that refer to them do what their references say, even without a foreign key. If foreign keys do all of that, it is
     * one statement; otherwise it holds the keys of all rows to delete, and is one transaction, if there is none.
     *
     * @throws io.kuaka.data.delete.ReferencedRowsException if other rows refer to them
     */
    public int delete() {
        requireWhole("deleted");
        return new Deletion(session, shape).delete(this);
    }

    /** Deletes these rows without a look at others. */
    int deleteAlone() {
        return session.update(BoundSql.of(session.grammar().delete(shape.table().name(), condition()), conditions));
    }

    /** Iterates over the rows as {@link #iterator(int)} does, 1000 at a time. */
    @Override
    public Iterator<Row> iterator() {
        return iterator(CHUNK).iterator();
    }

    /**
     * Returns the rows for a loop that never holds more than {@code chunkSize} of them.
     *
     * <p>Without an order, each chunk is a query of its own that continues after the last primary key. So the loop may
     * commit, and it may change rows so that they no longer match. With an order, or without a primary key, one query
     * stays open; then PostgreSQL needs a transaction around the loop, or its driver reads all rows at once.
     */
    public Iterable<Row> iterator(int chunkSize) {
        if (chunkSize < 1) {
            throw new IllegalArgumentException("A chunk has at least one row, not " + chunkSize + ".");
        }
        return order.isEmpty() && isWhole() && !shape.primaryKey().isEmpty()
                ? () -> new RowIterators.ByKey(this, chunkSize, counter(conditions.isEmpty()))
                // While a query is open, MariaDB's driver reads all its rows before it asks for anything else.
                : () -> new RowIterators.ByCursor(session.open(rows(Select.ALL), chunkSize), reader(), counter(false));
    }

    private RowCounter counter(boolean isOfAllRows) {
        return new RowCounter(session, shape, isOfAllRows, CHUNK);
    }

    /** The next rows in the order of the primary key. */
    List<Row> chunkAfter(@Nullable Row last, int size, Select.Kind kind) {
        Query rest = last == null ? this : after(last.storedKey());
        Query sorted = rest.inKeyOrder();
        return session.query(sorted.select(sorted.selectRows().some(size, 0).as(kind)), reader());
    }

    /** The rows after the one with a key. */
    Query after(List<? extends @Nullable Object> key) {
        return along(key, session.grammar()::keyAfter);
    }

    /** The rows up to the one with a key. */
    Query upTo(List<? extends @Nullable Object> key) {
        return along(key, session.grammar()::keyUpTo);
    }

    private Query along(
            List<? extends @Nullable Object> key, BiFunction<List<String>, List<String>, String> condition) {
        Placeholders placeholders = new Placeholders();
        List<String> values = new ArrayList<>();
        for (Column column : shape.primaryKey()) {
            values.add(placeholders.put(column.type(), key.get(values.size())));
        }
        return where(placeholders.bind(condition.apply(shape.table().primaryKey(), values)));
    }

    private Query inKeyOrder() {
        return inOrder(shape.primaryKey().stream()
                .map(column -> new Order(session.grammar().identifier(column.name()), false))
                .toList());
    }

    private static List<String> texts(List<Order> order) {
        return order.stream().map(Order::text).toList();
    }

    private BoundSql rows(int most) {
        int rows = most == Select.ALL || (limit != Select.ALL && limit < most) ? limit : most;
        return select(selectRows().some(rows, offset));
    }

    private Select selectRows() {
        List<String> columns = shape.columns().stream()
                .map(column -> session.grammar().identifier(column.name()))
                .toList();
        return selectFrom(columns).orderBy(texts(order));
    }

    /** The query of other terms than the columns of these rows. */
    Select selecting(List<String> terms) {
        return selectFrom(terms).orderBy(texts(order)).some(limit, offset);
    }

    List<BoundSql> conditions() {
        return conditions;
    }

    private Select selectFrom(List<String> terms) {
        return Select.of(shape.table().name(), terms).where(condition());
    }

    private BoundSql select(Select query) {
        return BoundSql.of(session.grammar().select(query), conditions);
    }

    /** The SQL of all conditions, with the parameters of each in turn. */
    private @Nullable String condition() {
        if (conditions.isEmpty()) {
            return null;
        }
        return conditions.size() == 1
                ? conditions.get(0).text()
                : conditions.stream()
                        .map(condition -> "(" + condition.text() + ")")
                        .collect(Collectors.joining(" and "));
    }

    private Session.RowReader<Row> reader() {
        JdbcRow columns =
                session.values().row(shape.columns().stream().map(Column::type).toList());
        return result -> new Row(session, shape, columns.read(result));
    }
}
