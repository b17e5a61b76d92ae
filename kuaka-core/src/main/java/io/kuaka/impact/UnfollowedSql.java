package io.kuaka.impact;

import io.kuaka.expression.Expression;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds raw SQL that has the old name of a renamed column or table in it, and isn't understood well enough to follow. */
final class UnfollowedSql {
    private UnfollowedSql() {}

    /** Returns what stays as it is on the way from one state of a model to another, as sentences. */
    static List<String> between(ModelState then, ModelState now) {
        List<String> sentences = new ArrayList<>();
        Set<String> columns = renamedColumns(then, now);
        boolean isTableRenamed = !then.table().equals(now.table());
        unreadable(now).forEach((owner, expressions) -> {
            columns.stream()
                    .filter(column -> expressions.stream().anyMatch(each -> each.mentionsColumn(column)))
                    .map(column -> sentence("column \"" + column + "\" of \"" + now.table() + "\"", owner))
                    .forEach(sentences::add);
            if (isTableRenamed && expressions.stream().anyMatch(each -> each.mentionsTable(then.table()))) {
                sentences.add(sentence("table \"" + then.table() + "\"", owner));
            }
        });
        return sentences;
    }

    private static String sentence(String renamed, String owner) {
        return "Renames the " + renamed + ", which the SQL of " + owner
                + " may mention. Kuaka can't read that SQL and leaves it unchanged; adapt it if it does.";
    }

    /** Fields that come or go take their columns with them; renames leave as many fields as there were. */
    private static Set<String> renamedColumns(ModelState then, ModelState now) {
        Set<String> gone = columns(then);
        gone.removeAll(columns(now));
        return then.fields().size() == now.fields().size() ? gone : Set.of();
    }

    private static Set<String> columns(ModelState model) {
        Set<String> columns = new LinkedHashSet<>();
        model.fields().values().forEach(field -> columns.addAll(field.columns()));
        return columns;
    }

    /** Returns the expressions that aren't understood, by the words for what they belong to. */
    private static Map<String, List<Expression>> unreadable(ModelState model) {
        Map<String, List<Expression>> found = new LinkedHashMap<>();
        model.fields().values().forEach(field -> add(found, "the field \"" + field.name() + "\"", values(field)));
        model.indexes()
                .values()
                .forEach(index -> add(found, "the index \"" + index.name() + "\"", index.expressions()));
        model.constraints()
                .values()
                .forEach(constraint ->
                        add(found, "the constraint \"" + constraint.name() + "\"", constraint.expressions()));
        return found;
    }

    private static Stream<Expression> values(Field field) {
        return Stream.concat(
                Stream.ofNullable(field.defaultValue()),
                Stream.ofNullable(field.generated()).map(generated -> generated.expression()));
    }

    private static void add(Map<String, List<Expression>> found, String owner, Stream<Expression> expressions) {
        List<Expression> unreadable =
                expressions.filter(expression -> !expression.isUnderstood()).toList();
        if (!unreadable.isEmpty()) {
            found.put(owner, unreadable);
        }
    }
}
