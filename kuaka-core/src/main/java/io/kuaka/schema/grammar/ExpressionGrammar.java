package io.kuaka.schema.grammar;

import io.kuaka.expression.Arithmetic;
import io.kuaka.expression.CaseWhen;
import io.kuaka.expression.Comparison;
import io.kuaka.expression.Condition;
import io.kuaka.expression.DatePart;
import io.kuaka.expression.Expression;
import io.kuaka.expression.ExpressionVisitor;
import io.kuaka.expression.FieldRef;
import io.kuaka.expression.FunctionCall;
import io.kuaka.expression.Literal;
import io.kuaka.expression.OuterField;
import io.kuaka.expression.RawSql;
import io.kuaka.expression.Related;
import io.kuaka.expression.RowNumber;
import io.kuaka.expression.Subquery;
import io.kuaka.schema.table.TableName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a database spells expressions. Field names are column names here.
 *
 * <p>A part is put in parentheses if operator precedence requires it; raw SQL always is when it is part of something.
 */
public abstract class ExpressionGrammar extends LiteralGrammar implements ExpressionVisitor<String> {
    /** Returns an expression as SQL. */
    public final String expression(Expression expression) {
        return expression.accept(this);
    }

    /** Returns an expression as SQL that can be used wherever a single value is allowed. */
    public final String operand(Expression expression) {
        return operand(expression, Precedence.ATOM);
    }

    private String operand(Expression expression, Precedence atLeast) {
        String sql = expression(expression);
        return Precedence.of(expression).compareTo(atLeast) < 0 ? "(" + sql + ")" : sql;
    }

    /** Returns whether an expression is SQL that the user wrote. */
    protected static boolean isRaw(Expression expression) {
        return Precedence.of(expression) == Precedence.RAW;
    }

    /** Returns the moment at which the statement or transaction began. */
    protected String now() {
        return "current_timestamp";
    }

    /** Returns the concatenation of texts, each part being an operand. */
    protected String concat(List<String> parts) {
        return String.join(" || ", parts);
    }

    /** Returns a pattern of {@code like}, for databases with more than the standard's two wildcards. */
    protected String pattern(String standard) {
        return standard;
    }

    /** Returns a pattern of {@code like} for {@link #likeInCase}. */
    protected String patternInCase(String standard) {
        return pattern(standard);
    }

    /** Returns the pattern of a condition as this database needs it; a computed one stays as it is. */
    public final Expression pattern(Condition.Like like) {
        return like.pattern() instanceof Literal literal && literal.value() instanceof String text
                ? Expression.value(
                        like.letterCase() == Condition.Like.LetterCase.MATCHING ? patternInCase(text) : pattern(text))
                : like.pattern();
    }

    /** Returns the words that make the backslash the escape character of a pattern. */
    protected String escapeClause() {
        return " escape '\\'";
    }

    @Override
    public String field(FieldRef field) {
        return identifier(field.name());
    }

    @Override
    public String outer(OuterField field) {
        throw onlyInQueries(field);
    }

    @Override
    public String literal(Literal literal) {
        return literal(literal.value());
    }

    @Override
    public String function(FunctionCall call) {
        return switch (call.name()) {
            case FunctionCall.NOW -> now();
            case FunctionCall.CONCAT ->
                concat(call.arguments().stream().map(this::operand).toList());
            case FunctionCall.LENGTH -> lengthFunction() + "(" + list(call.arguments()) + ")";
            case FunctionCall.SUBSTRING -> substringFunction() + "(" + list(call.arguments()) + ")";
            default ->
                DatePart.ofFunction(call.name())
                        .filter(part -> call.arguments().size() == 1)
                        .map(part -> part(part, list(call.arguments())))
                        .orElseGet(() -> call.name() + "(" + list(call.arguments()) + ")");
        };
    }

    /** Returns the name of the function that counts the characters of a text. */
    protected String lengthFunction() {
        return "char_length";
    }

    /** Returns the name of the function that takes a part of a text by its start and length. */
    protected String substringFunction() {
        return "substring";
    }

    /** Returns a part of a date or time as an integer. */
    protected String part(DatePart part, String value) {
        return "extract(" + part.function() + " from " + value + ")";
    }

    @Override
    public String arithmetic(Arithmetic arithmetic) {
        Precedence own = Precedence.of(arithmetic);
        return operand(arithmetic.left(), own) + " " + arithmetic.operator().sign() + " "
                + operand(arithmetic.right(), own.tighter());
    }

    @Override
    public String raw(RawSql raw) {
        return raw.sql(this::quote);
    }

    @Override
    public String compare(Condition.Compare compare) {
        String left = operand(compare.left(), Precedence.SUM);
        if (isNull(compare.right()) && compare.comparison() == Comparison.EQ) {
            return left + " is null";
        }
        if (isNull(compare.right()) && compare.comparison() == Comparison.NE) {
            return left + " is not null";
        }
        return left + " " + compare.comparison().sign() + " " + operand(compare.right(), Precedence.SUM);
    }

    private static boolean isNull(Expression expression) {
        return expression.equals(Expression.value(null));
    }

    @Override
    public String junction(Condition.Junction junction) {
        Precedence tighter = Precedence.of(junction).tighter();
        String word =
                switch (junction.operator()) {
                    case AND -> " and ";
                    case OR -> " or ";
                };
        return junction.conditions().stream()
                .map(condition -> operand(condition, tighter))
                .collect(Collectors.joining(word));
    }

    @Override
    public String not(Condition.Not not) {
        return not.condition().accept(new Negation());
    }

    @Override
    public String isNull(Condition.IsNull isNull) {
        return operand(isNull.operand(), Precedence.SUM) + " is null";
    }

    @Override
    public String in(Condition.In in) {
        return in.choices().isEmpty()
                ? "1 = 0"
                : operand(in.operand(), Precedence.SUM) + " in (" + list(in.choices()) + ")";
    }

    @Override
    public String like(Condition.Like like) {
        return like(like, "");
    }

    private String like(Condition.Like like, String not) {
        String text = operand(like.operand(), Precedence.SUM);
        String pattern = operand(pattern(like), Precedence.SUM);
        return switch (like.letterCase()) {
            case NATIVE -> text + not + " like " + pattern + escapeClause();
            case MATCHING -> likeInCase(text, not, pattern);
            case IGNORING -> "lower(" + text + ")" + not + " like lower(" + pattern + ")" + escapeClause();
        };
    }

    /** Returns a condition with {@code like} for which upper and lower case differ; {@code not} may negate it. */
    protected String likeInCase(String text, String not, String pattern) {
        return text + not + " like " + pattern + escapeClause();
    }

    @Override
    public String caseWhen(CaseWhen caseWhen) {
        String branches = caseWhen.branches().stream()
                .map(branch -> " when " + expression(branch.condition()) + " then " + expression(branch.value()))
                .collect(Collectors.joining());
        return "case" + branches + " else " + expression(caseWhen.otherwise()) + " end";
    }

    /** What needs other tables is spelled by those who know them. */
    @Override
    public String exists(Condition.Exists exists) {
        throw onlyInQueries(exists);
    }

    @Override
    public String related(Related related) {
        throw onlyInQueries(related);
    }

    @Override
    public String subquery(Subquery subquery) {
        throw onlyInQueries(subquery);
    }

    /**
     * The rows are counted in a subquery of its own, because MySQL doesn't update a table that an expression reads. Its
     * names are nobody's, for it hides columns of the same name.
     */
    @Override
    public String rowNumber(RowNumber rowNumber) {
        List<String> group = identifiers(rowNumber.group());
        List<String> order = identifiers(rowNumber.order());
        List<String> columns = Stream.concat(group.stream(), order.stream()).toList();
        String counted = IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i) + " as kuaka__c" + i)
                .collect(Collectors.joining(", "));
        String same = IntStream.range(0, columns.size())
                .mapToObj(i -> i < group.size()
                        ? "kuaka__c" + i + " = " + columns.get(i)
                        : isSame("kuaka__c" + i, columns.get(i)))
                .collect(Collectors.joining(" and "));
        String partition = group.isEmpty() ? "" : "partition by " + String.join(", ", group) + " ";
        return "(select kuaka__place from (select " + counted + ", row_number() over (" + partition + "order by "
                + String.join(", ", order) + ") - 1 as kuaka__place from "
                + name(new TableName(rowNumber.schema(), rowNumber.table())) + ") kuaka__rows where " + same + ")";
    }

    private List<String> identifiers(List<String> names) {
        return names.stream().map(this::identifier).toList();
    }

    /** Returns the condition that two values are equal or both null. */
    protected String isSame(String value, String other) {
        return value + " is not distinct from " + other;
    }

    private static IllegalArgumentException onlyInQueries(Expression expression) {
        return new IllegalArgumentException(
                "Only queries and changes of rows can read other rows, but this isn't one: " + expression + ".");
    }

    private String list(List<Expression> expressions) {
        return expressions.stream().map(this::expression).collect(Collectors.joining(", "));
    }

    /** Spells the opposite of an expression. */
    private final class Negation implements ExpressionVisitor<String> {
        private String plain(Expression expression) {
            return "not " + operand(expression, Precedence.ATOM);
        }

        @Override
        public String field(FieldRef field) {
            return plain(field);
        }

        @Override
        public String outer(OuterField field) {
            return plain(field);
        }

        @Override
        public String literal(Literal literal) {
            return plain(literal);
        }

        @Override
        public String function(FunctionCall call) {
            return plain(call);
        }

        @Override
        public String arithmetic(Arithmetic arithmetic) {
            return plain(arithmetic);
        }

        @Override
        public String raw(RawSql raw) {
            return plain(raw);
        }

        @Override
        public String compare(Condition.Compare compare) {
            return plain(compare);
        }

        @Override
        public String junction(Condition.Junction junction) {
            return plain(junction);
        }

        @Override
        public String not(Condition.Not not) {
            return plain(not);
        }

        @Override
        public String isNull(Condition.IsNull isNull) {
            return operand(isNull.operand(), Precedence.SUM) + " is not null";
        }

        @Override
        public String in(Condition.In in) {
            return in.choices().isEmpty()
                    ? "1 = 1"
                    : operand(in.operand(), Precedence.SUM) + " not in (" + list(in.choices()) + ")";
        }

        @Override
        public String like(Condition.Like like) {
            return ExpressionGrammar.this.like(like, " not");
        }

        @Override
        public String exists(Condition.Exists exists) {
            return plain(exists);
        }

        @Override
        public String caseWhen(CaseWhen caseWhen) {
            return plain(caseWhen);
        }

        @Override
        public String related(Related related) {
            return plain(related);
        }

        @Override
        public String subquery(Subquery subquery) {
            return plain(subquery);
        }

        @Override
        public String rowNumber(RowNumber rowNumber) {
            return plain(rowNumber);
        }
    }
}
