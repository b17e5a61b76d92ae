package io.kuaka.dialect.mysql;

import io.kuaka.expression.Expression;
import io.kuaka.schema.CatalogQuery;
import io.kuaka.schema.Column;
import io.kuaka.schema.Feature;
import io.kuaka.schema.ForeignKey;
import io.kuaka.schema.Introspector;
import io.kuaka.schema.Table;
import io.kuaka.schema.TableBuilder;
import io.kuaka.schema.TableName;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Generated;
import io.kuaka.state.OnDelete;
import io.kuaka.state.Sequence;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the information schema of MySQL and MariaDB.
 *
 * <p>A unique index and a unique constraint are the same there; it is told as a constraint wherever it can be one. So are
 * the actions {@code restrict} and {@code no action}, which are told as the latter.
 */
final class MysqlIntrospector implements Introspector {
    private final MysqlSqlGrammar grammar;

    MysqlIntrospector(MysqlSqlGrammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public List<Table> tables(Connection connection, @Nullable String schema) throws SQLException {
        Map<String, TableBuilder> tables = new LinkedHashMap<>();
        query(MysqlCatalog.TABLES, schema).forEach(connection, row -> {
            if (!row.getBoolean("is_sequence")) {
                tables.put(row.getString("table_name"), table(row, schema));
            }
        });
        Set<List<String>> json = new HashSet<>();
        query(checks(), schema).forEach(connection, row -> addCheck(tables, row, json));
        query(MysqlCatalog.COLUMNS, schema).forEach(connection, row -> {
            TableBuilder table = tables.get(row.getString("table_name"));
            if (table != null) {
                table.add(column(row, json));
            }
        });
        readIndexes(connection, schema, tables);
        readForeignKeys(connection, schema, tables);
        return tables.values().stream().map(TableBuilder::build).toList();
    }

    private TableBuilder table(ResultSet row, @Nullable String schema) throws SQLException {
        String comment = row.getString("table_comment");
        return new TableBuilder(
                new TableName(schema, grammar.stateName(row.getString("table_name"))),
                comment.isEmpty() ? null : comment);
    }

    /** The numbers of a sequence are in the sequence itself; a table that stands for one has none but the next. */
    @Override
    public List<Sequence> sequences(Connection connection, @Nullable String schema) throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        List<String> names = new ArrayList<>();
        query(MysqlCatalog.TABLES, schema).forEach(connection, row -> {
            if (row.getBoolean("is_sequence")) {
                names.add(grammar.stateName(row.getString("table_name")));
            }
        });
        for (String name : names) {
            Sequence plain = new Sequence(name, schema, 1, 1);
            if (grammar.supports(Feature.SEQUENCES)) {
                CatalogQuery.of("select start_value, increment from " + grammar.name(new TableName(schema, name)))
                        .forEach(
                                connection,
                                row -> sequences.add(plain.startingAt(row.getLong("start_value"))
                                        .incrementedBy(row.getLong("increment"))));
            } else {
                sequences.add(plain);
            }
        }
        return sequences;
    }

    private CatalogQuery query(String sql, @Nullable String schema) {
        if (schema == null) {
            return CatalogQuery.of(sql.replace("<schema>", "database()"));
        }
        int places = sql.split("<schema>", -1).length - 1;
        return new CatalogQuery(sql.replace("<schema>", "?"), Collections.nCopies(places, grammar.catalogName(schema)));
    }

    private String checks() {
        return switch (grammar.family()) {
            case MARIADB -> MysqlCatalog.MARIADB_CHECKS;
            case MYSQL -> MysqlCatalog.MYSQL_CHECKS;
        };
    }

    /** MariaDB keeps JSON as text with a check of this form. */
    private void addCheck(Map<String, TableBuilder> tables, ResultSet row, Set<List<String>> json) throws SQLException {
        String name = row.getString("constraint_name");
        String clause = row.getString("check_clause");
        TableBuilder table = tables.get(row.getString("table_name"));
        if (row.getBoolean("of_column") && clause.equals("json_valid(`" + name + "`)")) {
            json.add(List.of(row.getString("table_name"), name));
        } else if (table != null) {
            table.add(new CheckConstraint(grammar.stateName(name), Expression.sql(clause)));
        }
    }

    private Column column(ResultSet row, Set<List<String>> json) throws SQLException {
        String name = row.getString("column_name");
        boolean isJson = json.contains(List.of(row.getString("table_name"), name));
        String extra = row.getString("extra").toUpperCase(Locale.ROOT);
        String computed = row.getString("generation_expression");
        boolean isComputed = computed != null && !computed.isEmpty();
        String comment = row.getString("column_comment");
        return new Column(
                grammar.stateName(name),
                ColumnType.sql(isJson ? "json" : row.getString("column_type")),
                row.getBoolean("nullable"),
                extra.contains("AUTO_INCREMENT"),
                isComputed ? null : defaultValue(row.getString("column_default"), extra),
                isComputed ? new Generated(Expression.sql(computed), extra.contains("STORED")) : null,
                isJson ? null : row.getString("collation"),
                comment.isEmpty() ? null : comment);
    }

    /** MariaDB tells defaults as SQL, and null in words; MySQL tells constants as their bare value. */
    private @Nullable Expression defaultValue(@Nullable String value, String extra) {
        if (value == null) {
            return null;
        }
        return switch (grammar.family()) {
            case MARIADB -> value.equals("NULL") ? null : Expression.sql(value);
            case MYSQL -> Expression.sql(extra.contains("DEFAULT_GENERATED") ? value : grammar.text(value));
        };
    }

    private void readIndexes(Connection connection, @Nullable String schema, Map<String, TableBuilder> tables)
            throws SQLException {
        String expression =
                switch (grammar.family()) {
                    case MARIADB -> "null";
                    case MYSQL -> "s.expression";
                };
        Map<List<String>, IndexRows> indexes = new LinkedHashMap<>();
        query(MysqlCatalog.INDEXES.replace("<expression>", expression), schema)
                .forEach(connection, row -> indexes.computeIfAbsent(
                                List.of(row.getString("table_name"), row.getString("index_name")),
                                key -> new IndexRows(grammar))
                        .add(row));
        indexes.forEach((key, rows) -> {
            TableBuilder table = tables.get(key.get(0));
            if (table != null) {
                rows.addTo(table, key.get(1));
            }
        });
    }

    private void readForeignKeys(Connection connection, @Nullable String schema, Map<String, TableBuilder> tables)
            throws SQLException {
        Map<List<String>, ForeignKey> keys = new LinkedHashMap<>();
        query(MysqlCatalog.FOREIGN_KEYS, schema)
                .forEach(
                        connection,
                        row -> keys.merge(
                                List.of(row.getString("table_name"), row.getString("constraint_name")),
                                foreignKey(row, schema),
                                MysqlIntrospector::join));
        keys.forEach(
                (place, key) -> Objects.requireNonNull(tables.get(place.get(0))).add(key));
    }

    private ForeignKey foreignKey(ResultSet row, @Nullable String schema) throws SQLException {
        boolean sameSchema = row.getBoolean("same_schema");
        return new ForeignKey(
                grammar.stateName(row.getString("constraint_name")),
                List.of(grammar.stateName(row.getString("column_name"))),
                new TableName(
                        sameSchema ? schema : row.getString("target_schema"),
                        grammar.stateName(row.getString("target"))),
                List.of(grammar.stateName(row.getString("target_column"))),
                onDelete(row.getString("delete_rule")),
                false);
    }

    private static ForeignKey join(ForeignKey key, ForeignKey next) {
        return new ForeignKey(
                key.name(),
                append(key.columns(), next.columns()),
                key.target(),
                append(key.targetColumns(), next.targetColumns()),
                key.onDelete(),
                false);
    }

    private static List<String> append(List<String> names, List<String> more) {
        List<String> all = new ArrayList<>(names);
        all.addAll(more);
        return all;
    }

    private static OnDelete onDelete(String rule) {
        return switch (rule) {
            case "CASCADE" -> OnDelete.CASCADE;
            case "SET NULL" -> OnDelete.SET_NULL;
            case "SET DEFAULT" -> OnDelete.SET_DEFAULT;
            default -> OnDelete.NO_ACTION;
        };
    }
}
