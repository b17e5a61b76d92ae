package io.kuaka.dialect.sqlite;

import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.schema.Introspector;
import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.jdbc.CatalogReader;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableBuilder;
import io.kuaka.schema.table.TableName;
import io.kuaka.schema.table.Trait;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Generated;
import io.kuaka.state.Index;
import io.kuaka.state.IndexPart;
import io.kuaka.state.Sequence;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads SQLite's pragmas and the statements that it stores.
 *
 * <p>A table with the single column {@code next_val} is a sequence; its start and increment aren't stored anywhere.
 */
final class SqliteIntrospector implements Introspector {
    private static final String TABLES = """
            select m.name, m.sql,
                (select count(*) = 1 and max(name) = 'next_val' from pragma_table_xinfo(m.name)) as is_sequence
            from sqlite_master m join pragma_table_list(m.name) l on l.schema = 'main'
            where m.type = 'table' and l.type = 'table' and m.name not like 'sqlite\\_%' escape '\\'
            order by m.name
            """;

    @Override
    public List<Table> tables(Connection connection, @Nullable String schema) throws SQLException {
        Map<String, String> texts = new LinkedHashMap<>();
        CatalogQuery.of(TABLES).forEach(connection, row -> {
            if (!row.getBoolean("is_sequence")) {
                texts.put(row.getString("name"), row.getString("sql"));
            }
        });
        List<Table> tables = new ArrayList<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            tables.add(table(connection, text.getKey(), text.getValue()));
        }
        return tables.stream()
                .map(table -> table.withForeignKeys(table.foreignKeys().stream()
                        .map(key -> whole(key, tables))
                        .toList()))
                .toList();
    }

    /** A foreign key that names no columns refers to the primary key; see SQLite's page "Foreign Key Support". */
    private static ForeignKey whole(ForeignKey key, List<Table> tables) {
        List<String> columns = tables.stream()
                .filter(table ->
                        table.name().name().equalsIgnoreCase(key.target().name()))
                .map(Table::primaryKey)
                .findFirst()
                .orElse(List.of());
        return key.targetColumns().isEmpty() ? key.withTarget(key.target(), columns) : key;
    }

    @Override
    public List<Sequence> sequences(Connection connection, @Nullable String schema) throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        CatalogQuery.of(TABLES).forEach(connection, row -> {
            if (row.getBoolean("is_sequence")) {
                sequences.add(Sequence.sequence(row.getString("name")));
            }
        });
        return sequences;
    }

    @Override
    public Map<String, OptionalLong> estimatedRows(Connection connection, @Nullable String schema) throws SQLException {
        return new RowCounts(connection).read();
    }

    @Override
    public List<Trait> traits(Connection connection, @Nullable String schema) throws SQLException {
        return SqliteTraits.read(connection);
    }

    private static Table table(Connection connection, String name, String sql) throws SQLException {
        TableBuilder builder = new TableBuilder(new TableName(null, name), null);
        TableText text = TableText.read(name, sql, builder);
        int[] keySize = {0};
        CatalogQuery.of("select count(*) as size from pragma_table_xinfo(?) where pk > 0", name)
                .forEach(connection, row -> keySize[0] = row.getInt("size"));
        CatalogQuery.of("select name, type, \"notnull\" as not_null, dflt_value, pk from pragma_table_xinfo(?)", name)
                .forEach(connection, row -> builder.add(column(row, text, keySize[0])));
        Map<String, String> indexes = new LinkedHashMap<>();
        CatalogQuery.of(
                        "select name, sql from sqlite_master where type = 'index' and tbl_name = ? and sql is not null",
                        name)
                .forEach(connection, row -> indexes.put(row.getString("name"), row.getString("sql")));
        for (Map.Entry<String, String> index : indexes.entrySet()) {
            builder.add(index(connection, index.getKey(), index.getValue()));
        }
        return builder.build();
    }

    private static Column column(ResultSet row, TableText text, int keySize) throws SQLException {
        String name = row.getString("name");
        String type = TableText.type(row.getString("type"));
        boolean notNull = row.getBoolean("not_null");
        boolean identity = row.getInt("pk") > 0 && keySize == 1 && type.equals("integer") && !notNull;
        String defaultValue = row.getString("dflt_value");
        Generated generated = text.generated(name);
        return new Column(
                name,
                ColumnType.sql(type),
                !notNull && !identity,
                identity,
                false,
                CatalogReader.defaultOf(defaultValue == null ? null : defaultOf(type, TableText.normal(defaultValue))),
                generated,
                text.collation(name),
                null);
    }

    /** SQLite stores truth values as numbers, and takes both words for them. */
    private static String defaultOf(String type, String value) {
        return !type.equals("boolean") ? value : value.equals("0") ? "false" : value.equals("1") ? "true" : value;
    }

    private static Index index(Connection connection, String name, String sql) throws SQLException {
        SqlTokens tokens = SqlTokens.of(sql);
        tokens.take();
        boolean unique = tokens.pass("unique");
        while (!tokens.isAt("(")) {
            tokens.take();
        }
        List<SqlTokens> texts = tokens.takeParentheses().split();
        List<IndexPart> parts = new ArrayList<>();
        CatalogQuery.of("select seqno, cid, name, \"desc\" as descending from pragma_index_xinfo(?) where key", name)
                .forEach(connection, row -> {
                    String column = row.getString("name");
                    Expression expression = column == null
                            ? Expression.sql(expression(texts.get(row.getInt("seqno"))))
                            : Expression.field(column);
                    parts.add(new IndexPart(expression, row.getBoolean("descending"), null));
                });
        Condition condition = tokens.pass("where") ? Expression.sql(tokens.rest()) : null;
        return new Index(name, parts, unique, null, condition, List.of(), false);
    }

    private static String expression(SqlTokens part) {
        return part.isAt("(") ? part.takeParentheses().rest() : part.rest().replaceFirst("(?i) (asc|desc)$", "");
    }
}
