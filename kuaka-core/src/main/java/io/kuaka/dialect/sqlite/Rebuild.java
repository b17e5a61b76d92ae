package io.kuaka.dialect.sqlite;

import io.kuaka.expression.Expression;
import io.kuaka.schema.diff.ColumnAttribute;
import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.schema.diff.TableDiff;
import io.kuaka.schema.statement.Effect;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.Index;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statements that rebuild a table with its rows.
 *
 * <p>The old table is dropped before the new one takes its name, so references to the name stay valid. The last rename
 * uses {@code legacy_alter_table} (see the manual): otherwise it would parse all views again while the table that they
 * need doesn't exist, and fail.
 */
final class Rebuild {
    /** The prefix of new tables until they take the names of the old ones. */
    static final String WORK_PREFIX = "new__";

    /** Has the texts of a table's triggers meanwhile, because they are dropped with it. */
    private static final String TRIGGERS = "kuaka__triggers";

    private final SqliteSqlGrammar grammar;
    private final SqliteTypeConversion conversion;

    Rebuild(SqliteSqlGrammar grammar, SqliteTypeConversion conversion) {
        this.grammar = grammar;
        this.conversion = conversion;
    }

    /** Returns the statements for a table that already has its new name and column names. */
    List<Sql> statements(TableDiff diff) {
        Table table = diff.after();
        TableName work = new TableName(
                null, grammar.identifier(WORK_PREFIX + table.name().name().replace("`", "")));
        List<Sql> statements = new ArrayList<>();
        statements.add(nothingUnknown(diff));
        Sql create = grammar.createTable(table.withName(work));
        statements.add(create.completedBy(new KeptTable(grammar, diff, create.text())));
        statements.add(Sql.rows(copy(diff, work)));
        statements.add(noteTriggers(table));
        statements.add(grammar.dropTable(table.name()));
        statements.add(Sql.setting("pragma legacy_alter_table = on"));
        statements.add(grammar.renameTable(work, table.name()));
        statements.add(Sql.setting("pragma legacy_alter_table = off"));
        table.indexes().stream()
                .map(index -> grammar.createIndex(table.name(), index))
                .forEach(statements::add);
        statements.add(Sql.each("select sql from " + TRIGGERS));
        statements.add(grammar.dropTable(new TableName(null, TRIGGERS)));
        return statements;
    }

    private Sql noteTriggers(Table table) {
        return Sql.of(
                "create table " + TRIGGERS
                        + " as select sql from sqlite_master where type = 'trigger' and tbl_name = "
                        + shown(table.name()) + " collate nocase",
                Effect.created(Effect.Kind.TABLE, new TableName(null, TRIGGERS)));
    }

    /** Indexes are dropped with the old table, and columns aren't copied: those that aren't in the state would be lost. */
    private Sql nothingUnknown(TableDiff diff) {
        String table = shown(diff.name());
        List<Index> indexes = diff.before().indexes();
        String unknownIndexes = "select name from sqlite_master where tbl_name = " + table
                + " collate nocase and type = 'index' and sql is not null"
                + (indexes.isEmpty() ? "" : " and " + isUnknown(indexes.stream().map(Index::name)));
        String unknownColumns = "select name from pragma_table_xinfo(" + table + ") where "
                + isUnknown(diff.before().columns().stream().map(Column::name));
        return Sql.assertEmpty(
                unknownIndexes + "\n    union all " + unknownColumns,
                "Table \"" + diff.name() + "\" must be rebuilt, but has columns or indexes that no migration created."
                        + " Make such columns fields of the model. Drop such indexes first with RunSql, and create them"
                        + " again afterwards.");
    }

    /** SQLite ignores the case of letters in names, in quotes too, but only of those that ASCII has. */
    private String shown(TableName table) {
        return grammar.text(grammar.shownName(table.name()));
    }

    private String isUnknown(Stream<String> known) {
        return known.map(name -> grammar.text(grammar.shownName(name)))
                .collect(Collectors.joining(", ", "name collate nocase not in (", ")"));
    }

    private String copy(TableDiff diff, TableName work) {
        Map<String, String> values = values(diff);
        if (values.isEmpty()) {
            values.put("rowid", "rowid");
        }
        return "insert into " + grammar.name(work) + " (" + String.join(", ", values.keySet()) + ")\n    select "
                + String.join(", ", values.values()) + " from " + grammar.name(diff.name());
    }

    /** Returns the new columns with their values; those without a value get their defaults. */
    private Map<String, String> values(TableDiff diff) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Column column : diff.after().columns()) {
            if (column.generated() != null) {
                continue;
            }
            String name = grammar.identifier(column.name());
            if (diff.addedColumns().contains(column)) {
                Expression fill = diff.fill(column);
                if (fill != null) {
                    values.put(name, grammar.valueFor(column, fill));
                }
            } else {
                values.put(name, value(diff, column));
            }
        }
        return values;
    }

    private String value(TableDiff diff, Column column) {
        return diff.alteredColumns().stream()
                .filter(change -> change.after().equals(column))
                .findFirst()
                .map(this::value)
                .orElse(grammar.identifier(column.name()));
    }

    private String value(ColumnChange change) {
        String column = grammar.identifier(change.after().name());
        String value =
                change.changes(ColumnAttribute.TYPE) ? conversion.using(change).orElse(column) : column;
        Expression fill = change.fill();
        return fill != null && change.needsFill()
                ? "coalesce(" + value + ", " + grammar.valueFor(change.after(), fill) + ")"
                : value;
    }
}
