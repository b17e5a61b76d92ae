package io.kuaka.schema;

import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import io.kuaka.state.UniqueConstraint;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The change of positions in lists by a number.
 *
 * <p>Databases compare keys row by row. So positions in a key become negative first, in which case they are none of those that are left,
 * and then what they are to be.
 *
 * @param owner the fields that a row in one of the lists has
 */
public record PositionShift(ModelState model, String field, int by, List<String> owner) {
    /** Changes the rows. */
    public void execute(SchemaEditor editor) {
        SqlGrammar grammar = editor.grammar();
        TableName table = new TableName(model.schema(), model.table());
        String position = grammar.identifier(model.field(field).columns().get(0));
        int first = Math.max(0, -by);
        editor.changeRows(Sql.assertEmpty(
                "select 1 from " + grammar.name(table) + " where " + condition(grammar, position + " < " + first),
                "Column \"" + model.field(field).columns().get(0) + "\" of table \"" + model.table()
                        + "\" has positions below " + first + ", which can't be shifted by " + by
                        + ". Fix those lists first."));
        if (!isInKey()) {
            String shifted = position + (by < 0 ? " - " : " + ") + Math.abs(by);
            editor.changeRows(Sql.rows(grammar.update(
                    table, List.of(position + " = " + shifted), condition(grammar, position + " is not null"))));
            return;
        }
        int before = -1 - by;
        editor.changeRows(Sql.rows(grammar.update(
                table,
                List.of(position + " = " + before + " - " + position),
                condition(grammar, position + " >= " + first))));
        editor.changeRows(Sql.rows(grammar.update(
                table, List.of(position + " = -1 - " + position), condition(grammar, position + " < 0"))));
    }

    private boolean isInKey() {
        Field positions = model.field(field);
        return positions.isPrimaryKey()
                || positions.isUnique()
                || model.constraints().values().stream()
                        .anyMatch(constraint -> constraint instanceof UniqueConstraint && constraint.uses(positions))
                || model.indexes().values().stream().anyMatch(index -> index.isUnique() && index.uses(positions));
    }

    private String condition(SqlGrammar grammar, String position) {
        return position
                + owner.stream()
                        .map(each -> model.field(each).columns().get(0))
                        .map(column -> " and " + grammar.identifier(column) + " is not null")
                        .collect(Collectors.joining());
    }
}
