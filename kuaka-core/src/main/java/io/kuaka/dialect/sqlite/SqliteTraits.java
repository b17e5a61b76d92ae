package io.kuaka.dialect.sqlite;

import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.table.TableName;
import io.kuaka.schema.table.Trait;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what SQLite has and no model can express; a table that is made anew has none of it. */
final class SqliteTraits {
    private static final String TABLES = """
            select m.name, m.sql, l.wr as is_without_rowid, l.strict as is_strict
            from sqlite_master m join pragma_table_list(m.name) l on l.schema = 'main'
            where m.type = 'table' and l.type = 'table' and m.name not like 'sqlite\\_%' escape '\\'
            order by m.name
            """;

    /** The collations of indexed columns. */
    private static final String INDEXED_COLUMNS = """
            select m.tbl_name as table_name, m.name, x.name as column_name, lower(x.coll) as collation
            from sqlite_master m join pragma_index_xinfo(m.name) x on x.key = 1 and x.name is not null
            where m.type = 'index' and m.sql is not null
            order by m.tbl_name, m.name, x.seqno
            """;

    private final List<Trait> traits = new ArrayList<>();

    private SqliteTraits() {}

    static List<Trait> read(Connection connection) throws SQLException {
        SqliteTraits all = new SqliteTraits();
        Map<String, TableText> texts = new HashMap<>();
        CatalogQuery.of(TABLES).forEach(connection, row -> {
            TableName table = new TableName(null, row.getString("name"));
            TableText text = TableText.read(table.name(), row.getString("sql"));
            texts.put(table.name(), text);
            if (row.getBoolean("is_without_rowid")) {
                all.add(Trait.Aspect.STORAGE, table, "without rowid");
            }
            if (row.getBoolean("is_strict")) {
                all.add(Trait.Aspect.STORAGE, table, "strict");
            }
            text.conflicts().forEach(conflict -> all.add(Trait.Aspect.CONFLICTS, table, conflict));
        });
        CatalogQuery.of(INDEXED_COLUMNS).forEach(connection, row -> {
            String table = row.getString("table_name");
            String column = row.getString("column_name");
            TableText text = texts.get(table);
            String own = text == null ? null : text.collation(column);
            String collation = row.getString("collation");
            if (!collation.equals(own == null ? "binary" : own.toLowerCase(Locale.ROOT))) {
                all.traits.add(new Trait(
                        Trait.Place.INDEX,
                        Trait.Aspect.COLLATION,
                        new TableName(null, table),
                        row.getString("name"),
                        column + " " + collation));
            }
        });
        return all.traits;
    }

    private void add(Trait.Aspect aspect, TableName table, String text) {
        traits.add(new Trait(Trait.Place.TABLE, aspect, table, "", text));
    }
}
