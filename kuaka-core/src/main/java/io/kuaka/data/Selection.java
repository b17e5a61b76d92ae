package io.kuaka.data;

import io.kuaka.data.ExpressionBinder.Typed;
import io.kuaka.data.sql.BoundSql;
import io.kuaka.expression.Aggregate;
import io.kuaka.expression.Condition;
import io.kuaka.expression.Condition.Junction;
import io.kuaka.expression.Expression;
import io.kuaka.expression.RawSql;
import io.kuaka.expression.Subquery;
import io.kuaka.schema.grammar.Select;
import io.kuaka.schema.jdbc.JavaValues;
import io.kuaka.state.ColumnType;
import io.kuaka.state.TypeFamily;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    private final List<String> order;
    private final boolean isDistinct;
    private final Groups groups;

    /** How a value comes about. */
    private enum Source {
        FIELD,
        ROW,
        GROUP
    }

    /** A selected value. */
    private record Term(String name, Typed value, Source source) {
        String text() {
            return value.sql().text();
        }
    }

    /** The terms by which rows are grouped, and which of the groups are wanted. */
    private record Groups(List<String> terms, List<BoundSql> conditions) {
        static final Groups NONE = new Groups(List.of(), List.of());

        Groups where(BoundSql condition) {
            return new Groups(
                    terms,
                    Stream.concat(conditions.stream(), Stream.of(condition)).toList());
        }

        @Nullable
        String condition() {
            return conditions.isEmpty()
                    ? null
                    : BoundSql.texts(conditions).stream()
                            .map(condition -> "(" + condition + ")")
                            .collect(Collectors.joining(" and "));
        }
    }

    private Selection(
            Session session,
            ModelShape shape,
            Query rows,
            List<Term> terms,
            Groups groups,
            List<String> order,
            boolean isDistinct) {
        this.session = session;
        this.shape = shape;
        this.rows = rows;
        this.terms = List.copyOf(terms);
        this.groups = groups;
        this.order = List.copyOf(order);
        this.isDistinct = isDistinct;
    }

    static Selection of(Session session, ModelShape shape, Query rows) {
        return new Selection(session, shape, rows, List.of(), Groups.NONE, List.of(), false);
    }

    Selection with(String... fields) {
        Selection selection = this;
        for (String field : fields) {
            selection =
                    selection.with(new Term(field, session.bindTyped(shape, Expression.field(field)), Source.FIELD));
        }
        return selection;
    }

    Selection groupedBy(String... fields) {
        Selection with = with(fields);
        List<String> texts = new ArrayList<>();
        with.terms.forEach(term -> texts.add(session.grammar().group(term.text(), texts.size() + 1)));
        return new Selection(session, shape, rows, with.terms, new Groups(texts, List.of()), order, isDistinct);
    }

    /** Returns these values and that of an expression. */
    public Selection with(String name, Expression value) {
        return with(new Term(name, session.bindTyped(shape, value), Source.ROW));
    }

    /** Returns these values and an aggregate of each group, or of all rows. */
    public Selection with(String name, Aggregate aggregate) {
        Expression value = aggregate.value();
        if (value == null) {
            Typed count = new Typed(BoundSql.of(aggregate.text("*")), ColumnType.of(ColumnType.Kind.BIGINT));
            return with(new Term(name, count, Source.GROUP));
        }
        Typed typed = session.bindTyped(shape, value);
        BoundSql sql = BoundSql.of(aggregate.text(typed.sql().text()), List.of(typed.sql()));
        return with(new Term(name, new Typed(sql, type(aggregate.figure(), typed.type())), Source.GROUP));
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

    /**
     * Returns the values for which {@code condition} holds, in terms of their names: {@code
     * groupBy("email").with("n", count()).filter(field("n").gt(1))}.
     *
     * @throws IllegalArgumentException if it has a name of no value, or raw SQL for groups
     */
    public Selection filter(Condition condition) {
        if (condition instanceof Junction junction && junction.operator() == Junction.Operator.AND) {
            Selection selection = this;
            for (Condition each : junction.conditions()) {
                selection = selection.filter(each);
            }
            return selection;
        }
        if (isGrouped() && hasRawSql(condition)) {
            throw new IllegalArgumentException(
                    "Raw SQL doesn't say whether it is about groups or about their rows. Filter the rows before"
                            + " groupBy(...), or give an aggregate a name, as in"
                            + " with(\"n\", count()).filter(field(\"n\").gt(1)).");
        }
        Map<String, Term> used = new LinkedHashMap<>();
        condition.fields().forEach(name -> used.put(name, term(name)));
        Map<String, Typed> names = new LinkedHashMap<>();
        used.values().stream()
                .filter(term -> term.source() != Source.FIELD)
                .forEach(term -> names.put(term.name(), term.value()));
        BoundSql bound = session.bindNamed(shape, condition, names);
        return used.values().stream().anyMatch(term -> term.source() == Source.GROUP)
                ? new Selection(session, shape, rows, terms, groups.where(bound), order, isDistinct)
                : new Selection(session, shape, rows.where(bound), terms, groups, order, isDistinct);
    }

    private boolean isGrouped() {
        return !groups.terms().isEmpty() || terms.stream().anyMatch(term -> term.source() == Source.GROUP);
    }

    private static boolean hasRawSql(Expression expression) {
        return expression instanceof RawSql || expression.parts().stream().anyMatch(Selection::hasRawSql);
    }

    private Term term(String name) {
        return terms.stream()
                .filter(term -> term.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" isn't among the selected values "
                        + terms.stream().map(Term::name).toList() + "."));
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
        return (terms.indexOf(term(plain)) + 1) + (isDescending ? " desc" : "");
    }

    /** Returns the values of all rows, by their names. */
    public List<Map<String, @Nullable Object>> list() {
        return session.query(sql(), this::read);
    }

    /**
     * Returns the first value of all rows, leaving out nulls.
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

    /** The query of the first value, which is what others are compared with. */
    BoundSql values() {
        if (terms.size() < 2) {
            return sql();
        }
        boolean needsAll = !order.isEmpty() || isDistinct || groups.terms().size() > 1;
        if (!needsAll) {
            return new Selection(session, shape, rows, terms.subList(0, 1), groups, order, false).sql();
        }
        List<String> names = IntStream.rangeClosed(1, terms.size())
                .mapToObj(place -> " as value_" + place)
                .toList();
        BoundSql all = sql(names);
        return BoundSql.of("select value_1 from (" + all.text() + ") selected_values", List.of(all));
    }

    private BoundSql sql() {
        return sql(Collections.nCopies(terms.size(), ""));
    }

    /** Returns the query of all values, each with what follows it. */
    private BoundSql sql(List<String> suffixes) {
        List<BoundSql> pieces =
                new ArrayList<>(terms.stream().map(term -> term.value().sql()).toList());
        List<String> texts = new ArrayList<>();
        BoundSql.texts(pieces).forEach(text -> texts.add(text + suffixes.get(texts.size())));
        Select select = rows.selecting(texts).groupBy(groups.terms()).having(groups.condition());
        Select sorted = order.isEmpty() ? select : select.orderBy(order);
        pieces.addAll(rows.conditions());
        pieces.addAll(groups.conditions());
        String text = session.grammar().select(isDistinct ? sorted.as(Select.Kind.DISTINCT) : sorted);
        return BoundSql.of(text, pieces);
    }

    private Map<String, @Nullable Object> read(ResultSet result) throws SQLException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < terms.size(); i++) {
            ColumnType type = terms.get(i).value().type();
            values.put(
                    terms.get(i).name(),
                    type == null ? result.getObject(i + 1) : session.values().read(result, i + 1, type));
        }
        return values;
    }
}
