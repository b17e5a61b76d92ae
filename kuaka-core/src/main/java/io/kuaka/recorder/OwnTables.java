package io.kuaka.recorder;

import io.kuaka.migration.MigrationKey;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.statement.Statement;
import io.kuaka.schema.table.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Kuaka's own tables, as they were found: all in one schema, that of the history.
 *
 * @param names what they are called
 * @param schema the schema; null for the one in which the connection creates tables
 * @param searched the schemas in which the connection looks for tables; null if it wasn't asked
 * @param columns the columns by table, without tables that don't exist
 */
public record OwnTables(
        Dialect dialect,
        OwnNames names,
        @Nullable String schema,
        @Nullable List<String> searched,
        Map<String, Set<String>> columns) {
    /** Makes them for statements alone: nothing was looked for. */
    public static OwnTables unseen(Dialect dialect, OwnNames names) {
        return new OwnTables(dialect, names, names.schema(), null, Map.of());
    }

    /** Looks for those with the usual names. */
    public static OwnTables of(Dialect dialect, Connection connection) throws SQLException {
        return of(dialect, OwnNames.standard(), connection);
    }

    /**
     * Finds them. A connection may search several schemas: if a later one has the history, none is started in the
     * first.
     *
     * @throws OccupiedNameException if something else has the name of one of them
     * @throws UnsuitableOwnNameException if they are to be in a schema that doesn't exist
     */
    public static OwnTables of(Dialect dialect, OwnNames names, Connection connection) throws SQLException {
        return unseen(dialect, names).again(connection);
    }

    /** Finds them again, on the same connection. */
    public OwnTables again(Connection connection) throws SQLException {
        return names.schema() == null ? found(connection) : inItsSchema(connection);
    }

    private OwnTables found(Connection connection) throws SQLException {
        List<String> all = searched(connection);
        OwnCatalog catalog = new OwnCatalog(connection, names);
        OwnCatalog.Places places = catalog.places(all);
        String found =
                all.stream().filter(places.withHistory()::contains).findFirst().orElse(null);
        boolean isFirst = found == null || found.equals(all.get(0));
        Map<String, Set<String>> present = Map.of();
        if (!places.withAny().isEmpty()) {
            present = catalog.columns(found == null && !all.isEmpty() ? all.get(0) : found);
        }
        return new OwnTables(dialect, names, isFirst ? null : found, all, present);
    }

    private List<String> searched(Connection connection) throws SQLException {
        return searched == null ? dialect.searchedSchemas(connection) : searched;
    }

    private OwnTables inItsSchema(Connection connection) throws SQLException {
        OwnCatalog catalog = new OwnCatalog(connection, names);
        String stored = catalog.stored(dialect);
        OwnCatalog.Places places = catalog.places(List.of(stored));
        return new OwnTables(
                dialect,
                names,
                dialect.grammar().stateName(stored),
                searched,
                places.withAny().isEmpty() ? Map.of() : catalog.columns(stored));
    }

    /** Returns the history. */
    public Recorder history() {
        return new Recorder(this);
    }

    /** Returns the journal. */
    public Journal journal() {
        return new Journal(this);
    }

    /** Returns the table of the lease. */
    public LeaseTable lease() {
        return new LeaseTable(this);
    }

    /** Returns the table of the ranges that several workers share. */
    public RangeTable ranges() {
        return new RangeTable(this);
    }

    /** Returns the statements that create what is missing of the history and the journal; usually none. */
    public List<Statement> completion() {
        return Stream.concat(history().table().completion().stream(), journal().table().completion().stream())
                .toList();
    }

    /**
     * Checks that there is a history, if the journal says that migrations were interrupted.
     *
     * @throws LostHistoryException if there is none
     */
    public void requireHistoryOf(Collection<MigrationKey> interrupted) {
        if (!interrupted.isEmpty() && !columns.containsKey(names.history())) {
            throw new LostHistoryException(names.history(), names.journal(), interrupted);
        }
    }

    TableName name(String table) {
        return new TableName(schema, table);
    }

    /** Returns whether a table exists now, whether it was found or created since. */
    boolean has(Connection connection, String table) throws SQLException {
        List<String> all = schema == null ? searched(connection) : List.of(schema);
        return new OwnCatalog(connection, names).has(table, all);
    }
}
