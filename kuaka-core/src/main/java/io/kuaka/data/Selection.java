package io.kuaka.data;

import io.kuaka.data.ExpressionBinder.Typed;
import io.kuaka.data.sql.BoundSql;
import io.kuaka.expression.Aggregate;
import io.kuaka.expression.Expression;
import io.kuaka.expression.Subquery;
import io.kuaka.schema.grammar.Select;
import io.kuaka.schema.jdbc.JavaValues;
import io.kuaka.state.ColumnType;
import io.kuaka.state.TypeFamily;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values of a query's rows, or of groups of them: fields, expressions and aggregates, each under a name.
 *
 * <p>Fields have the Java classes of their types. It is a value like {@link Query}, and can be compared with, as in
 * {@code field("author").in(authors.select("id"))}.
 */
public final class Selection implements Subquery {
    private final Session session;
    private final ModelShape shape;
    private final Query rows;
    private final List<Term> terms;
    private final List<String> groups;
    private final List<String> order;
    private final boolean isDistinct;

    /** A selected value. */
    private record Term(String name, BoundSql sql, @Nullable ColumnType type) {}

    private Selection(
            Session session,
            ModelShape shape,
            Query rows,
            List<Term> terms,
            List<String> groups,
            List<String> order,
            boolean isDistinct) {
        this.session = session;
        this.shape = shape;
        this.rows = rows;
        this.terms = List.copyOf(terms);
        this.groups = List.copyOf(groups);
        this.order = List.copyOf(order);
        this.isDistinct = isDistinct;
    }

    static Selection of(Session session, ModelShape shape, Query rows) {
        return new Selection(session, shape, rows, List.of(), List.of(), List.of(), false);
    }

    Selection with(String... fields) {
        Selection selection = this;
        for (String field : fields) {
            selection = selection.with(field, Expression.field(field));
        }
        return selection;
    }

    Selection groupedBy(String... fields) {
        Selection with = with(fields);
        List<String> texts = new ArrayList<>();
        with.terms.forEach(term -> texts.add(session.grammar().group(term.sql().text(), texts.size() + 1)));
        return new Selection(session, shape, rows, with.terms, texts, order, isDistinct);
    }

    /** Returns these values and that of an expression. */
    public Selection with(String name, Expression value) {
        Typed typed = session.bindTyped(shape, value);
        return with(new Term(name, typed.sql(), typed.type()));
    }

    /** Returns these values and an aggregate of each group, or of all rows. */
    public Selection with(String name, Aggregate aggregate) {
        Expression value = aggregate.value();
        if (value == null) {
            return with(new Term(name, BoundSql.of(aggregate.text("*")), ColumnType.of(ColumnType.Kind.BIGINT)));
        }
        Typed typed = session.bindTyped(shape, value);
        BoundSql sql = BoundSql.of(aggregate.text(typed.sql().text()), List.of(typed.sql()));
        return with(new Term(name, sql, type(aggregate.figure(), typed.type())));
    }

    private static @Nullable ColumnType type(Aggregate.Figure figure, @Nullable ColumnType type) {
        return switch (figure) {
            case COUNT, COUNT_DISTINCT -> ColumnType.of(ColumnType.Kind.BIGINT);
            case SUM ->
                type != null && type.family() == TypeFamily.INTEGER ? ColumnType.of(ColumnType.Kind.BIGINT) : type;
            case MIN, MAX -> type;
            case AVG -> ColumnType.of(ColumnType.Kind.DOUBLE);
        };
    }

    private Selection with(Term term) {
        List<Term> more = Stream.concat(terms.stream(), Stream.of(term)).toList();
        return new Selection(session, shape, rows, more, groups, order, isDistinct);
    }

    /** Returns equal rows of values once. */
    public Selection distinct() {
        return new Selection(session, shape, rows, terms, groups, order, true);
    }

    /** Returns the values in the order of some of them, by name; a minus sign before a name means descending order. */
    public Selection orderBy(String... names) {
        List<String> places = Stream.of(names).map(this::place).toList();
        return new Selection(session, shape, rows, terms, groups, places, isDistinct);
    }

    private String place(String name) {
        boolean isDescending = name.startsWith("-");
        String plain = isDescending ? name.substring(1) : name;
        List<String> names = terms.stream().map(Term::name).toList();
        if (!names.contains(plain)) {
            throw new IllegalArgumentException("\"" + plain + "\" isn't among the selected values " + names + ".");
        }
        return (names.indexOf(plain) + 1) + (isDescending ? " desc" : "");
    }

    /** Returns the values of all rows, by their names. */
    public List<Map<String, @Nullable Object>> list() {
        return session.query(sql(), this::read);
    }

    /**
     * Returns the first value of all rows, without nulls.
     *
     * @throws io.kuaka.schema.conversion.UnsuitableValueException if one can't be converted
     */
    public <T> List<T> list(Class<T> type) {
        String name = terms.get(0).name();
        return list().stream()
                .flatMap(row -> Stream.ofNullable(row.get(name)))
                .map(value -> JavaValues.convert(value, type))
                .toList();
    }

    BoundSql sql() {
        List<BoundSql> pieces = new ArrayList<>(terms.stream().map(Term::sql).toList());
        Select select = rows.selecting(BoundSql.texts(pieces)).groupBy(groups);
        Select sorted = order.isEmpty() ? select : select.orderBy(order);
        pieces.addAll(rows.conditions());
        String text = session.grammar().select(isDistinct ? sorted.as(Select.Kind.DISTINCT) : sorted);
        return BoundSql.of(text, pieces);
    }

    private Map<String, @Nullable Object> read(ResultSet result) throws SQLException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < terms.size(); i++) {
            ColumnType type = terms.get(i).type();
            values.put(
                    terms.get(i).name(),
                    type == null ? result.getObject(i + 1) : session.values().read(result, i + 1, type));
        }
        return values;
    }
}
