package io.kuaka.dialect.sqlite;

import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.table.TableName;
import io.kuaka.schema.table.Trait;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    /** The collations of indexed columns; those of the indexes behind keys are in the text of their table. */
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
        Map<String, TableText> texts = new LinkedHashMap<>();
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
            TableText text = texts.get(table);
            if (text != null) {
                all.addCollation(
                        new TableName(null, table),
                        text,
                        new TableText.CollatedPart(
                                Trait.Place.INDEX,
                                row.getString("name"),
                                row.getString("column_name"),
                                row.getString("collation")));
            }
        });
        texts.forEach((table, text) ->
                text.collatedParts().forEach(part -> all.addCollation(new TableName(null, table), text, part)));
        return all.traits;
    }

    /** Adds the collation of a part of a key or an index if it isn't its column's. */
    private void addCollation(TableName table, TableText text, TableText.CollatedPart part) {
        String own = text.collation(part.column());
        String collation = part.collation().toLowerCase(Locale.ROOT);
        if (!collation.equals(own == null ? "binary" : own.toLowerCase(Locale.ROOT))) {
            traits.add(new Trait(
                    part.place(), Trait.Aspect.COLLATION, table, part.name(), part.column() + " collate " + collation));
        }
    }

    private void add(Trait.Aspect aspect, TableName table, String text) {
        traits.add(new Trait(Trait.Place.TABLE, aspect, table, "", text));
    }
}
