package io.kuaka.dialect.mysql;

import io.kuaka.expression.Expression;
import io.kuaka.schema.grammar.Feature;
import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.statement.Clause;
import io.kuaka.schema.statement.Completion;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A clause that redefines a column as a whole, by which the server would lose what the clause doesn't repeat. So it
 * repeats what no migration knows: others have given it to the column.
 *
 * <p>What a value of the new type can't have, such as {@code on update} of a date, the server refuses.
 *
 * @param before the column as the migrations know it, after renames
 * @param type the type that it gets, which in the middle of a conversion isn't the last one
 * @param withCheck whether it repeats the check that was declared with the column, too
 */
record KeptAttributes(
        MysqlSqlGrammar grammar,
        TableName table,
        Column before,
        Column after,
        String type,
        boolean withCheck,
        String clause)
        implements Completion {
    private static final String FOUND = """
            select lower(c.extra) as extra, c.column_type, c.column_default, c.column_comment,
                lower(c.extra) like '%default_generated%' as is_default_sql,
                case when c.collation_name <> t.table_collation then c.collation_name end as collation
            from information_schema.columns c
                join information_schema.tables t on t.table_schema = database() and t.table_name = c.table_name
            where c.table_schema = database() and c.table_name = ? and c.column_name = ?
            """;

    /** The checks that were declared with a column; {@code json} makes one by itself. */
    private static final String CHECKS = """
            select check_clause from information_schema.check_constraints
            where constraint_schema = database() and table_name = ? and constraint_name = ? and level = 'Column'
                and check_clause not like 'json\\_valid(%'
            """;

    private static final Pattern NOW = Pattern.compile("(?i)current_timestamp(\\(\\d*\\))?");
    private static final Pattern PRECISION = Pattern.compile("(?i)(?:datetime|timestamp)(\\(\\d\\))?.*");
    private static final Pattern TEXT = Pattern.compile(
            "(?i)(var)?char\\b(?!.*\\bcharacter set\\b).*|(tiny|medium|long)?text\\b.*|(enum|set)\\b.*");

    /**
     * Returns the clause of a step of a change.
     *
     * @param type the type in SQL that the column gets by the clause
     */
    static Clause in(
            Clause clause, MysqlSqlGrammar grammar, TableName table, Column before, Column after, String type) {
        return clause.completedBy(new KeptAttributes(grammar, table, before, after, type, true, clause.sql()));
    }

    /** Returns the clause by which a column loses its check, and nothing else. */
    static Clause withoutCheck(Clause clause, MysqlSqlGrammar grammar, TableName table, Column column) {
        return clause.completedBy(
                new KeptAttributes(grammar, table, column, column, grammar.columnType(column), false, clause.sql()));
    }

    @Override
    public String on(Connection connection) throws SQLException {
        String known = grammar.catalogName(table).name();
        String column = grammar.catalogName(after.name());
        StringBuilder all = new StringBuilder(clause);
        CatalogQuery.of(FOUND, known, column).forEach(connection, row -> addAttributes(all, row));
        if (withCheck && grammar.supports(Feature.CHECKS_OF_COLUMNS)) {
            CatalogQuery.of(CHECKS, known, column)
                    .forEach(connection, row -> all.append(" check (" + row.getString(1) + ")"));
        }
        return all.toString();
    }

    private void addAttributes(StringBuilder all, ResultSet row) throws SQLException {
        String extra = row.getString("extra");
        boolean isNumbered = extra.contains("auto_increment");
        String collation = row.getString("collation");
        String text = row.getString("column_comment");
        if (collation != null && isText() && before.collation() == null && after.collation() == null) {
            all.append(" collate ").append(collation);
        }
        if (isNumbered && !before.isIdentity() && !after.isIdentity()) {
            all.append(" auto_increment");
        }
        addDefault(all, row);
        if (extra.contains("on update")) {
            all.append(" on update current_timestamp").append(precision());
        }
        if (extra.contains("invisible")) {
            all.append(" invisible");
        }
        if (!text.isEmpty() && before.comment() == null && after.comment() == null) {
            all.append(" comment ").append(grammar.text(text));
        }
    }

    /** A type of the database's own, for instance {@code json}, may have a collation that other types don't get. */
    private boolean isText() {
        return TEXT.matcher(type).matches()
                && TEXT.matcher(grammar.columnType(before)).matches();
    }

    private void addDefault(StringBuilder all, ResultSet row) throws SQLException {
        boolean isOpen = before.defaultValue() == null
                && after.defaultValue() == null
                && after.generated() == null
                && !after.isIdentity();
        String value = isOpen ? MysqlIntrospector.defaultValue(grammar, row) : null;
        if (value != null) {
            all.append(" default ").append(moved(value));
        }
    }

    /** Large objects have computed defaults only. */
    private String moved(String value) {
        if (NOW.matcher(value).matches()) {
            return "current_timestamp" + precision();
        }
        boolean isComputed = grammar.isLargeObject(after.type()) && !value.startsWith("(");
        return isComputed ? "(" + value + ")" : grammar.defaultOf(Expression.sql(value));
    }

    /** The moment of a default is as precise as its column. */
    private String precision() {
        Matcher temporal = PRECISION.matcher(type.toLowerCase(Locale.ROOT));
        return temporal.matches() && temporal.group(1) != null ? temporal.group(1) : "";
    }
}
