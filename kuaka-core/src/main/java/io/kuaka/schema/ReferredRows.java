package io.kuaka.schema;

import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows of a table that values of another one are to refer to.
 *
 * @param fields the fields with the values, in the order of the target's key
 */
public record ReferredRows(ModelState target, ModelState model, List<String> fields) {
    /** Inserts those that are missing, with their key alone. */
    public void insert(SchemaEditor editor) {
        SqlGrammar grammar = editor.grammar();
        List<String> keys = target.primaryKey().stream()
                .flatMap(field -> field.columns().stream())
                .map(grammar::identifier)
                .toList();
        List<String> values = fields.stream()
                .flatMap(field -> model.field(field).columns().stream())
                .map(column -> "child." + grammar.identifier(column))
                .toList();
        String known = "exists (select 1 from " + grammar.name(name(target)) + " parent where "
                + IntStream.range(0, Math.min(keys.size(), values.size()))
                        .mapToObj(i -> "parent." + keys.get(i) + " = " + values.get(i))
                        .collect(Collectors.joining(" and "))
                + ")";
        String rows = " from " + grammar.name(name(model)) + " child where ";
        if (isKey()) {
            editor.changeRows(Sql.assertEmpty(
                    "select 1" + rows + known,
                    "Table \"" + target.table() + "\" has rows with keys of \"" + model.table()
                            + "\", and both would be one. Give one of them other keys first."));
        }
        String present = values.stream().map(value -> value + " is not null").collect(Collectors.joining(" and "));
        editor.changeRows(Sql.rows("insert into " + grammar.name(name(target)) + " (" + String.join(", ", keys)
                + ") select distinct " + String.join(", ", values) + rows + present + " and not " + known));
    }

    /** Rows of two tables may not share one of a third, as those of classes in a hierarchy. */
    private boolean isKey() {
        return model.primaryKey().stream().map(Field::name).toList().equals(fields);
    }

    private static TableName name(ModelState model) {
        return new TableName(model.schema(), model.table());
    }
}
