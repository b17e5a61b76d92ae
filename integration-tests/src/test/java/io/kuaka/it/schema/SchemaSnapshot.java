package io.kuaka.it.schema;

import io.kuaka.it.support.Engine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a database's own catalog says of all that is in it, one line each, sorted: the witness that the comparison of schemas is
 * tested against. Nothing else uses it.
 */
final class SchemaSnapshot {
    private static final Pattern CONSTRAINT =
            Pattern.compile("(constraint\\s+\"?\\w+\"?\\s+)?\\bcheck\\s*\\(", Pattern.CASE_INSENSITIVE);

    private SchemaSnapshot() {}

    static List<String> of(Engine engine, Connection connection) throws SQLException {
        return List.copyOf(
                switch (engine) {
                    case POSTGRESQL -> postgresql(connection);
                    case SQLITE -> sqlite(connection);
                    case H2 -> new TreeSet<>(rows(connection, "script nodata nosettings"));
                    case MARIADB, MYSQL -> mysql(connection);
                });
    }

    private static TreeSet<String> mysql(Connection connection) throws SQLException {
        TreeSet<String> lines = new TreeSet<>();
        for (String table :
                rows(connection, "select table_name from information_schema.tables where table_schema = database()")) {
            rows(connection, "show create table `" + table + "`")
                    .forEach(text ->
                            text.lines().map(line -> table + ": " + line).forEach(lines::add));
        }
        return lines;
    }

    private static TreeSet<String> postgresql(Connection connection) throws SQLException {
        TreeSet<String> lines = new TreeSet<>();
        String inSchema = " where n.nspname = current_schema()";
        lines.addAll(rows(
                connection,
                "select 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),"
                        + " case when a.attnotnull then 'not null' end, 'identity ' || a.attidentity::text,"
                        + " pg_get_expr(d.adbin, d.adrelid), col_description(c.oid, a.attnum), a.attcollation"
                        + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped"
                        + " left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum"
                        + inSchema + " and c.relkind = 'r'"));
        lines.addAll(rows(
                connection,
                "select 'table', c.relname, obj_description(c.oid, 'pg_class') from pg_class c"
                        + " join pg_namespace n on n.oid = c.relnamespace" + inSchema + " and c.relkind = 'r'"));
        lines.addAll(inOneForm(rows(
                connection,
                "select 'constraint', c.relname, k.conname, pg_get_constraintdef(k.oid), k.condeferrable,"
                        + " k.convalidated from pg_constraint k join pg_class c on c.oid = k.conrelid"
                        + " join pg_namespace n on n.oid = c.relnamespace" + inSchema + " and k.contype <> 'n'")));
        lines.addAll(rows(connection, "select 'index', indexdef from pg_indexes where schemaname = current_schema()"));
        lines.addAll(rows(
                connection,
                "select 'sequence', sequencename, data_type, start_value, increment_by, max_value, cycle"
                        + " from pg_sequences where schemaname = current_schema()"));
        return lines;
    }

    /** A list of texts is told in another way after it was created from what the catalog tells of it. */
    private static List<String> inOneForm(List<String> constraints) {
        return constraints.stream()
                .map(line -> line.replaceAll("\\(('[^']*'::character varying)\\)::text", "$1")
                        .replaceAll("\\((ARRAY\\[[^]]*])\\)::text\\[]", "$1"))
                .toList();
    }

    private static TreeSet<String> sqlite(Connection connection) throws SQLException {
        TreeSet<String> lines = new TreeSet<>();
        for (String table : rows(connection, "select name from sqlite_master where type = 'table'")) {
            if (table.startsWith("sqlite_")) {
                continue;
            }
            String literal = "('" + table + "')";
            rows(connection, "select name, type, \"notnull\", dflt_value, pk, hidden from pragma_table_xinfo" + literal)
                    .forEach(row -> lines.add("column | " + table + " | " + row));
            rows(
                            connection,
                            "select \"table\", group_concat(\"from\" || '>' || coalesce(\"to\", '')), on_delete"
                                    + " from (select * from pragma_foreign_key_list" + literal
                                    + " order by id, seq) group by id")
                    .forEach(row -> lines.add("foreign key | " + table + " | " + row));
            rows(
                            connection,
                            "select case when l.name like 'sqlite_%' then '' else l.name end, l.\"unique\", l.partial,"
                                    + " group_concat(coalesce(x.name, '?') || case x.desc when 1 then ' desc' else '' end)"
                                    + " from pragma_index_list" + literal + " l, pragma_index_xinfo(l.name) x"
                                    + " where x.key = 1 group by l.name")
                    .forEach(row -> lines.add("index | " + table + " | " + row));
            String sql = rows(
                            connection, "select sql from sqlite_master where type = 'table' and name = '" + table + "'")
                    .get(0);
            checks(sql).forEach(check -> lines.add("check | " + table + " | " + check));
            Pattern.compile("(?i)collate \\w+")
                    .matcher(sql)
                    .results()
                    .forEach(collation -> lines.add("collation | " + table + " | " + collation.group()));
            lines.add("table | " + table
                    + (sql.toLowerCase(Locale.ROOT).contains("autoincrement") ? " | autoincrement" : ""));
        }
        return lines;
    }

    /** Returns each check constraint as it is written, up to its closing parenthesis. */
    private static List<String> checks(String sql) {
        List<String> checks = new ArrayList<>();
        Matcher matcher = CONSTRAINT.matcher(sql);
        while (matcher.find()) {
            int depth = 1;
            int end = matcher.end();
            while (depth > 0) {
                char c = sql.charAt(end++);
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            checks.add(sql.substring(matcher.start(), end).replaceAll("\\s+", " "));
        }
        return checks;
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    values.add(result.getString(i));
                }
                rows.add(String.join(
                        " | ",
                        values.stream().map(value -> value == null ? "" : value).toList()));
            }
        }
        return rows;
    }
}
