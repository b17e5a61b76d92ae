package io.kuaka.compare;

import io.kuaka.routing.Placement;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.Scratch;
import io.kuaka.schema.diff.TableChange;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableMapping;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out what a state is on a database by building it in the database's {@link Scratch} place.
 *
 * <p>No rule of ours says what a type, a default or a check becomes there: the database does. Models in schemas of their
 * own are built under other names in the one place.
 */
final class ExpectedSchema {
    private final Dialect dialect;
    private final ProjectState state;
    private final Placement placement;
    private final Disguise disguise;
    private final Set<TableName> made = new HashSet<>();
    private final List<TableChange> later = new ArrayList<>();

    private ExpectedSchema(Dialect dialect, ProjectState state, Placement placement, Disguise disguise) {
        this.dialect = dialect;
        this.state = state;
        this.placement = placement;
        this.disguise = disguise;
    }

    static Schema of(Dialect dialect, Connection connection, ProjectState state, Placement placement)
            throws SQLException {
        if (state.models().isEmpty() && state.sequences().isEmpty()) {
            return new Schema(List.of(), List.of(), Map.of(), List.of());
        }
        Scratch scratch = dialect.scratch();
        Disguise disguise = new Disguise(SchemaNames.of(dialect, connection), scratch.isBesideRealTables());
        ExpectedSchema expected = new ExpectedSchema(dialect, state, placement, disguise);
        SchemaEditor editor = expected.plan();
        return scratch.with(connection, place -> {
            Scratch.run(editor, place);
            return disguise.lift(Schema.readAll(dialect, place, List.of()));
        });
    }

    private SchemaEditor plan() {
        SchemaEditor editor = dialect.editor();
        state.sequences().forEach((key, sequence) -> {
            if (placement.hasPartsOf(key.app())) {
                editor.createSequence(disguise.cover(sequence));
            }
        });
        ProjectState typesOf = ProjectState.empty();
        List<ModelKey> here =
                state.models().keySet().stream().filter(placement::has).toList();
        for (ModelKey key : here) {
            Table table = disguise.cover(TableMapping.of(state, key));
            editor.begin(0, new OperationContext(dialect, key.app(), typesOf, state));
            create(table, editor);
            // The database's own types are made with the first table that has any.
            typesOf = typesOf.equals(state) || hasTypes(table) ? state : typesOf;
        }
        later.forEach(change -> editor.alterTables(List.of(change)));
        return editor;
    }

    /** Foreign keys to tables that come later are added when all are there. */
    private void create(Table table, SchemaEditor editor) {
        made.add(table.name());
        List<ForeignKey> possible = table.foreignKeys().stream()
                .filter(key -> made.contains(key.target()))
                .toList();
        Table now = table.withForeignKeys(possible);
        editor.createTable(now);
        if (!now.equals(table)) {
            later.add(TableChange.between(now, table));
        }
    }

    private static boolean hasTypes(Table table) {
        return table.columns().stream()
                .map(Column::type)
                .map(type -> type.element() == null ? type : type.element())
                .anyMatch(type -> type.kind() == ColumnType.Kind.NATIVE_ENUM);
    }
}
