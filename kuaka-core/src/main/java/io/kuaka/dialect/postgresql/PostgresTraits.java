package io.kuaka.dialect.postgresql;

/** The queries for what PostgreSQL has and no model can express; {@code <schema>} stands for the schema's name. */
final class PostgresTraits {
    private static final String OF_TABLES = """
            from pg_class t join pg_namespace n on n.oid = t.relnamespace and n.nspname = <schema>
            """;

    private static final String TABLES = """
            select 'TABLE' as place, 'STORAGE' as aspect, t.relname as table_name, null as name, 'unlogged' as text
            """ + OF_TABLES + """
            where t.relkind in ('r', 'p') and t.relpersistence = 'u'
            union all
            select 'TABLE', 'PARTITIONS', t.relname, null, pg_get_partkeydef(t.oid)
            """ + OF_TABLES + """
            where t.relkind = 'p'
            union all
            select 'TABLE', 'INHERITANCE', t.relname, null, 'inherits ' || i.inhparent::regclass::text
            """ + OF_TABLES + """
            join pg_inherits i on i.inhrelid = t.oid
            where t.relkind = 'r' and not t.relispartition
            """;

    private static final String COLUMNS = """
            select 'COLUMN', 'GENERATION', t.relname, a.attname, 'always'
            """ + OF_TABLES + """
            join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and a.attidentity = 'a' and not a.attisdropped
            union all
            select 'COLUMN', 'INCREMENT', t.relname, a.attname, q.seqincrement::text
            """ + OF_TABLES + """
            join pg_attribute a on a.attrelid = t.oid and a.attnum > 0
            join pg_depend d on d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass
                and d.refobjid = t.oid and d.refobjsubid = a.attnum and d.deptype = 'i'
            join pg_sequence q on q.seqrelid = d.objid and q.seqincrement <> 1
            """;

    /** Whether a check has been validated is no trait: migrations can leave it so. */
    private static final String CONSTRAINTS = """
            select case c.contype when 'f' then 'FOREIGN_KEY' else 'CHECK' end, 'ENFORCEMENT', t.relname, c.conname,
                case when to_jsonb(c) ->> 'conenforced' = 'false' then 'not enforced' else 'not valid' end
            """ + OF_TABLES + """
            join pg_constraint c on c.conrelid = t.oid and (c.contype = 'f' and not c.convalidated
                or c.contype = 'c' and to_jsonb(c) ->> 'conenforced' = 'false')
            union all
            select 'FOREIGN_KEY', 'MATCHING', t.relname, c.conname, 'match full'
            """ + OF_TABLES + """
            join pg_constraint c on c.conrelid = t.oid and c.contype = 'f' and c.confmatchtype = 'f'
                and cardinality(c.conkey) > 1
            union all
            select case c.contype when 'f' then 'FOREIGN_KEY' when 'u' then 'UNIQUE' when 'x' then 'EXCLUSION'
                else 'PRIMARY_KEY' end, 'DEFERRAL', t.relname, case when c.contype <> 'p' then c.conname end,
                case when c.condeferred then 'initially deferred' else 'deferrable' end
            """ + OF_TABLES + """
            join pg_constraint c on c.conrelid = t.oid and c.condeferrable
                and (c.contype in ('f', 'u', 'x') and not c.condeferred or c.contype = 'p')
            """;

    /** The collation of an expression is told unless it is the database's; both sides of a comparison do so. */
    private static final String INDEXES = """
            select 'INDEX', 'NULLS', t.relname, ic.relname, pg_get_indexdef(i.indexrelid, k.place::int, true)
                || case when k.option = 2 then ' first' else ' last' end
            """ + OF_TABLES + """
            join pg_index i on i.indrelid = t.oid join pg_class ic on ic.oid = i.indexrelid
            cross join unnest(i.indoption::int2[]) with ordinality k(option, place)
            where k.option in (1, 2)
            union all
            select 'INDEX', 'COLLATION', t.relname, ic.relname, a.attname || ' collate ' || co.collname
            """ + OF_TABLES + """
            join pg_index i on i.indrelid = t.oid join pg_class ic on ic.oid = i.indexrelid
            cross join unnest(i.indkey::int2[], i.indcollation::oid[]) with ordinality k(n, coll, place)
            join pg_attribute a on a.attrelid = t.oid and a.attnum = k.n and a.attcollation <> k.coll
            join pg_collation co on co.oid = k.coll
            union all
            select 'INDEX', 'COLLATION', t.relname, ic.relname,
                pg_get_indexdef(i.indexrelid, k.place::int, true) || ' collate ' || co.collname
            """ + OF_TABLES + """
            join pg_index i on i.indrelid = t.oid join pg_class ic on ic.oid = i.indexrelid
            cross join unnest(i.indkey::int2[], i.indcollation::oid[]) with ordinality k(n, coll, place)
            join pg_collation co on k.n = 0 and co.oid = k.coll and co.collname <> 'default'
            """;

    private static final String SEQUENCES = """
            select 'SEQUENCE', 'CYCLE', t.relname, null, 'cycle'
            """ + OF_TABLES + """
            join pg_sequence q on q.seqrelid = t.oid and q.seqcycle
            """;

    /** Ordered, so that several parts of an index are in the same order on both sides. */
    static final String ALL =
            String.join("union all\n", TABLES, COLUMNS, CONSTRAINTS, INDEXES, SEQUENCES) + "order by 1, 2, 3, 4, 5";

    private PostgresTraits() {}
}
