package io.kuaka.schema;

import io.kuaka.schema.diff.TableChange;
import io.kuaka.schema.table.Table;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Empty tables beside the real ones, for databases whose temporary tables tell less of themselves than others. What an
 * interrupted trial left behind is dropped before the next one.
 */
public final class TablesScratch implements Scratch {
    private final Dialect dialect;

    /** Makes the place. */
    public TablesScratch(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public boolean isBesideRealTables() {
        return true;
    }

    @Override
    public <T> T with(Connection connection, Trial<T> trial) throws SQLException {
        drop(connection);
        try {
            return trial.in(connection);
        } finally {
            drop(connection);
        }
    }

    /** Foreign keys go first, so that the order of the tables is of no account. */
    private void drop(Connection connection) throws SQLException {
        List<Table> tables = dialect.introspector().tables(connection, null).stream()
                .filter(table -> isScratch(table.name().name()))
                .toList();
        List<Sequence> sequences = dialect.introspector().sequences(connection, null).stream()
                .filter(sequence -> isScratch(sequence.name()))
                .toList();
        SchemaEditor editor = dialect.editor();
        editor.begin(0, new OperationContext(dialect, "kuaka", ProjectState.empty(), ProjectState.empty()));
        tables.stream()
                .filter(table -> !table.foreignKeys().isEmpty())
                .map(table -> TableChange.between(table, table.withForeignKeys(List.of())))
                .forEach(change -> editor.alterTables(List.of(change)));
        tables.forEach(editor::dropTable);
        sequences.forEach(editor::dropSequence);
        Scratch.run(editor, connection);
    }

    private static boolean isScratch(String name) {
        return name.startsWith(PREFIX);
    }
}
