package io.kuaka.dialect.mysql;

/**
 * The queries to the information schema; {@code <schema>} stands for the schema's name, {@code <expression>}
 * for what {@link ServerFlavor} says.
 *
 * <p>Each of its tables has its own condition on the schema: without it the server opens all tables of all schemas,
 * even in a join.
 */
final class MysqlCatalog {
    static final String TABLES = """
            select table_name, table_comment as comment from information_schema.tables
            where table_schema = <schema> and table_type in ('BASE TABLE', 'SYSTEM VERSIONED')
            order by table_name
            """;

    static final String ROWS = """
            select table_name, table_rows as size from information_schema.tables
            where table_schema = <schema> and table_type in ('BASE TABLE', 'SYSTEM VERSIONED')
            """;

    /** Their numbers are in the sequences themselves. */
    static final String MARIADB_SEQUENCES = """
            select table_name as name, 1 as start_value, 1 as increment from information_schema.tables
            where table_schema = <schema> and table_type = 'SEQUENCE'
            order by table_name
            """;

    /** Without sequences, a table with the single column {@code next_val} stands for one, which has only its next number. */
    static final String MYSQL_SEQUENCES = """
            select s.table_name as name, 1 as start_value, 1 as increment
            from (select table_name from information_schema.columns where table_schema = <schema>
                    group by table_name having count(*) = 1 and max(column_name) = 'next_val') s
                join information_schema.tables t on t.table_schema = <schema> and t.table_name = s.table_name
            where t.table_type = 'BASE TABLE'
            order by s.table_name
            """;

    /** A collation is returned if it is neither the table's nor what tables have by default. */
    static final String COLUMNS = """
            select c.table_name, c.column_name as name, c.column_type, c.is_nullable = 'YES' as nullable,
                lower(c.extra) like '%auto_increment%' as identity, c.column_default,
                lower(c.extra) like '%default_generated%' as is_default_sql, c.generation_expression as computed,
                lower(c.extra) like '%stored%' as is_stored, c.column_comment as comment,
                case when c.collation_name not in (t.table_collation, s.default_collation_name) then c.collation_name end
                    as collation
            from information_schema.columns c
                join information_schema.schemata s on s.schema_name = <schema>
                join information_schema.tables t on t.table_schema = <schema> and t.table_name = c.table_name
            where c.table_schema = <schema> and t.table_type in ('BASE TABLE', 'SYSTEM VERSIONED')
            order by c.table_name, c.ordinal_position
            """;

    static final String INDEXES = """
            select s.table_name, s.index_name, s.non_unique = 0 as is_unique, s.column_name, s.collation = 'D' as is_desc,
                <expression> as expression, s.index_type
            from information_schema.statistics s
            where s.table_schema = <schema>
            order by s.table_name, s.index_name, s.seq_in_index
            """;

    static final String FOREIGN_KEYS = """
            select k.table_name, k.constraint_name as name, k.column_name,
                nullif(k.referenced_table_schema, k.table_schema) as target_schema, k.referenced_table_name as target,
                k.referenced_column_name as target_column, nullif(r.delete_rule, 'RESTRICT') as on_delete,
                nullif(r.update_rule, 'RESTRICT') as on_update, false as deferred
            from information_schema.key_column_usage k
                join information_schema.referential_constraints r
                    on r.constraint_schema = <schema> and r.constraint_name = k.constraint_name
                    and r.table_name = k.table_name
            where k.table_schema = <schema> and k.referenced_table_name is not null
            order by k.table_name, k.constraint_name, k.ordinal_position
            """;

    /** In MariaDB, the names of checks are unique only within their table. */
    static final String MARIADB_CHECKS = """
            select table_name, constraint_name, check_clause, level = 'Column' as of_column
            from information_schema.check_constraints
            where constraint_schema = <schema>
            order by table_name, constraint_name
            """;

    static final String MYSQL_CHECKS = """
            select t.table_name, t.constraint_name, c.check_clause, false as of_column
            from information_schema.table_constraints t
                join information_schema.check_constraints c
                    on c.constraint_schema = <schema> and c.constraint_name = t.constraint_name
            where t.table_schema = <schema> and t.constraint_type = 'CHECK'
            order by t.table_name, t.constraint_name
            """;

    /** The sessions that hold the metadata lock that a session of MySQL waits for. */
    static final String HOLDERS = """
            select distinct h.processlist_id, coalesce(h.processlist_user, ''), coalesce(t.trx_started, ''),
                coalesce(e.sql_text, h.processlist_info, ''), true
            from performance_schema.threads w
                join performance_schema.metadata_locks p on p.owner_thread_id = w.thread_id and p.lock_status = 'PENDING'
                join performance_schema.metadata_locks g on g.object_type = p.object_type
                    and g.object_schema = p.object_schema and g.object_name = p.object_name
                    and g.lock_status = 'GRANTED' and g.owner_thread_id <> p.owner_thread_id
                join performance_schema.threads h on h.thread_id = g.owner_thread_id
                left join performance_schema.events_statements_current e on e.thread_id = h.thread_id
                left join information_schema.innodb_trx t on t.trx_mysql_thread_id = h.processlist_id
            where w.processlist_id = ?
            order by h.processlist_id
            """;

    static final String VIEWS = """
            select 'view', table_name, '', view_definition from information_schema.views where table_schema = database()
            union all
            select 'trigger', trigger_name, event_object_table, action_statement
            from information_schema.triggers where trigger_schema = database()
            order by 1, 2
            """;

    /** All other sessions with an open transaction: one of them may hold the lock. */
    static final String IN_TRANSACTIONS = """
            select p.id, p.user, t.trx_started, coalesce(t.trx_query, ''), false
            from information_schema.innodb_trx t join information_schema.processlist p on p.id = t.trx_mysql_thread_id
            where p.id <> ?
            order by t.trx_started, p.id
            """;

    private MysqlCatalog() {}
}
