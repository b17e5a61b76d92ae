package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.TableName;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Copies which rows belong together from a reference into a join table, or the other way round: what is kept when a
 * many-to-one becomes a many-to-many.
 *
 * <p>One of the two attributes is a reference of an entity, such as {@code Pet.owner}, the other one has a join table
 * between the same entities, such as {@code Owner.pets} or {@code Pet.owners}. Both have to be there. What the target holds
 * already stays, but for references of rows that have a link. A row with several links stops the way into a reference.
 *
 * @param from the attribute to copy from, as in {@code Pet.owner}
 * @param to the attribute to copy to
 */
public record CopyLinks(String from, String to) implements Operation {
    @Override
    public ProjectState apply(String app, ProjectState before) {
        return before;
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        Links links = Links.between(context.app(), from, to, context.after());
        if (links.joinTable().name().equals(to)) {
            editor.changeRows(links.insert(editor.grammar()));
        } else {
            editor.changeRows(links.requireOne(editor.grammar()));
            editor.changeRows(links.update(editor.grammar()));
        }
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new CopyLinks(to, from);
    }

    @Override
    public String describe() {
        return "Copy links from " + from + " to " + to;
    }

    @Override
    public String nameFragment() {
        return NameParts.join("copy", from);
    }

    @Override
    public Category category() {
        return Category.ALTERATION;
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(CopyLinks.class, Literals.string(from), Literals.string(to));
    }

    /**
     * The two sides of the copy.
     *
     * @param reference the reference of {@code model}
     * @param near the field of the join table that refers to {@code model}
     * @param far the field of the join table that refers to what the reference refers to
     */
    private record Links(
            ProjectState state, ModelState model, Field reference, ModelState joinTable, Field near, Field far) {
        static Links between(String app, String from, String to, ProjectState state) {
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
            List<Field> near =
                    columns.stream().filter(field -> field.refersTo(key)).toList();
            List<Field> far = columns.stream()
                    .filter(field -> reference.isReference()
                            && field.refersTo(reference.requireReference().to()))
                    .toList();
            if (near.size() != 1 || far.size() != 1) {
                throw new UnrelatedAttributesException(app, from, to);
            }
            return new Links(state, model, reference, state.model(table), near.get(0), far.get(0));
        }

        private static TableName name(ModelState model) {
            return new TableName(model.schema(), model.table());
        }

        /** Returns the columns of a row that a reference of the join table refers to. */
        private List<String> targets(Field field) {
            return field.requireReference().targetFields(state).stream()
                    .flatMap(target -> target.columns().stream())
                    .toList();
        }

        Sql insert(SqlGrammar grammar) {
            List<String> columns = new ArrayList<>(near.columns());
            columns.addAll(far.columns());
            List<String> values = new ArrayList<>(targets(near));
            values.addAll(reference.columns());
            return Sql.rows("insert into " + grammar.name(name(joinTable)) + " (" + grammar.names(columns) + ") select "
                    + grammar.names(values) + " from " + grammar.name(name(model)) + " where "
                    + present(grammar, reference));
        }

        Sql requireOne(SqlGrammar grammar) {
            return Sql.assertEmpty(
                    "select 1 from " + grammar.name(name(joinTable)) + " group by " + grammar.names(near.columns())
                            + " having count(*) > 1",
                    "Table \"" + joinTable.table() + "\" links rows of \"" + model.table()
                            + "\" more than once, but \"" + String.join("\", \"", reference.columns())
                            + "\" can hold only one link. Delete the others first.");
        }

        Sql update(SqlGrammar grammar) {
            String row = grammar.identifier(name(model).name());
            List<String> same = new ArrayList<>();
            for (int i = 0; i < near.columns().size(); i++) {
                same.add("link." + grammar.identifier(near.columns().get(i)) + " = " + row + "."
                        + grammar.identifier(targets(near).get(i)));
            }
            String link = " from " + grammar.name(name(joinTable)) + " link where " + String.join(" and ", same);
            List<String> assignments = new ArrayList<>();
            for (int i = 0; i < far.columns().size(); i++) {
                assignments.add(grammar.identifier(reference.columns().get(i)) + " = (select link."
                        + grammar.identifier(far.columns().get(i)) + link + ")");
            }
            return Sql.rows(grammar.update(name(model), assignments, "exists (select 1" + link + ")"));
        }

        private static String present(SqlGrammar grammar, Field field) {
            return String.join(
                    " and ",
                    field.columns().stream()
                            .map(column -> grammar.identifier(column) + " is not null")
                            .toList());
        }
    }
}
