package io.kuaka.dialect.mysql;

/**
 * The queries for what MySQL and MariaDB have and no model can express; {@code <schema>} stands for the schema's name,
 * {@code <hidden>} for what {@link ServerFlavor} says.
 */
final class MysqlTraits {
    /** A table without a collation of its own has that of the schema. */
    static final String TABLES = """
            select 'TABLE' as place, 'STORAGE' as aspect, table_name, null as name, engine as text
            from information_schema.tables
            where table_schema = <schema> and table_type in ('BASE TABLE', 'SYSTEM VERSIONED') and engine <> 'InnoDB'
            union all
            select 'TABLE', 'PARTITIONS', table_name, null, 'partitioned' from information_schema.tables
            where table_schema = <schema> and create_options like '%partitioned%'
            union all
            select 'TABLE', 'VERSIONING', table_name, null, 'system versioning' from information_schema.tables
            where table_schema = <schema> and table_type = 'SYSTEM VERSIONED'
            union all
            select 'TABLE', 'DEFAULT_COLLATION', t.table_name, null, t.table_collation
            from information_schema.tables t
                join information_schema.schemata s on s.schema_name = <schema> and s.schema_name = t.table_schema
            where t.table_schema = <schema> and t.table_type in ('BASE TABLE', 'SYSTEM VERSIONED')
                and t.table_collation <> s.default_collation_name
            order by 1, 2, 3
            """;

    static final String COLUMNS = """
            select 'COLUMN' as place, 'ON_UPDATE' as aspect, table_name, column_name as name,
                substring_index(substring_index(lower(extra), 'on update ', -1), ' ', 1) as text
            from information_schema.columns
            where table_schema = <schema> and lower(extra) like '%on update%'
            union all
            select 'COLUMN', 'VISIBILITY', table_name, column_name, 'invisible' from information_schema.columns
            where table_schema = <schema> and lower(extra) like '%invisible%' and lower(extra) not like '%period%'
            order by 1, 2, 3, 4
            """;

    static final String INDEXES = """
            select case when index_name = 'PRIMARY' then 'PRIMARY_KEY' when non_unique = 0 then 'UNIQUE' else 'INDEX' end
                    as place, 'PREFIXES' as aspect, table_name, nullif(index_name, 'PRIMARY') as name,
                concat(column_name, '(', sub_part, ')') as text
            from information_schema.statistics
            where table_schema = <schema> and sub_part is not null and index_type = 'BTREE'
            union all
            select case when non_unique = 0 then 'UNIQUE' else 'INDEX' end, 'VISIBILITY', table_name, index_name, 'hidden'
            from information_schema.statistics
            where table_schema = <schema> and <hidden> and seq_in_index = 1
            order by 1, 2, 3, 4, 5
            """;

    static final String MYSQL_CHECKS = """
            select 'CHECK' as place, 'ENFORCEMENT' as aspect, table_name, constraint_name as name, 'not enforced' as text
            from information_schema.table_constraints
            where table_schema = <schema> and constraint_type = 'CHECK' and enforced = 'NO'
            order by table_name, constraint_name
            """;

    private MysqlTraits() {}
}
