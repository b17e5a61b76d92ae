package io.kuaka.compare;

import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables that a database has under another name than the state: one is missing, another isn't expected, and they have
 * a key of the same name, or the same columns of the same types.
 *
 * <p>Where several tables could be meant, none is; one column alone says too little.
 *
 * @param found the names in the database, by those of the state
 */
record RenamedTables(SchemaNames names, Map<TableName, TableName> found) {
    RenamedTables {
        found = Map.copyOf(found);
    }

    static RenamedTables between(SchemaNames names, Schema expected, Schema there) {
        List<Table> missing = without(expected, there);
        List<Table> unknown = without(there, expected);
        Map<TableName, TableName> renamed = new HashMap<>();
        for (Table table : missing) {
            List<Table> meant = those(unknown, other -> sharesName(names, table, other));
            List<Table> alike = meant.isEmpty() ? those(unknown, other -> isAlike(names, table, other)) : meant;
            if (alike.size() == 1) {
                renamed.put(table.name(), alike.get(0).name());
            }
        }
        List<TableName> all = List.copyOf(renamed.values());
        renamed.values().removeIf(name -> Collections.frequency(all, name) > 1);
        return new RenamedTables(names, renamed);
    }

    private static List<Table> without(Schema schema, Schema other) {
        Set<TableName> others = other.tables().stream().map(Table::name).collect(Collectors.toSet());
        return those(schema.tables(), table -> !others.contains(table.name()));
    }

    private static List<Table> those(List<Table> tables, Predicate<Table> predicate) {
        return tables.stream().filter(predicate).toList();
    }

    /** Keys keep their names when their table is renamed, and most databases have each of these names only once. */
    private static boolean sharesName(SchemaNames names, Table table, Table other) {
        Set<String> keys = keyNames(names, table);
        return Objects.equals(table.name().schema(), other.name().schema())
                && keyNames(names, other).stream().anyMatch(keys::contains);
    }

    private static Set<String> keyNames(SchemaNames names, Table table) {
        return Stream.concat(
                        Stream.ofNullable(table.primaryKeyName()),
                        table.foreignKeys().stream().map(ForeignKey::name))
                .filter(name -> !name.isEmpty())
                .map(names::canonical)
                .collect(Collectors.toSet());
    }

    private static boolean isAlike(SchemaNames names, Table table, Table other) {
        return table.columns().size() > 1 && columns(names, table).equals(columns(names, other));
    }

    /** Returns the schema and the columns of a table. */
    private static List<String> columns(SchemaNames names, Table table) {
        List<String> columns = new ArrayList<>(table.columns().stream()
                .map(column -> names.canonical(column.name()) + " " + column.type())
                .sorted()
                .toList());
        columns.add(String.valueOf(table.name().schema()));
        return columns;
    }

    /** Returns the differences in names, in the order of the names. */
    List<SchemaDifference> differences() {
        return found.entrySet().stream()
                .map(each -> new SchemaDifference(
                        Severity.BREAKS_APPLICATION,
                        Part.TABLE,
                        each.getKey(),
                        "",
                        "name",
                        false,
                        each.getKey().toString(),
                        each.getValue().toString()))
                .sorted((one, other) -> one.path().compareTo(other.path()))
                .toList();
    }

    /** Returns what the database has, under the names that the state has. */
    Schema inWordsOfState(Schema there) {
        Map<TableName, TableName> back =
                found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        return new Schema(
                there.tables().stream().map(table -> renamed(table, back)).toList(),
                there.sequences(),
                there.enumerations(),
                there.traits().stream()
                        .map(trait -> trait.withNames(back.getOrDefault(trait.table(), trait.table()), trait.name()))
                        .toList());
    }

    private static Table renamed(Table table, Map<TableName, TableName> names) {
        List<ForeignKey> keys = table.foreignKeys().stream()
                .map(key -> key.withTarget(names.getOrDefault(key.target(), key.target()), key.targetColumns()))
                .toList();
        return table.withName(names.getOrDefault(table.name(), table.name())).withForeignKeys(keys);
    }

    /** Returns the name that a table has in the database. */
    TableName nameOf(TableName table) {
        return found.getOrDefault(table, table);
    }

    /** Returns a state whose tables are called as the database calls them, if they are those of some models. */
    ProjectState in(ProjectState state, Predicate<ModelKey> models) {
        ProjectState renamed = state;
        for (Map.Entry<ModelKey, ModelState> entry : state.models().entrySet()) {
            ModelState model = entry.getValue();
            TableName name = found.get(names.canonical(new TableName(model.schema(), model.table())));
            if (name != null && models.test(entry.getKey())) {
                renamed =
                        renamed.updateModel(entry.getKey(), any -> model.withRenamedTable(names.written(name.name())));
            }
        }
        return renamed;
    }
}
