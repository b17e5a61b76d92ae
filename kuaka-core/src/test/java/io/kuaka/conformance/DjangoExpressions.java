package io.kuaka.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Brings values, conditions and expressions over. What has no like in Kuaka becomes a function of that name. */
final class DjangoExpressions {
    private DjangoExpressions() {}

    /** Returns a plain value, or an expression where it is one. */
    static Expression expression(JsonNode json) {
        if (json.has("f")) {
            return Expression.field(fieldName(json.path("f").asText()));
        }
        if (json.has("q")) {
            return condition(json);
        }
        if (json.has("expr")) {
            return call(json);
        }
        if (json.has("value") && !json.has("$type") && !json.has("$enum")) {
            return expression(json.path("value"));
        }
        return Expression.value(value(json));
    }

    /** Returns a condition, of which an expression may be one too. */
    static Condition condition(JsonNode json) {
        if (!json.has("q")) {
            return expression(json).eq(true);
        }
        List<Condition> parts = json.path("children")
                .valueStream()
                .map(child -> child.has("lookup") ? lookup(child) : condition(child))
                .toList();
        Condition joined = parts.isEmpty()
                ? Expression.value(true).eq(true)
                : join(json.path("q").asText(), parts);
        return json.path("not").asBoolean() ? Expression.not(joined) : joined;
    }

    private static Condition join(String connector, List<Condition> parts) {
        return switch (connector) {
            case "OR" -> parts.stream().reduce(Condition::or).orElseThrow();
            case "AND" -> parts.stream().reduce(Condition::and).orElseThrow();
            default -> Expression.function("xor", parts.toArray()).eq(true);
        };
    }

    private static Condition lookup(JsonNode child) {
        String[] path = child.path("lookup").asText().split("__");
        Expression field = Expression.field(fieldName(path[0]));
        Expression value = expression(child.path("value"));
        String name = path.length == 1 ? "exact" : path[path.length - 1];
        return switch (name) {
            case "exact" -> field.eq(value);
            case "gt" -> field.gt(value);
            case "gte" -> field.ge(value);
            case "lt" -> field.lt(value);
            case "lte" -> field.le(value);
            case "isnull" -> child.path("value").asBoolean() ? field.isNull() : field.isNotNull();
            default -> Expression.function(name, field, value).eq(true);
        };
    }

    private static Expression call(JsonNode json) {
        List<Object> arguments = new ArrayList<>();
        boolean isCombined = json.path("expr").asText().equals("CombinedExpression");
        json.path("args").valueStream().forEach(argument -> {
            boolean isField = argument.isTextual() && !isCombined;
            arguments.add(isField ? Expression.field(fieldName(argument.asText())) : expression(argument));
        });
        json.path("kwargs").properties().stream()
                .filter(entry -> !entry.getKey().equals("output_field"))
                .forEach(entry -> arguments.add(Expression.value(entry.getKey() + "=" + entry.getValue())));
        String name = json.path("expr").asText().toLowerCase(Locale.ROOT);
        return Expression.function(name, arguments.toArray());
    }

    private static Object value(JsonNode json) {
        if (json.isNull() || json.isMissingNode()) {
            return null;
        }
        if (json.isBoolean()) {
            return json.asBoolean();
        }
        if (json.isInt()) {
            return json.asInt();
        }
        if (json.isIntegralNumber()) {
            return json.asLong();
        }
        if (json.isNumber()) {
            return json.decimalValue();
        }
        if (json.path("$type").asText().equals("decimal")) {
            return new BigDecimal(json.path("value").asText());
        }
        return json.isTextual() ? json.asText() : json.toString();
    }

    private static String fieldName(String path) {
        return Stream.of(path.split("__")).findFirst().orElseThrow();
    }
}
