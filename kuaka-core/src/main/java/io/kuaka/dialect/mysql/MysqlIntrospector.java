package io.kuaka.dialect.mysql;

import io.kuaka.expression.Expression;
import io.kuaka.schema.Introspector;
import io.kuaka.schema.grammar.Feature;
import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.jdbc.CatalogReader;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableBuilder;
import io.kuaka.schema.table.Trait;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Generated;
import io.kuaka.state.Sequence;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the information schema of MySQL and MariaDB.
 *
 * <p>A unique index and a unique constraint are the same there; it is read as a constraint if it can be one. The
 * actions {@code restrict} and {@code no action} are the same, too, and read as the latter.
 */
final class MysqlIntrospector implements Introspector {
    private static final Pattern JSON = Pattern.compile("json_valid\\(`(.+)`\\)");

    private final MysqlSqlGrammar grammar;

    MysqlIntrospector(MysqlSqlGrammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public List<Table> tables(Connection connection, @Nullable String schema) throws SQLException {
        CatalogReader catalog = catalog(connection, schema);
        catalog.readTables(MysqlCatalog.TABLES);
        Set<List<String>> json = new HashSet<>();
        catalog.forEachPart(flavor().checks(), (table, row) -> addCheck(table, row, json));
        catalog.forEachPart(MysqlCatalog.COLUMNS, (table, row) -> table.add(column(catalog, row, json)));
        readIndexes(catalog);
        readForeignKeys(catalog);
        return catalog.tables().stream().filter(table -> !isSequence(table)).toList();
    }

    /** Names of columns, indexes and constraints ignore case everywhere; those of tables follow the server's files. */
    @Override
    public boolean tellsTablesApartByCase(Connection connection) throws SQLException {
        return CatalogQuery.of("select 1 from dual where @@lower_case_table_names = 0")
                .hasRows(connection);
    }

    /** See {@link MysqlCatalog#MYSQL_SEQUENCES}. */
    private boolean isSequence(Table table) {
        return !grammar.supports(Feature.SEQUENCES)
                && table.columns().size() == 1
                && table.columns().get(0).name().equalsIgnoreCase("next_val");
    }

    @Override
    public List<Sequence> sequences(Connection connection, @Nullable String schema) throws SQLException {
        List<Sequence> plain = catalog(connection, schema).sequences(flavor().sequences());
        if (!grammar.supports(Feature.SEQUENCES)) {
            return plain;
        }
        String place = schema == null ? "" : grammar.identifier(schema) + ".";
        List<Sequence> sequences = new ArrayList<>();
        for (Sequence each : plain) {
            CatalogQuery.of("select start_value, increment from " + place + grammar.identifier(each.name()))
                    .forEach(
                            connection,
                            row -> sequences.add(each.startingAt(row.getLong("start_value"))
                                    .incrementedBy(row.getLong("increment"))));
        }
        return sequences;
    }

    @Override
    public Map<String, OptionalLong> estimatedRows(Connection connection, @Nullable String schema) throws SQLException {
        return catalog(connection, schema).numbers(MysqlCatalog.ROWS);
    }

    @Override
    public List<Trait> traits(Connection connection, @Nullable String schema) throws SQLException {
        List<Trait> traits = new ArrayList<>();
        for (String sql : flavor().traits()) {
            traits.addAll(catalog(connection, schema).traits(sql));
        }
        return traits;
    }

    private ServerFlavor flavor() {
        return grammar.flavor();
    }

    private CatalogReader catalog(Connection connection, @Nullable String schema) {
        return new CatalogReader(connection, grammar, schema, "database()");
    }

    /** MariaDB stores JSON as text with a check of this form; until it is started again, a renamed column's has the old name. */
    private void addCheck(TableBuilder table, ResultSet row, Set<List<String>> json) throws SQLException {
        String name = row.getString("constraint_name");
        String clause = row.getString("check_clause");
        Matcher valid = JSON.matcher(clause);
        if (row.getBoolean("of_column") && valid.matches()) {
            json.add(List.of(row.getString("table_name"), valid.group(1)));
        } else {
            table.add(new CheckConstraint(grammar.stateName(name), Expression.sql(flavor().expression(clause))));
        }
    }

    private Column column(CatalogReader catalog, ResultSet row, Set<List<String>> json) throws SQLException {
        Column column = catalog.column(row, row.getString("column_type"), defaultValue(grammar, row));
        Generated generated = column.generated();
        if (generated != null) {
            Expression value = Expression.sql(flavor().expression(row.getString("computed")));
            column = column.withGenerated(new Generated(value, generated.stored()));
        }
        boolean isJson = json.contains(List.of(row.getString("table_name"), row.getString("name")));
        return isJson ? column.withType(ColumnType.sql("json"), null) : column;
    }

    /** Returns the default of a column in SQL; null for none. */
    static @Nullable String defaultValue(MysqlSqlGrammar grammar, ResultSet row) throws SQLException {
        ServerFlavor flavor = grammar.flavor();
        String value = row.getString("column_default");
        boolean isSql = flavor.tellsDefaultsAsSql() || row.getBoolean("is_default_sql");
        if (value == null || (flavor.tellsDefaultsAsSql() && value.equals("NULL"))) {
            return null;
        }
        return isSql || DefaultTexts.isWritten(row.getString("column_type"), value)
                ? flavor.expression(value)
                : grammar.text(value);
    }

    private void readIndexes(CatalogReader catalog) throws SQLException {
        Map<TableBuilder, Map<String, IndexRows>> indexes = new LinkedHashMap<>();
        catalog.forEachPart(
                MysqlCatalog.INDEXES.replace("<expression>", flavor().indexExpression()),
                (table, row) -> indexes.computeIfAbsent(table, key -> new LinkedHashMap<>())
                        .computeIfAbsent(row.getString("index_name"), key -> new IndexRows(grammar))
                        .add(row));
        indexes.forEach((table, all) -> all.forEach((name, rows) -> rows.addTo(table, name)));
    }

    private void readForeignKeys(CatalogReader catalog) throws SQLException {
        Map<TableBuilder, Map<String, ForeignKey>> keys = new LinkedHashMap<>();
        catalog.forEachPart(
                MysqlCatalog.FOREIGN_KEYS, (table, row) -> keys.computeIfAbsent(table, key -> new LinkedHashMap<>())
                        .merge(row.getString("name"), foreignKey(catalog, row), MysqlIntrospector::join));
        keys.forEach((table, all) -> all.values().forEach(table::add));
    }

    /** Each row has one of the columns. */
    private ForeignKey foreignKey(CatalogReader catalog, ResultSet row) throws SQLException {
        return catalog.foreignKey(
                row,
                List.of(grammar.stateName(row.getString("column_name"))),
                List.of(grammar.stateName(row.getString("target_column"))));
    }

    private static ForeignKey join(ForeignKey key, ForeignKey next) {
        return key.withColumns(append(key.columns(), next.columns()))
                .withTarget(key.target(), append(key.targetColumns(), next.targetColumns()));
    }

    private static List<String> append(List<String> names, List<String> more) {
        return Stream.concat(names.stream(), more.stream()).toList();
    }
}
