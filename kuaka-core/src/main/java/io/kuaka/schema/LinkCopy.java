package io.kuaka.schema;

import io.kuaka.schema.grammar.Lookup;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The copy of links between a reference and a join table over the same two entities.
 *
 * @param reference the reference of {@code model}
 * @param near the field of the join table that refers to {@code model}
 * @param far the field of the join table that refers to what the reference refers to
 * @param intoTable whether the join table gets the links
 */
public record LinkCopy(
        ProjectState state,
        ModelState model,
        Field reference,
        ModelState joinTable,
        Field near,
        Field far,
        boolean intoTable) {
    /**
     * Returns the copy from one attribute to the other; one is a reference, and the other has a join table.
     *
     * @throws UnrelatedAttributesException if they don't link the same rows of the same two entities
     */
    public static LinkCopy between(OperationContext context, String from, String to) {
        String app = context.app();
        ProjectState state = context.after();
        boolean comesFromTable = state.hasModel(new ModelKey(app, from));
        ModelKey table = new ModelKey(app, comesFromTable ? from : to);
        String attribute = comesFromTable ? to : from;
        int dot = attribute.indexOf('.');
        if (dot < 0) {
            throw new UnrelatedAttributesException(app, from, to);
        }
        ModelKey key = new ModelKey(app, attribute.substring(0, dot));
        ModelState model = state.model(key);
        Field reference = model.field(attribute.substring(dot + 1));
        Collection<Field> columns = state.model(table).fields().values();
        List<Field> near = columns.stream().filter(field -> field.refersTo(key)).toList();
        List<Field> far = columns.stream()
                .filter(field -> reference.isReference()
                        && field.refersTo(reference.requireReference().to()))
                .toList();
        if (near.size() != 1 || far.size() != 1) {
            throw new UnrelatedAttributesException(app, from, to);
        }
        LinkCopy copy =
                new LinkCopy(state, model, reference, state.model(table), near.get(0), far.get(0), !comesFromTable);
        if (!copy.targets(reference).equals(copy.targets(copy.far))) {
            throw new UnrelatedAttributesException(app, from, to);
        }
        return copy;
    }

    /** Copies the links. */
    public void execute(SchemaEditor editor) {
        if (intoTable) {
            editor.changeRows(insert(editor.grammar()));
        } else {
            editor.changeRows(requireOne(editor.grammar()));
            editor.changeRows(update(editor.grammar()));
        }
    }

    private static TableName name(ModelState model) {
        return new TableName(model.schema(), model.table());
    }

    /** Returns the columns of a row that a reference refers to. */
    private List<String> targets(Field field) {
        return field.requireReference().targetFields(state).stream()
                .flatMap(target -> target.columns().stream())
                .toList();
    }

    private Sql insert(SqlGrammar grammar) {
        List<String> columns = new ArrayList<>(near.columns());
        columns.addAll(far.columns());
        List<String> values = new ArrayList<>(targets(near));
        values.addAll(reference.columns());
        return Sql.rows("insert into " + grammar.name(name(joinTable)) + " (" + grammar.names(columns) + ") select "
                + grammar.names(values) + " from " + grammar.name(name(model)) + " where "
                + present(grammar, reference));
    }

    private Sql requireOne(SqlGrammar grammar) {
        return Sql.assertEmpty(
                "select 1 from " + grammar.name(name(joinTable)) + " group by " + grammar.names(near.columns())
                        + " having count(*) > 1",
                "Table \"" + joinTable.table() + "\" links rows of \"" + model.table()
                        + "\" more than once, but \"" + String.join("\", \"", reference.columns())
                        + "\" can hold only one link. Delete the others first.");
    }

    private Sql update(SqlGrammar grammar) {
        Lookup lookup = new Lookup(
                name(model),
                name(joinTable),
                "link",
                pairs(reference.columns(), far.columns()),
                pairs(near.columns(), targets(near)));
        return Sql.rows(grammar.lookUp(lookup, grammar.finds(lookup)));
    }

    private static Map<String, String> pairs(List<String> columns, List<String> others) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            pairs.put(columns.get(i), others.get(i));
        }
        return pairs;
    }

    private static String present(SqlGrammar grammar, Field field) {
        return String.join(
                " and ",
                field.columns().stream()
                        .map(column -> grammar.identifier(column) + " is not null")
                        .toList());
    }
}
