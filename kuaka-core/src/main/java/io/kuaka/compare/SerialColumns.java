package io.kuaka.compare;

import io.kuaka.schema.Dialect;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.SerialColumn;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.Sequence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Serial columns whose sequence is wanted by its name: an application takes its ids from it, although the database would
 * take them by itself. Such a column is shown as what it is, a sequence and a default, and not as an identity.
 */
final class SerialColumns {
    private SerialColumns() {}

    /**
     * Shows serial columns in a schema as far as their sequences are expected there.
     *
     * @param schemas the schemas of what was found, besides the connection's own
     */
    static Schema shown(
            Dialect dialect, Connection connection, Collection<String> schemas, Schema found, Schema expected)
            throws SQLException {
        Set<TableName> missing = names(expected);
        missing.removeAll(names(found));
        Schema shown = found;
        if (!missing.isEmpty()) {
            for (SerialColumn column : read(dialect, connection, schemas)) {
                if (missing.contains(Schema.nameOf(column.sequence()))) {
                    shown = shown(column, shown);
                }
            }
        }
        return shown;
    }

    private static Set<TableName> names(Schema schema) {
        return schema.sequences().stream().map(Schema::nameOf).collect(Collectors.toSet());
    }

    private static List<SerialColumn> read(Dialect dialect, Connection connection, Collection<String> schemas)
            throws SQLException {
        SchemaNames names = SchemaNames.of(dialect, connection);
        List<SerialColumn> columns = new ArrayList<>();
        for (@Nullable String place : names.places(schemas)) {
            for (SerialColumn column : dialect.introspector().serialColumns(connection, place)) {
                columns.add(new SerialColumn(
                        names.canonical(column.table()),
                        column.column(),
                        column.defaultValue(),
                        Schema.named(column.sequence(), names.canonical(Schema.nameOf(column.sequence())))));
            }
        }
        return columns;
    }

    private static Schema shown(SerialColumn column, Schema schema) {
        List<Table> tables = schema.tables().stream()
                .map(table -> table.name().equals(column.table()) ? shown(column, table) : table)
                .toList();
        List<Sequence> sequences = new ArrayList<>(schema.sequences());
        sequences.add(column.sequence());
        return new Schema(tables, sequences, schema.enumerations(), schema.traits());
    }

    private static Table shown(SerialColumn column, Table table) {
        List<Column> columns = table.columns().stream()
                .map(each -> each.name().equals(column.column()) ? each.withoutIdentity(column.defaultValue()) : each)
                .toList();
        return table.withColumns(columns);
    }
}
