package io.kuaka.dialect.postgresql;

/** The queries to PostgreSQL's catalogs; {@code <schema>} stands for the schema's name. */
final class PostgresCatalog {
    static final String TABLES = """
            select t.relname as table_name, obj_description(t.oid, 'pg_class') as comment
            from pg_class t join pg_namespace n on n.oid = t.relnamespace
            where n.nspname = <schema> and t.relkind in ('r', 'p')
                and not exists (select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = t.oid and d.deptype = 'e')
            order by t.relname
            """;

    static final String ROWS = """
            select t.relname as table_name, case when t.reltuples >= 0 then t.reltuples::bigint end as size
            from pg_class t join pg_namespace n on n.oid = t.relnamespace
            where n.nspname = <schema> and t.relkind in ('r', 'p')
            """;

    /** The tables, as a part of the other queries. */
    private static final String OF_TABLES = """
            from (select t.* from pg_class t join pg_namespace n on n.oid = t.relnamespace
                where n.nspname = <schema> and t.relkind in ('r', 'p')
                    and not exists (select from pg_depend d
                        where d.classid = 'pg_class'::regclass and d.objid = t.oid and d.deptype = 'e')) t
            """;

    /** Whether the database numbers a column by the default of a serial type, from a sequence that belongs to it. */
    private static final String IS_SERIAL = """
            (pg_get_expr(d.adbin, d.adrelid) like 'nextval(%' and exists (select from pg_depend p
                where p.classid = 'pg_class'::regclass and p.refobjid = t.oid and p.refobjsubid = a.attnum
                    and p.deptype = 'a'))
            """;

    /** The manual on date/time types: where none is written, times have the largest precision, six digits. */
    static final String COLUMNS = """
            select t.relname as table_name, a.attname as name,
                format_type(a.atttypid, case when a.atttypmod = -1 and a.atttypid in ('timestamp'::regtype,
                    'timestamptz'::regtype, 'time'::regtype, 'timetz'::regtype) then 6 else a.atttypmod end) as type,
                not a.attnotnull as nullable, a.attidentity <> '' or coalesce(""" + IS_SERIAL + """
                , false) as identity,
                case when not coalesce(""" + IS_SERIAL + """
                , false) then pg_get_expr(d.adbin, d.adrelid) end as default_value,
                case when a.attgenerated <> '' then pg_get_expr(d.adbin, d.adrelid) end as computed,
                a.attgenerated = 's' as is_stored,
                (select c.collname from pg_collation c where c.oid = a.attcollation
                    and a.attcollation <> ty.typcollation) as collation,
                col_description(t.oid, a.attnum) as comment
            """ + OF_TABLES + """
            join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
            join pg_type ty on ty.oid = a.atttypid
            left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
            order by t.relname, a.attnum
            """;

    static final String CONSTRAINTS = """
            select t.relname as table_name, c.conname as name, c.contype as kind, c.condeferred as deferred,
                array(select a.attname from unnest(c.conkey) with ordinality k(n, place)
                    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by place) as columns,
                array(select a.attname from unnest(c.confkey) with ordinality k(n, place)
                    join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n order by place)
                    as target_columns,
                array(select a.attname from unnest(i.indkey::int2[]) with ordinality k(n, place)
                    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.n
                    where place > i.indnkeyatts order by place) as included,
                array(select pg_get_indexdef(i.indexrelid, k, true)
                    from generate_series(1, i.indnkeyatts::int) k order by k) as parts,
                array(select o.oprname from unnest(c.conexclop) with ordinality k(oid, place)
                    join pg_operator o on o.oid = k.oid order by place) as operators,
                am.amname as method, pg_get_expr(i.indpred, i.indrelid) as condition,
                pg_get_expr(c.conbin, c.conrelid) as expression, f.relname as target,
                case when f.relnamespace <> t.relnamespace then fn.nspname end as target_schema,
                case c.confdeltype when 'r' then 'restrict' when 'c' then 'cascade' when 'n' then 'set null'
                    when 'd' then 'set default' end as on_delete,
                case c.confupdtype when 'r' then 'restrict' when 'c' then 'cascade' when 'n' then 'set null'
                    when 'd' then 'set default' end as on_update,
                coalesce(i.indnullsnotdistinct, false) as nulls_not_distinct
            """ + OF_TABLES + """
            join pg_constraint c on c.conrelid = t.oid and c.contype in ('p', 'u', 'c', 'x', 'f')
            left join pg_index i on i.indexrelid = c.conindid and c.contype in ('p', 'u', 'x')
            left join pg_class ic on ic.oid = i.indexrelid
            left join pg_am am on am.oid = ic.relam
            left join pg_class f on f.oid = c.confrelid
            left join pg_namespace fn on fn.oid = f.relnamespace
            order by t.relname, c.conname
            """;

    static final String INDEXES = """
            select t.relname as table_name, ic.relname as name, i.indisunique as is_unique, am.amname as method,
                pg_get_expr(i.indpred, i.indrelid) as condition, i.indnkeyatts as keys,
                i.indnullsnotdistinct as nulls_not_distinct,
                array(select pg_get_indexdef(i.indexrelid, k, true)
                    from generate_series(1, i.indnatts::int) k order by k) as parts,
                array(select a.attname from unnest(i.indkey::int2[]) with ordinality k(n, place)
                    left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.n and k.n <> 0
                    order by place) as columns,
                array(select case when o.opcdefault then null else o.opcname end
                    from unnest(i.indclass::oid[]) with ordinality k(oid, place)
                    join pg_opclass o on o.oid = k.oid order by place) as classes,
                array(select (k.option & 1)::text from unnest(i.indoption::int2[]) with ordinality k(option, place)
                    order by place) as descending
            """ + OF_TABLES + """
            join pg_index i on i.indrelid = t.oid
            join pg_class ic on ic.oid = i.indexrelid
            join pg_am am on am.oid = ic.relam
            where not exists (select from pg_constraint c
                where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
            order by t.relname, ic.relname
            """;

    /** But for those of identities, extensions and serial columns. */
    static final String SEQUENCES = """
            select s.relname as name, q.seqstart as start_value, q.seqincrement as increment
            from pg_sequence q join pg_class s on s.oid = q.seqrelid join pg_namespace n on n.oid = s.relnamespace
            where n.nspname = <schema> and not exists (select from pg_depend d
                where d.classid = 'pg_class'::regclass and d.objid = s.oid and (d.deptype in ('i', 'e')
                    or d.deptype = 'a' and exists (select from pg_attrdef v
                        where v.adrelid = d.refobjid and v.adnum = d.refobjsubid
                            and pg_get_expr(v.adbin, v.adrelid) like 'nextval(%')))
            order by s.relname
            """;

    static final String SERIAL_COLUMNS = """
            select t.relname as table_name, a.attname as column_name, s.relname as name, q.seqstart as start_value,
                q.seqincrement as increment, pg_get_expr(d.adbin, d.adrelid) as default_value
            """ + OF_TABLES + """
            join pg_attribute a on a.attrelid = t.oid
            join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
            join pg_depend p on p.classid = 'pg_class'::regclass and p.refobjid = t.oid and p.refobjsubid = a.attnum
                and p.deptype = 'a'
            join pg_class s on s.oid = p.objid
            join pg_sequence q on q.seqrelid = s.oid
            where pg_get_expr(d.adbin, d.adrelid) like 'nextval(%'
            order by t.relname, a.attnum
            """;

    static final String ENUMERATIONS = """
            select t.typname as name, e.enumlabel as enum_value
            from pg_enum e join pg_type t on t.oid = e.enumtypid join pg_namespace n on n.oid = t.typnamespace
            where n.nspname = <schema>
            order by t.typname, e.enumsortorder
            """;

    /** Enumerations with their values and casts, and collations, in the words of {@link NativeEnums} and the editor. */
    static final String OTHERS = """
            select 'type ' || t.typname as words
            from pg_type t join pg_namespace n on n.oid = t.typnamespace where t.typtype = 'e' and n.nspname = <schema>
            union all
            select 'value ' || e.enumlabel || ' of type ' || t.typname
            from pg_enum e join pg_type t on t.oid = e.enumtypid join pg_namespace n on n.oid = t.typnamespace
            where n.nspname = <schema>
            union all
            select case when s.typtype = 'e' then 'cast from type ' || s.typname else 'cast to type ' || t.typname end
            from pg_cast c join pg_type s on s.oid = c.castsource join pg_type t on t.oid = c.casttarget
            where s.typtype = 'e' or t.typtype = 'e'
            union all
            select 'collation ' || c.collname
            from pg_collation c join pg_namespace n on n.oid = c.collnamespace where n.nspname = <schema>
            """;

    private PostgresCatalog() {}
}
