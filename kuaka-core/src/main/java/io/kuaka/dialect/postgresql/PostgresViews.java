package io.kuaka.dialect.postgresql;

import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.session.TableTouch;
import io.kuaka.schema.session.View;
import io.kuaka.schema.session.Views;
import io.kuaka.schema.table.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Views as {@code pg_depend} knows them. They follow renames, and the server refuses everything else. */
final class PostgresViews implements Views {
    private static final String USES = """
            select distinct v.oid::regclass::text as view, n.nspname as schema, t.relname as table_name,
                coalesce(a.attname, '') as column_name, n.nspname = any(current_schemas(false)) as is_found
            from pg_depend d
                join pg_rewrite r on d.classid = 'pg_rewrite'::regclass and r.oid = d.objid
                join pg_class v on v.oid = r.ev_class and v.relkind in ('v', 'm')
                join pg_class t on d.refclassid = 'pg_class'::regclass and t.oid = d.refobjid and t.oid <> v.oid
                join pg_namespace n on n.oid = t.relnamespace
                left join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid and d.refobjsubid > 0
            where n.nspname not in ('pg_catalog', 'information_schema')
            order by 1, 2, 3, 4
            """;

    /** A column of a table, or the table; {@code isFound} if the connection finds the table without its schema. */
    private record Use(String schema, String table, String column, boolean isFound) {}

    /** A view and what it uses. */
    private record KnownView(String words, List<Use> all) implements View {
        @Override
        public boolean uses(TableName table, String column) {
            String schema = table.schema();
            return all.stream()
                    .anyMatch(use -> use.table().equals(table.name())
                            && (column.isEmpty() || use.column().equals(column))
                            && (schema == null ? use.isFound() : use.schema().equals(schema)));
        }
    }

    @Override
    public List<View> all(Connection connection) throws SQLException {
        Map<String, List<Use>> uses = new LinkedHashMap<>();
        CatalogQuery.of(USES)
                .forEach(connection, row -> uses.computeIfAbsent(row.getString("view"), view -> new ArrayList<>())
                        .add(new Use(
                                row.getString("schema"),
                                row.getString("table_name"),
                                row.getString("column_name"),
                                row.getBoolean("is_found"))));
        List<View> views = new ArrayList<>();
        uses.forEach((name, all) -> views.add(new KnownView("view \"" + name + "\"", List.copyOf(all))));
        return views;
    }

    @Override
    public boolean areBrokenBy(TableTouch.Kind kind) {
        return switch (kind) {
            case DROPPED, RETYPED -> true;
            case RENAMED -> false;
        };
    }
}
