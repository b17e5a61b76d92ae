package io.kuaka.hibernate.constraint;

import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.expression.FieldRef;
import io.kuaka.expression.SqlSyntax;
import io.kuaka.expression.SqlToken;
import io.kuaka.expression.SqlTokenizer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a check that Hibernate wrote with quoted names as a condition over fields.
 *
 * <p>Quoting differs between databases, so SQL with quoted names isn't portable. Hibernate's own checks are simple:
 * comparisons with literals, {@code in}, {@code between}, null or not, joined by {@code and} and {@code or}.
 */
final class GeneratedCheck {
    private final List<String> tokens;
    private final Function<String, Optional<String>> fieldOf;
    private int next;

    private GeneratedCheck(String sql, Function<String, Optional<String>> fieldOf) {
        this.fieldOf = fieldOf;
        List<SqlToken> all = SqlTokenizer.tokens(sql, SqlSyntax.STANDARD);
        boolean isClosed = all.stream().noneMatch(token -> token.kind() == SqlToken.Kind.UNCLOSED);
        tokens = isClosed
                ? all.stream().filter(SqlToken::isCode).map(SqlToken::text).toList()
                : List.of();
    }

    /** Stops the parsing of a check that isn't as simple as expected. */
    private static final class NotSimple extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Returns the condition, or the SQL itself if it is less simple or has no quoted name.
     *
     * @param fieldOf finds the field of a column by the column's name without quotes
     */
    static Condition of(String sql, Function<String, Optional<String>> fieldOf) {
        if (!sql.contains("\"")) {
            return Expression.sql(sql);
        }
        GeneratedCheck check = new GeneratedCheck(sql, fieldOf);
        try {
            Condition condition = check.either();
            return check.next == check.tokens.size() ? condition : Expression.sql(sql);
        } catch (NotSimple e) {
            return Expression.sql(sql);
        }
    }

    private Condition either() throws NotSimple {
        Condition condition = both();
        while (take("or")) {
            condition = condition.or(both());
        }
        return condition;
    }

    private Condition both() throws NotSimple {
        Condition condition = single();
        while (take("and")) {
            condition = condition.and(single());
        }
        return condition;
    }

    private Condition single() throws NotSimple {
        if (take("(")) {
            Condition condition = either();
            require(")");
            return condition;
        }
        FieldRef field = field();
        return switch (token()) {
            case "is" -> {
                boolean not = take("not");
                require("null");
                yield not ? field.isNotNull() : field.isNull();
            }
            case "in" -> field.in(literals().toArray());
            case "between" -> {
                Object low = literal();
                require("and");
                yield field.ge(low).and(field.le(literal()));
            }
            case "=" -> field.eq(literal());
            case "<>" -> field.ne(literal());
            case "<" -> field.lt(literal());
            case "<=" -> field.le(literal());
            case ">" -> field.gt(literal());
            case ">=" -> field.ge(literal());
            default -> throw new NotSimple();
        };
    }

    private FieldRef field() throws NotSimple {
        String token = token();
        String name = token.startsWith("\"") ? token.substring(1, token.length() - 1) : token;
        return Expression.field(fieldOf.apply(name).orElseThrow(NotSimple::new));
    }

    private List<Object> literals() throws NotSimple {
        List<Object> literals = new ArrayList<>();
        require("(");
        do {
            literals.add(literal());
        } while (take(","));
        require(")");
        return literals;
    }

    private Object literal() throws NotSimple {
        String token = take("-") ? "-" + token() : token();
        if (token.startsWith("'")) {
            return token.substring(1, token.length() - 1).replace("''", "'");
        }
        if (token.matches("-?\\d{1,9}")) {
            return Integer.valueOf(token);
        }
        if (token.matches("-?\\d+(\\.\\d+)?")) {
            return new BigDecimal(token);
        }
        throw new NotSimple();
    }

    private String token() throws NotSimple {
        if (next == tokens.size()) {
            throw new NotSimple();
        }
        return tokens.get(next++);
    }

    private boolean take(String expected) {
        boolean found = next < tokens.size() && tokens.get(next).equalsIgnoreCase(expected);
        next += found ? 1 : 0;
        return found;
    }

    private void require(String expected) throws NotSimple {
        if (!take(expected)) {
            throw new NotSimple();
        }
    }
}
