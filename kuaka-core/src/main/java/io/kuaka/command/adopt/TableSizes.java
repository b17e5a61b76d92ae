package io.kuaka.command.adopt;

import io.kuaka.command.adopt.AdoptedDatabase.AdoptedTable;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.table.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** About how many rows tables have: by the statistics of the database, so that it costs nothing on large ones. */
final class TableSizes {
    private final Dialect dialect;
    private final Connection connection;
    private final Map<String, Map<String, OptionalLong>> rows = new HashMap<>();

    private TableSizes(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    /** Returns those of some tables that are there, in the order of the names. */
    static List<AdoptedTable> of(Dialect dialect, Connection connection, List<TableName> names) throws SQLException {
        TableSizes sizes = new TableSizes(dialect, connection);
        List<AdoptedTable> tables = new ArrayList<>();
        for (TableName name : names) {
            OptionalLong size = sizes.inPlace(name).get(sizes.catalogName(name.name()));
            if (size != null) {
                String known = dialect.grammar().stateName(sizes.catalogName(name.name()));
                tables.add(new AdoptedTable(new TableName(name.schema(), known).toString(), size));
            }
        }
        return tables;
    }

    private String catalogName(String name) {
        return dialect.grammar().catalogName(name);
    }

    private Map<String, OptionalLong> inPlace(TableName name) throws SQLException {
        SqlGrammar grammar = dialect.grammar();
        boolean isOwn = grammar.name(name).equals(grammar.name(new TableName(null, name.name())));
        String schema = isOwn ? null : name.schema();
        Map<String, OptionalLong> known = rows.get(String.valueOf(schema));
        if (known == null) {
            known = new HashMap<>();
            for (Map.Entry<String, OptionalLong> each :
                    dialect.introspector().estimatedRows(connection, schema).entrySet()) {
                known.put(catalogName(grammar.stateName(each.getKey())), each.getValue());
            }
            rows.put(String.valueOf(schema), known);
        }
        return known;
    }
}
