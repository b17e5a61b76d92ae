package io.kuaka.compare;

import io.kuaka.routing.Placement;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Introspector;
import io.kuaka.schema.Scratch;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.schema.table.Trait;
import io.kuaka.state.OnDelete;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is in a database, or would be in it if a state were built there: in the words of its {@link Introspector} in both
 * cases, so that equal things have equal texts. Names are as {@link SchemaNames} has them.
 *
 * @param enumerations the values of enumerations that are types of their own, by their names
 * @param traits what tables and their parts have that no model can express
 */
public record Schema(
        List<Table> tables, List<Sequence> sequences, Map<String, List<String>> enumerations, List<Trait> traits) {
    public Schema {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        enumerations = Map.copyOf(enumerations);
        traits = List.copyOf(traits);
    }

    /** Finds out what a state is on a database by building it in the database's {@link Scratch} place. */
    public static Schema of(Dialect dialect, Connection connection, ProjectState state) throws SQLException {
        return of(dialect, connection, state, Placement.only());
    }

    /** Finds out what a state is on a database that may not have all of its models. */
    static Schema of(Dialect dialect, Connection connection, ProjectState state, Placement placement)
            throws SQLException {
        return ExpectedSchema.of(dialect, connection, state, placement);
    }

    /**
     * Reads what is in a database, but for tables that Kuaka made to look at them.
     *
     * @param schemas the schemas to read besides the connection's own
     */
    public static Schema read(Dialect dialect, Connection connection, Collection<String> schemas) throws SQLException {
        return readAll(dialect, connection, schemas).only(name -> !name.name().startsWith(Scratch.PREFIX));
    }

    static Schema readAll(Dialect dialect, Connection connection, Collection<String> schemas) throws SQLException {
        SchemaNames names = SchemaNames.of(dialect, connection);
        Introspector introspector = dialect.introspector();
        List<Table> tables = new ArrayList<>();
        List<Sequence> sequences = new ArrayList<>();
        Map<String, List<String>> enumerations = new LinkedHashMap<>();
        List<Trait> traits = new ArrayList<>();
        for (@Nullable String place : names.places(schemas)) {
            introspector.tables(connection, place).forEach(found -> {
                Table table = canonical(found, names);
                traits.addAll(updateActions(table));
                tables.add(withoutUpdateActions(table));
            });
            introspector
                    .sequences(connection, place)
                    .forEach(sequence -> sequences.add(named(sequence, names.canonical(nameOf(sequence)))));
            introspector.enumerations(connection, place).forEach(enumerations::putIfAbsent);
            introspector
                    .traits(connection, place)
                    .forEach(trait -> traits.add(trait.withNames(names.canonical(trait.table()), trait.name())));
        }
        return new Schema(tables, sequences, enumerations, traits);
    }

    private static Table canonical(Table table, SchemaNames names) {
        List<ForeignKey> keys = table.foreignKeys().stream()
                .map(key -> key.withTarget(names.canonical(key.target()), key.targetColumns()))
                .toList();
        return table.withName(names.canonical(table.name())).withForeignKeys(keys);
    }

    /** No model says what happens to referring rows when a key changes, as keys don't change. */
    private static List<Trait> updateActions(Table table) {
        return table.foreignKeys().stream()
                .filter(key -> key.onUpdate() != OnDelete.NO_ACTION)
                .map(key -> new Trait(
                        Trait.Place.FOREIGN_KEY,
                        Trait.Aspect.ON_UPDATE,
                        table.name(),
                        key.name(),
                        key.onUpdate().sql()))
                .toList();
    }

    private static Table withoutUpdateActions(Table table) {
        return table.withForeignKeys(table.foreignKeys().stream()
                .map(ForeignKey::withoutUpdateAction)
                .toList());
    }

    /** Returns the tables and sequences of this schema whose names pass. */
    public Schema only(Predicate<TableName> passes) {
        return new Schema(
                tables.stream().filter(table -> passes.test(table.name())).toList(),
                sequences.stream()
                        .filter(sequence -> passes.test(nameOf(sequence)))
                        .toList(),
                enumerations,
                traits.stream().filter(trait -> passes.test(trait.table())).toList());
    }

    static Sequence named(Sequence sequence, TableName name) {
        return sequence.withName(name.name()).schema(name.schema());
    }

    static TableName nameOf(Sequence sequence) {
        return new TableName(sequence.schema(), sequence.name());
    }
}
