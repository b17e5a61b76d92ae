package io.kuaka.dialect.h2;

/** The queries for what H2 has and no model can express; {@code <schema>} stands for the schema's name. */
final class H2Traits {
    private static final String OF_COLUMNS = """
            from (select table_schema, table_name from information_schema.tables
                    where table_schema = <schema> and table_type = 'BASE TABLE') t
                join information_schema.columns c
                    on c.table_name = t.table_name and c.table_schema = t.table_schema
            """;

    static final String COLUMNS = """
            select 'COLUMN' as place, 'GENERATION' as aspect, c.table_name, column_name as name, 'always' as text
            """ + OF_COLUMNS + """
            where identity_generation = 'ALWAYS'
            union all
            select 'COLUMN', 'INCREMENT', c.table_name, column_name, cast(identity_increment as varchar)
            """ + OF_COLUMNS + """
            where identity_increment <> 1
            union all
            select 'COLUMN', 'ON_UPDATE', c.table_name, column_name, column_on_update
            """ + OF_COLUMNS + """
            where column_on_update is not null
            union all
            select 'COLUMN', 'VISIBILITY', c.table_name, column_name, 'invisible'
            """ + OF_COLUMNS + """
            where not is_visible
            order by 1, 2, 3, 4
            """;

    /** Nulls count as the lowest values. */
    static final String INDEXES = """
            select 'INDEX' as place, 'NULLS' as aspect, table_name, index_name as name,
                column_name || ' ' || lower(null_ordering) as text
            from information_schema.index_columns
            where table_schema = <schema> and null_ordering = case ordering_specification when 'DESC' then 'FIRST' else 'LAST' end
            order by table_name, index_name, ordinal_position
            """;

    static final String CONSTRAINTS = """
            select 'TABLE' as place, 'ENFORCEMENT' as aspect, table_name, null as name, 'no foreign keys' as text
            from information_schema.table_constraints
            where table_schema = <schema> and enforced = 'NO'
            group by table_name
            order by table_name
            """;

    static final String SEQUENCES = """
            select 'SEQUENCE' as place, 'CYCLE' as aspect, sequence_name as table_name, null as name, 'cycle' as text
            from information_schema.sequences
            where sequence_schema = <schema> and cycle_option = 'YES'
            order by sequence_name
            """;

    private H2Traits() {}
}
