package io.kuaka.compare;

import io.kuaka.routing.Placement;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableMapping;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A database, read once, beside what a state makes of it.
 *
 * <p>The state is built in the database's scratch place, which makes no difference to the tables that are there.
 */
public final class Comparison {
    private final SchemaNames names;
    private final ProjectState state;
    private final Schema expected;
    private final Schema found;
    private final RenamedTables renamed;
    private final SchemaDiff all;

    private Comparison(SchemaNames names, ProjectState state, Schema expected, Schema found) {
        this.names = names;
        this.state = state;
        this.expected = expected;
        this.renamed = RenamedTables.between(names, expected, found);
        this.found = renamed.inWordsOfState(found);
        this.all = SchemaDiff.between(names.grammar(), expected, this.found).with(renamed.differences());
    }

    /**
     * Compares a database with a state.
     *
     * @param isOurs whether a table is one of those that Kuaka keeps for itself
     */
    public static Comparison of(Dialect dialect, Connection connection, ProjectState state, Predicate<TableName> isOurs)
            throws SQLException {
        return of(dialect, connection, state, Placement.only(), isOurs);
    }

    /**
     * Compares one of the databases of a project with a state.
     *
     * @param placement which models the database has
     * @param isOurs whether a table is one of those that Kuaka keeps for itself
     */
    public static Comparison of(
            Dialect dialect,
            Connection connection,
            ProjectState state,
            Placement placement,
            Predicate<TableName> isOurs)
            throws SQLException {
        List<String> schemas = schemas(state);
        Schema found = Schema.read(dialect, connection, schemas).only(isOurs.negate());
        Schema expected = Schema.of(dialect, connection, state, placement);
        Schema shown = SerialColumns.shown(dialect, connection, schemas, found, expected);
        return new Comparison(SchemaNames.of(dialect, connection), state, expected, shown);
    }

    private static List<String> schemas(ProjectState state) {
        return Stream.concat(
                        state.models().values().stream().map(ModelState::schema),
                        state.sequences().values().stream().map(Sequence::schema))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Returns the state that the database is compared with. */
    public ProjectState state() {
        return state;
    }

    /** Returns the state with the names that the tables of some of its models have in the database. */
    public ProjectState stateWithFoundTables(Predicate<ModelKey> keys) {
        return renamed.in(state, keys);
    }

    /** Returns the name that a table of the state has in the database. */
    public TableName nameInDatabase(TableName table) {
        return renamed.nameOf(table);
    }

    /** Returns what the database has; tables under another name than the state's are there under the state's. */
    public Schema found() {
        return found;
    }

    Schema expected() {
        return expected;
    }

    SchemaNames names() {
        return names;
    }

    /** Returns the whole difference. */
    public SchemaDiff all() {
        return all;
    }

    /** Returns the differences in the tables, sequences and enumerations of some models and sequences of the state. */
    public List<SchemaDifference> of(Predicate<ModelKey> keys) {
        Set<TableName> owners = new HashSet<>();
        state.models().keySet().stream()
                .filter(keys)
                .map(key -> TableMapping.of(state, key))
                .forEach(table -> addOwners(table, owners));
        state.sequences().forEach((key, sequence) -> {
            if (keys.test(key)) {
                owners.add(names.canonical(Schema.nameOf(sequence)));
            }
        });
        return all.differences().stream()
                .filter(difference -> owners.contains(difference.owner()))
                .toList();
    }

    /** Returns the tables of some models that the database has. */
    public List<TableName> tablesThere(Predicate<ModelKey> keys) {
        Set<TableName> there = found.tables().stream().map(Table::name).collect(Collectors.toSet());
        return state.models().keySet().stream()
                .filter(keys)
                .map(key -> names.canonical(TableMapping.of(state, key).name()))
                .filter(there::contains)
                .map(renamed::nameOf)
                .distinct()
                .toList();
    }

    private void addOwners(Table table, Set<TableName> owners) {
        owners.add(names.canonical(table.name()));
        table.columns().stream()
                .map(column -> column.type().element() == null
                        ? column.type()
                        : column.type().element())
                .filter(type -> type.kind() == ColumnType.Kind.NATIVE_ENUM)
                .forEach(type -> owners.add(new TableName(null, names.canonical(type.requireName()))));
    }

    /** Returns those tables that the state doesn't have and the database does. */
    public List<SchemaDifference> stillThere(Collection<TableName> tables) {
        Set<TableName> gone = tables.stream().map(names::canonical).collect(Collectors.toSet());
        return all.unknown().stream()
                .filter(each -> gone.contains(each.owner()))
                .toList();
    }

    /** Returns which tables a database has, among the schemas of a state. */
    public static Predicate<TableName> tablesThere(Dialect dialect, Connection connection, ProjectState state)
            throws SQLException {
        SchemaNames names = SchemaNames.of(dialect, connection);
        Set<TableName> there = Schema.read(dialect, connection, schemas(state)).tables().stream()
                .map(Table::name)
                .collect(Collectors.toSet());
        return table -> there.contains(names.canonical(table));
    }
}
