package io.kuaka.expression;

import static io.kuaka.source.JavaSource.staticCall;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value that the database computes: a field, a literal, a function, arithmetic, or raw SQL.
 *
 * <p>Expressions are immutable and compared by value. Fields are named as the model names them; only {@link RawSql}
 * and {@link RowNumber} name columns. A dialect spells an expression by visiting it with an {@link ExpressionVisitor}. The factory methods
 * are meant to be imported statically.
 */
public sealed interface Expression
        permits Condition,
                FieldRef,
                OuterField,
                Literal,
                FunctionCall,
                Arithmetic,
                CaseWhen,
                Related,
                Subquery,
                RowNumber {
    /** Calls the method of {@code visitor} that belongs to this kind of expression. */
    <R> R accept(ExpressionVisitor<R> visitor);

    /** Returns the direct parts of this expression. */
    List<Expression> parts();

    /** Returns this expression with other direct parts, given in the order of {@link #parts()}. */
    Expression withParts(List<Expression> parts);

    /** Returns the Java expression that makes an equal value. */
    JavaSource toSource();

    /** Returns this expression with {@code rename} applied to each field name. Raw SQL stays as it is. */
    default Expression mapFields(UnaryOperator<String> rename) {
        return withParts(parts().stream().map(part -> part.mapFields(rename)).toList());
    }

    /** Returns this expression with the column names inside raw SQL replaced. Fields stay as they are. */
    default Expression renameColumns(Map<String, String> renames) {
        return withParts(
                parts().stream().map(part -> part.renameColumns(renames)).toList());
    }

    /** Returns this expression with the name of a table replaced where raw SQL qualifies a column with it. */
    default Expression renameTable(String from, String to) {
        return withParts(
                parts().stream().map(part -> part.renameTable(from, to)).toList());
    }

    /** Returns this expression without the name of {@code table} before columns in raw SQL. */
    default Expression unqualified(String table) {
        return withParts(parts().stream().map(part -> part.unqualified(table)).toList());
    }

    /** Returns the names of all fields that occur, in the order of their first occurrence. */
    default Set<String> fields() {
        return parts().stream()
                .flatMap(part -> part.fields().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Returns whether raw SQL in this expression names the column; in SQL that isn't understood, the word alone counts.
     */
    default boolean mentionsColumn(String column) {
        return parts().stream().anyMatch(part -> part.mentionsColumn(column));
    }

    /**
     * Returns whether raw SQL qualifies a column with {@code table}; in SQL that isn't understood, the word alone
     * counts.
     */
    default boolean mentionsTable(String table) {
        return parts().stream().anyMatch(part -> part.mentionsTable(table));
    }

    /** Returns whether all raw SQL is understood, so that its columns can be renamed. */
    default boolean isUnderstood() {
        return parts().stream().allMatch(Expression::isUnderstood);
    }

    /** Returns whether the value is the same for every row, so it can be a column's default. */
    default boolean isSameForAllRows() {
        return fields().isEmpty() && !namesColumns();
    }

    /** Returns whether there is raw SQL in this expression, which may mention any column. */
    default boolean hasRawSql() {
        return parts().stream().anyMatch(Expression::hasRawSql);
    }

    /** Returns whether something in this expression names columns, which may belong to any field of the model. */
    default boolean namesColumns() {
        return hasRawSql() || parts().stream().anyMatch(Expression::namesColumns);
    }

    /** Returns the value of a field of the model at hand. */
    static FieldRef field(String name) {
        return new FieldRef(name);
    }

    /** Returns a literal: a text, number, boolean, date, time, UUID, byte array or null. */
    static Literal value(@Nullable Object value) {
        return new Literal(value);
    }

    /**
     * Returns SQL that is passed through as it is; it names columns, not fields. A name in backquotes is quoted as the
     * database requires.
     */
    static RawSql sql(String sql) {
        return new RawSql(sql);
    }

    /** Returns a call of a database function. */
    static FunctionCall function(String name, Object... arguments) {
        return new FunctionCall(name, Stream.of(arguments).map(Expression::of).toList());
    }

    /** Returns the concatenation of {@code parts}. */
    static FunctionCall concat(Object... parts) {
        return function(FunctionCall.CONCAT, parts);
    }

    /** Returns the first of {@code choices} that isn't null. */
    static FunctionCall coalesce(Object... choices) {
        return function("coalesce", choices);
    }

    /** Returns {@code text} in lower case. */
    static FunctionCall lower(Object text) {
        return function("lower", text);
    }

    /** Returns {@code text} in upper case. */
    static FunctionCall upper(Object text) {
        return function("upper", text);
    }

    /** Returns {@code text} without the spaces at its beginning and end. */
    static FunctionCall trim(Object text) {
        return function("trim", text);
    }

    /** Returns the number of characters of {@code text}. */
    static FunctionCall length(Object text) {
        return function(FunctionCall.LENGTH, text);
    }

    /** Returns {@code count} characters of {@code text}, from the one with the number {@code start}, the first being 1. */
    static FunctionCall substring(Object text, Object start, Object count) {
        return function(FunctionCall.SUBSTRING, text, start, count);
    }

    /** Returns {@code text} with each {@code part} replaced. */
    static FunctionCall replace(Object text, Object part, Object replacement) {
        return function("replace", text, part, replacement);
    }

    /** Returns null if the two values are equal, otherwise the first one. */
    static FunctionCall nullIf(Object value, Object other) {
        return function("nullif", value, other);
    }

    /** Returns a number without its sign. */
    static FunctionCall abs(Object number) {
        return function("abs", number);
    }

    /**
     * Returns a part of a date or time as an integer. Moments in time are taken apart in the zone of the session, on
     * SQLite in that of the process.
     */
    static FunctionCall part(DatePart part, Object value) {
        return function(part.function(), value);
    }

    /** Returns the value of the first branch whose condition holds; more branches can be added. */
    static CaseWhen when(Condition condition, @Nullable Object value) {
        return new CaseWhen(List.of(new CaseWhen.Branch(condition, of(value))), value(null));
    }

    /** Returns how many rows refer to the row at hand by {@code reference}, as in {@code Book.author}. */
    static Related countOf(String reference) {
        return new Related(Related.Figure.COUNT, reference, null);
    }

    /** Returns the sum of a value over the rows that refer to the row at hand; null if there are none. */
    static Related sumOf(String reference, Expression value) {
        return new Related(Related.Figure.SUM, reference, value);
    }

    /** Returns the least value of the rows that refer to the row at hand; null if there are none. */
    static Related minOf(String reference, Expression value) {
        return new Related(Related.Figure.MIN, reference, value);
    }

    /** Returns the greatest value of the rows that refer to the row at hand; null if there are none. */
    static Related maxOf(String reference, Expression value) {
        return new Related(Related.Figure.MAX, reference, value);
    }

    /** Returns the average of a value over the rows that refer to the row at hand; null if there are none. */
    static Related avgOf(String reference, Expression value) {
        return new Related(Related.Figure.AVG, reference, value);
    }

    /**
     * Returns a value of the one row of a model for which a condition holds, as in {@code valueOf("users.Tenant",
     * field("id")).where(field("slug").eq("main"))}; null if there is none. Databases refuse several rows, except for
     * SQLite, unless {@link Related#orderedBy} says which one comes first.
     */
    static Related valueOf(String model, Expression value) {
        return new Related(Related.Figure.VALUE, model, value);
    }

    /**
     * Returns the value of a field of the row at hand, within a condition on the rows of another model: {@code
     * valueOf("Country", field("id")).where(field("code").eq(outer("countryCode")))}.
     */
    static OuterField outer(String field) {
        return new OuterField(field);
    }

    /**
     * Returns the number of a row of {@code table}, from 0, among those with the same values in the columns {@code group}, in
     * the order of the columns {@code order}: a one-off default for a new column that orders a collection.
     */
    static RowNumber rowNumber(String table, List<String> group, List<String> order) {
        return new RowNumber(null, table, group, order);
    }

    /** Returns the condition that a row refers to the row at hand by {@code reference}, as in {@code Book.author}. */
    static Condition exists(String reference) {
        return new Condition.Exists(reference, null);
    }

    /** Returns the condition that such a row exists for which {@code where} holds, in terms of the other model. */
    static Condition exists(String reference, Condition where) {
        return new Condition.Exists(reference, where);
    }

    /** Returns the moment at which the statement or transaction began, as the database defines it. */
    static FunctionCall now() {
        return function(FunctionCall.NOW);
    }

    /** Returns the condition that {@code condition} doesn't hold. */
    static Condition not(Condition condition) {
        return new Condition.Not(condition);
    }

    /** Returns {@code value} if it is an expression, otherwise a literal of it. */
    static Expression of(@Nullable Object value) {
        return value instanceof Expression expression ? expression : new Literal(value);
    }

    /** Returns the condition that this value equals {@code other}. */
    default Condition eq(@Nullable Object other) {
        return compare(Comparison.EQ, other);
    }

    /** Returns the condition that this value differs from {@code other}. */
    default Condition ne(@Nullable Object other) {
        return compare(Comparison.NE, other);
    }

    /** Returns the condition that this value is less than {@code other}. */
    default Condition lt(Object other) {
        return compare(Comparison.LT, other);
    }

    /** Returns the condition that this value is at most {@code other}. */
    default Condition le(Object other) {
        return compare(Comparison.LE, other);
    }

    /** Returns the condition that this value is greater than {@code other}. */
    default Condition gt(Object other) {
        return compare(Comparison.GT, other);
    }

    /** Returns the condition that this value is at least {@code other}. */
    default Condition ge(Object other) {
        return compare(Comparison.GE, other);
    }

    /** Returns the condition that this value is null. */
    default Condition isNull() {
        return new Condition.IsNull(this);
    }

    /** Returns the condition that this value isn't null. */
    default Condition isNotNull() {
        return new Condition.Not(isNull());
    }

    /** Returns the condition that this value is one of {@code values}. */
    default Condition in(Object... values) {
        return new Condition.In(this, Stream.of(values).map(Expression::of).toList());
    }

    /** Returns the condition that this value is one of {@code values}. */
    default Condition in(Collection<?> values) {
        return in(values.toArray());
    }

    /** Returns the condition that this value lies between two others, both included. */
    default Condition between(Object least, Object greatest) {
        return ge(least).and(le(greatest));
    }

    /**
     * Returns the condition that this text matches an SQL {@code like} pattern. Whether case matters depends on the
     * database, unless {@link Condition.Like#matchingCase} or {@link Condition.Like#ignoringCase} follows.
     */
    default Condition.Like like(Object pattern) {
        return new Condition.Like(this, of(pattern));
    }

    /** Returns the condition that this text begins with {@code prefix}; wildcards in it stand for themselves. */
    default Condition.Like startsWith(String prefix) {
        return like(Condition.Like.escape(prefix) + "%");
    }

    /** Returns the condition that this text ends with {@code suffix}; wildcards in it stand for themselves. */
    default Condition.Like endsWith(String suffix) {
        return like("%" + Condition.Like.escape(suffix));
    }

    /** Returns the condition that this text contains {@code part}; wildcards in it stand for themselves. */
    default Condition.Like contains(String part) {
        return like("%" + Condition.Like.escape(part) + "%");
    }

    /** Returns the sum of this value and {@code other}. */
    default Expression plus(Object other) {
        return new Arithmetic(Arithmetic.Operator.PLUS, this, of(other));
    }

    /** Returns this value less {@code other}. */
    default Expression minus(Object other) {
        return new Arithmetic(Arithmetic.Operator.MINUS, this, of(other));
    }

    /** Returns this value multiplied by {@code other}. */
    default Expression times(Object other) {
        return new Arithmetic(Arithmetic.Operator.TIMES, this, of(other));
    }

    /** Returns this value divided by {@code other}. */
    default Expression dividedBy(Object other) {
        return new Arithmetic(Arithmetic.Operator.DIVIDED_BY, this, of(other));
    }

    private Condition compare(Comparison comparison, @Nullable Object other) {
        return new Condition.Compare(comparison, this, of(other));
    }

    /** Returns the source of an argument: literals as plain Java values, everything else as expressions. */
    static JavaSource argument(Expression expression) {
        return expression instanceof Literal literal ? Literals.of(literal.value()) : expression.toSource();
    }

    /** Returns a static call of one of this interface's factories. */
    static JavaSource factory(String name, JavaSource... arguments) {
        return staticCall(Expression.class, name, arguments);
    }

    /** Returns {@code renames} as an operator that keeps all other names. */
    static UnaryOperator<String> renaming(Map<String, String> renames) {
        Map<String, String> copy = new LinkedHashMap<>(renames);
        return name -> copy.getOrDefault(name, name);
    }
}
