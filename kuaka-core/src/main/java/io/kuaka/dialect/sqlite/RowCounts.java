package io.kuaka.dialect.sqlite;

import io.kuaka.schema.jdbc.CatalogQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * About how many rows tables have.
 *
 * <p>SQLite counts rows only with {@code analyze}; see its page "The ANALYZE command". Without it, rows are counted as far as that
 * takes no time, and in larger tables the numbers of the rows tell how many there may be.
 */
final class RowCounts {
    private static final int COUNTED = 10_000;

    private final Connection connection;

    RowCounts(Connection connection) {
        this.connection = connection;
    }

    Map<String, OptionalLong> read() throws SQLException {
        Map<String, Boolean> tables = new LinkedHashMap<>();
        CatalogQuery.of("select name, wr from pragma_table_list where schema = 'main' and type = 'table'")
                .forEach(connection, row -> tables.put(row.getString("name"), row.getBoolean("wr")));
        Map<String, Long> analyzed = analyzed();
        Map<String, OptionalLong> rows = new LinkedHashMap<>();
        for (Map.Entry<String, Boolean> table : tables.entrySet()) {
            Long size = analyzed.get(table.getKey());
            rows.put(table.getKey(), size == null ? sizeOf(table.getKey(), table.getValue()) : OptionalLong.of(size));
        }
        return rows;
    }

    /** The first number of the statistics is that of the rows. */
    private Map<String, Long> analyzed() throws SQLException {
        Map<String, Long> rows = new LinkedHashMap<>();
        if (CatalogQuery.of("select 1 from sqlite_master where name = 'sqlite_stat1'")
                .hasRows(connection)) {
            CatalogQuery.of("select tbl, max(cast(stat as integer)) as size from sqlite_stat1 group by tbl")
                    .forEach(connection, row -> rows.put(row.getString("tbl"), row.getLong("size")));
        }
        return rows;
    }

    private OptionalLong sizeOf(String table, boolean isWithoutRowid) throws SQLException {
        String name = "\"" + table.replace("\"", "\"\"") + "\"";
        long counted = number("select count(*) as size from (select 1 from " + name + " limit " + (COUNTED + 1) + ")");
        if (counted <= COUNTED) {
            return OptionalLong.of(counted);
        }
        return isWithoutRowid
                ? OptionalLong.empty()
                : OptionalLong.of(number("select (select max(_rowid_) from " + name + ") - (select min(_rowid_) from "
                        + name + ") + 1 as size"));
    }

    private long number(String sql) throws SQLException {
        long[] number = {0};
        CatalogQuery.of(sql).forEach(connection, row -> number[0] = row.getLong("size"));
        return number[0];
    }
}
