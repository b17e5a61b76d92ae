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

/** Finds raw SQL that may mention a renamed column or table, and that Kuaka can't read well enough to rewrite. */
final class UnfollowedSqlReader {
    private UnfollowedSqlReader() {}

    /** Returns the SQL that keeps old names between two versions of a model. */
    static List<DataLoss> between(ModelState then, ModelState now) {
        List<DataLoss> found = new ArrayList<>();
        Set<String> columns = renamedColumns(then, now);
        boolean isTableRenamed = !then.table().equals(now.table());
        unreadable(now).forEach((owner, expressions) -> {
            columns.stream()
                    .filter(column -> expressions.stream().anyMatch(each -> each.mentionsColumn(column)))
                    .map(column -> "column \"" + column + "\" of \"" + now.table() + "\"")
                    .map(renamed -> new DataLoss.UnfollowedSql(now.table(), renamed, owner))
                    .forEach(found::add);
            if (isTableRenamed && expressions.stream().anyMatch(each -> each.mentionsTable(then.table()))) {
                found.add(new DataLoss.UnfollowedSql(now.table(), "table \"" + then.table() + "\"", owner));
            }
        });
        return found;
    }

    /** Added and removed fields bring or take their columns; renames leave the number of fields unchanged. */
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

    /** Returns the expressions that Kuaka can't read, by the words for what they belong to. */
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
