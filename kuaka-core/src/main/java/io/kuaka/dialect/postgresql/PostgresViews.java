package io.kuaka.dialect.postgresql;

import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.session.TableTouch;
import io.kuaka.schema.session.View;
import io.kuaka.schema.session.Views;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Views and all else that others made around tables, as {@code pg_depend} knows it: triggers, rules, row security policies,
 * functions with a body of SQL, publications of columns. They follow renames, and the server refuses everything else.
 */
final class PostgresViews implements Views {
    /**
     * Of what a trigger's function does nothing is known. A trigger, a rule, a policy and a place in a publication are dropped
     * with their own table.
     */
    private static final String USES = """
            with users as (
                select 'pg_rewrite'::regclass as class, r.oid, 'view "' || v.oid::regclass || '"' as words, v.oid as owner
                    from pg_rewrite r join pg_class v on v.oid = r.ev_class and v.relkind in ('v', 'm')
                union all select 'pg_trigger'::regclass, oid,
                    'trigger "' || tgname || '" on "' || tgrelid::regclass || '"', tgrelid
                    from pg_trigger where not tgisinternal
                union all select 'pg_rewrite'::regclass, r.oid, 'rule "' || r.rulename || '" on "' || r.ev_class::regclass || '"',
                    r.ev_class
                    from pg_rewrite r join pg_class t on t.oid = r.ev_class and t.relkind in ('r', 'p')
                union all select 'pg_policy'::regclass, oid, 'policy "' || polname || '" on "' || polrelid::regclass || '"',
                    polrelid
                    from pg_policy
                union all select 'pg_proc'::regclass, oid, 'function "' || oid::regprocedure || '"', 0::oid from pg_proc
                union all select 'pg_publication_rel'::regclass, r.oid, 'publication "' || p.pubname || '"', r.prrelid
                    from pg_publication_rel r join pg_publication p on p.oid = r.prpubid)
            select distinct u.words, n.nspname as schema, t.relname as table_name,
                coalesce(a.attname, '') as column_name, n.nspname = any(current_schemas(false)) as is_found,
                t.oid = u.owner as is_own
            from pg_depend d
                join users u on d.classid = u.class and u.oid = d.objid
                join pg_class t on d.refclassid = 'pg_class'::regclass and t.oid = d.refobjid
                join pg_namespace n on n.oid = t.relnamespace
                left join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid and d.refobjsubid > 0
            where n.nspname not in ('pg_catalog', 'information_schema')
                and (t.oid <> u.owner or (t.relkind in ('r', 'p') and d.refobjsubid > 0))
            order by 1, 2, 3, 4
            """;

    /**
     * A column of a table, or the table.
     *
     * @param isFound whether the connection finds the table without its schema
     * @param isOwn whether it is the table that this goes with
     */
    private record Use(String schema, String table, String column, boolean isFound, boolean isOwn) {}

    /** What others made, and what it uses. */
    private record KnownView(String words, List<Use> all) implements View {
        @Override
        public boolean uses(TableTouch touch) {
            String schema = touch.table().schema();
            String column = touch.column();
            return all.stream()
                    .anyMatch(use -> use.table().equals(touch.table().name())
                            && (column.isEmpty() ? !use.isOwn() : use.column().equals(column))
                            && (schema == null ? use.isFound() : use.schema().equals(schema)));
        }
    }

    @Override
    public List<View> all(Connection connection) throws SQLException {
        Map<String, List<Use>> uses = new LinkedHashMap<>();
        CatalogQuery.of(USES)
                .forEach(connection, row -> uses.computeIfAbsent(row.getString("words"), words -> new ArrayList<>())
                        .add(new Use(
                                row.getString("schema"),
                                row.getString("table_name"),
                                row.getString("column_name"),
                                row.getBoolean("is_found"),
                                row.getBoolean("is_own"))));
        List<View> views = new ArrayList<>();
        uses.forEach((words, all) -> views.add(new KnownView(words, List.copyOf(all))));
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
