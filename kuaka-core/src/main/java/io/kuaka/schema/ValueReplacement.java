package io.kuaka.schema;

import io.kuaka.expression.Expression;
import io.kuaka.schema.diff.TableChange;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableMapping;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Constraint;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.Names;
import io.kuaka.state.ProjectState;
import io.kuaka.state.TypeFamily;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The change of a field whose values are others from then on, each known by what it was: {@code 'Y'} for true.
 *
 * <p>No cast knows of them. So the new column is added beside the old one and filled, and then the old one goes.
 *
 * @param field the field, which has one column before and after
 * @param replacements what each former value becomes; null stays null
 */
public record ValueReplacement(OperationContext context, ModelKey key, String field, Map<Object, Object> replacements) {

    /**
     * Changes the table and replaces the values.
     *
     * @param fill what rows with null get; null where they need nothing
     */
    public void execute(SchemaEditor editor, @Nullable Expression fill) {
        Field before = context.before().model(key).field(field);
        Field after = context.after().model(key).field(field);
        String column = after.columns().get(0);
        Field former = plain(before).columns(Names.temporary(before.columns().get(0)));
        ProjectState renamed = context.before()
                .updateModel(key, model -> unchecked(model, before).withAlteredField(former));
        Field interim =
                Field.of(Names.temporary(field), after.type()).column(column).nullable();
        ProjectState filled = renamed.updateModel(key, model -> model.withField(interim));
        SqlGrammar grammar = editor.grammar();
        requireKnown(grammar, before.columns().get(0)).ifPresent(editor::changeRows);
        editor.alterTables(context.between(context.before(), renamed).changes(key.name()));
        editor.alterTables(context.between(renamed, filled).changes(key.name()));
        editor.changeRows(replace(grammar, former.columns().get(0), column));
        editor.alterTables(List.of(new TableChange(
                TableMapping.of(filled, key),
                TableMapping.of(context.after(), key),
                Map.of(),
                fill == null ? Map.of() : Map.of(column, fill))));
    }

    /** MariaDB can't rename a column after it has dropped another one whose check was renamed along: "Unknown column in CHECK". */
    private static ModelState unchecked(ModelState model, Field field) {
        ModelState unchecked = model;
        for (Constraint constraint : model.constraints().values()) {
            if (constraint instanceof CheckConstraint && constraint.uses(field)) {
                unchecked = unchecked.withoutConstraint(constraint.name());
            }
        }
        return unchecked;
    }

    /** The check of positions belongs to the type. */
    private static Field plain(Field field) {
        boolean isOrdinal = field.type() instanceof ColumnType type && type.family() == TypeFamily.ORDINAL_ENUM;
        return isOrdinal
                ? field.withType(ColumnType.of(ColumnType.Kind.SMALLINT)).withDefault(null)
                : field;
    }

    private Optional<Sql> requireKnown(SqlGrammar grammar, String column) {
        if (replacements.keySet().equals(Set.of(true, false))) {
            return Optional.empty();
        }
        Table table = TableMapping.of(context.before(), key);
        String known = grammar.expression(
                Expression.field(column).in(replacements.keySet().toArray()));
        return Optional.of(Sql.assertEmpty(
                "select 1 from " + grammar.name(table.name()) + " where " + grammar.identifier(column)
                        + " is not null and not (" + known + ")",
                "Column \"" + column + "\" of table \"" + table.name() + "\" has values other than "
                        + replacements.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + ", which have no replacement. Update those rows first, or add replacements."));
    }

    private Sql replace(SqlGrammar grammar, String former, String column) {
        String cases = replacements.entrySet().stream()
                .map(each ->
                        " when " + grammar.expression(Expression.field(former).eq(each.getKey())) + " then "
                                + grammar.expression(Expression.value(each.getValue())))
                .collect(Collectors.joining());
        return Sql.rows(grammar.update(
                TableMapping.of(context.before(), key).name(),
                List.of(grammar.identifier(column) + " = case" + cases + " end"),
                grammar.identifier(former) + " is not null"));
    }
}
