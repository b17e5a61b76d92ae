package io.kuaka.dialect.sqlite;

import io.kuaka.schema.diff.TableDiff;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.statement.Completion;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableBuilder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The statement that makes a table anew. It is stored as the old one, {@code strict} or {@code without rowid}. Rules,
 * defaults and collations that no migration knows would be lost, so the table isn't made then.
 */
record KeptTable(SqlGrammar grammar, TableDiff diff, String sql) implements Completion {
    private static final String FOUND = """
            select m.name, m.sql, l.wr as is_without_rowid, l.strict as is_strict
            from sqlite_master m join pragma_table_list(m.name) l on l.schema = 'main'
            where m.type = 'table' and m.name = ? collate nocase
            """;

    private static final String DEFAULTS =
            "select name, dflt_value is not null as has_default from pragma_table_xinfo(?)";

    @Override
    public String on(Connection connection) throws SQLException {
        StringBuilder all = new StringBuilder(sql);
        List<String> unknown = new ArrayList<>();
        String table = grammar.shownName(diff.name().name());
        CatalogQuery.of(FOUND, table).forEach(connection, row -> {
            all.append(storage(row));
            TableBuilder builder = new TableBuilder(diff.name(), null);
            TableText text = TableText.read(row.getString("name"), row.getString("sql"), builder);
            addColumns(unknown, connection, text, table);
            addRules(unknown, builder.build());
        });
        if (!unknown.isEmpty()) {
            throw new SQLException(
                    "Table \"" + diff.name() + "\" must be rebuilt, by which it would lose what no migration"
                            + " created: " + String.join(", ", unknown)
                            + ". Make it part of the model, or drop it: 'kuaka drift' shows"
                            + " the SQL");
        }
        return all.toString();
    }

    private static String storage(ResultSet row) throws SQLException {
        List<String> options = new ArrayList<>();
        if (row.getBoolean("is_without_rowid")) {
            options.add("without rowid");
        }
        if (row.getBoolean("is_strict")) {
            options.add("strict");
        }
        return options.isEmpty() ? "" : " " + String.join(", ", options);
    }

    private void addColumns(List<String> unknown, Connection connection, TableText text, String table)
            throws SQLException {
        CatalogQuery.of(DEFAULTS, table).forEach(connection, row -> {
            String name = row.getString("name");
            add(unknown, "default", name, row.getBoolean("has_default"), column -> column.defaultValue() != null);
            add(unknown, "collation", name, text.collation(name) != null, column -> column.collation() != null);
            add(unknown, "generated value", name, text.generated(name) != null, column -> column.generated() != null);
        });
    }

    private void add(List<String> unknown, String what, String column, boolean isThere, Predicate<Column> isKnown) {
        Optional<Column> before = column(diff.before(), column);
        Optional<Column> after = column(diff.after(), column);
        if (isThere
                && before.isPresent()
                && after.isPresent()
                && !isKnown.test(before.get())
                && !isKnown.test(after.get())) {
            unknown.add("the " + what + " of column \"" + column + "\"");
        }
    }

    private Optional<Column> column(Table table, String name) {
        return table.columns().stream()
                .filter(column -> grammar.shownName(column.name()).equalsIgnoreCase(name))
                .findFirst();
    }

    /** Checks are known by their names, if there are more than known; keys by their columns. */
    private void addRules(List<String> unknown, Table found) {
        Table known = diff.before();
        if (found.checks().size() > known.checks().size()) {
            found.checks().stream()
                    .filter(check -> known.checks().stream().noneMatch(other -> isSame(check.name(), other.name())))
                    .forEach(check -> unknown.add("check \"" + check.name() + "\""));
        }
        found.uniques().stream()
                .filter(unique -> known.uniques().stream()
                        .noneMatch(other -> isSame(
                                unique.fieldNames().toString(),
                                other.fieldNames().toString())))
                .forEach(unique -> unknown.add("unique constraint \"" + unique.name() + "\""));
        found.foreignKeys().stream()
                .filter(key -> known.foreignKeys().stream()
                        .noneMatch(other -> isSame(
                                        key.columns().toString(),
                                        other.columns().toString())
                                && isSame(key.target().name(), other.target().name())))
                .forEach(key -> unknown.add("foreign key \"" + key.name() + "\""));
    }

    /** Names that are written in quotes are in backticks in the state. */
    private static boolean isSame(String name, String other) {
        return name.replace("`", "").equalsIgnoreCase(other.replace("`", ""));
    }
}
