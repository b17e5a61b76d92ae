package io.kuaka.dialect.h2;

/** The queries to H2's information schema; {@code <schema>} stands for the schema's name. */
final class H2Catalog {
    static final String TABLES = """
            select table_name, remarks as comment
            from information_schema.tables
            where table_schema = <schema> and table_type = 'BASE TABLE'
            order by table_name
            """;

    static final String ROWS = """
            select table_name, row_count_estimate as size from information_schema.tables
            where table_schema = <schema> and table_type = 'BASE TABLE'
            """;

    static final String COLUMNS = """
            select table_name, column_name as name, data_type, character_maximum_length as length,
                coalesce(declared_numeric_precision, numeric_precision) as num_precision, numeric_scale,
                datetime_precision, interval_type, maximum_cardinality, dtd_identifier,
                is_nullable = 'YES' as nullable, is_identity = 'YES' as identity, column_default as default_value,
                generation_expression as computed, true as is_stored, null as collation, remarks as comment
            from information_schema.columns
            where table_schema = <schema>
            order by table_name, ordinal_position
            """;

    static final String ELEMENTS = """
            select object_name as table_name, collection_type_identifier as dtd_identifier, data_type,
                character_maximum_length as length,
                coalesce(declared_numeric_precision, numeric_precision) as num_precision, numeric_scale,
                datetime_precision, interval_type, maximum_cardinality, dtd_identifier as element_identifier
            from information_schema.element_types
            where object_schema = <schema> and object_type = 'TABLE'
            """;

    static final String ENUM_VALUES = """
            select object_name as table_name, enum_identifier, value_name
            from information_schema.enum_values
            where object_schema = <schema> and object_type = 'TABLE'
            order by object_name, enum_identifier, value_ordinal
            """;

    static final String CONSTRAINTS = """
            select c.table_name, c.constraint_name as name, c.constraint_type,
                c.nulls_distinct = 'NO' as nulls_not_distinct, k.check_clause, r.delete_rule as on_delete,
                r.update_rule as on_update,
                nullif(u.table_schema, c.table_schema) as target_schema, u.table_name as target, false as deferred,
                array(select column_name from information_schema.key_column_usage p
                    where p.constraint_schema = c.constraint_schema and p.constraint_name = c.constraint_name
                    order by p.ordinal_position) as columns,
                array(select column_name from information_schema.index_columns i
                    where i.index_schema = c.index_schema and i.index_name = c.index_name
                    order by i.ordinal_position) as index_columns,
                array(select position_in_unique_constraint from information_schema.key_column_usage p
                    where p.constraint_schema = c.constraint_schema and p.constraint_name = c.constraint_name
                    order by p.ordinal_position) as positions,
                array(select column_name from information_schema.key_column_usage p
                    where p.constraint_schema = u.constraint_schema and p.constraint_name = u.constraint_name
                    order by p.ordinal_position) as key_columns,
                array(select column_name from information_schema.index_columns i
                    where i.index_schema = u.index_schema and i.index_name = u.index_name
                    order by i.ordinal_position) as key_index_columns
            from information_schema.table_constraints c
                left join information_schema.check_constraints k
                    on k.constraint_schema = c.constraint_schema and k.constraint_name = c.constraint_name
                left join information_schema.referential_constraints r
                    on r.constraint_schema = c.constraint_schema and r.constraint_name = c.constraint_name
                left join information_schema.table_constraints u
                    on u.constraint_schema = r.unique_constraint_schema
                    and u.constraint_name = r.unique_constraint_name
            where c.table_schema = <schema>
            order by c.table_name, c.constraint_name
            """;

    /** Indexes that belong to constraints are left out. */
    static final String INDEXES = """
            select i.table_name, i.index_name as name, i.index_type_name = 'UNIQUE INDEX' as is_unique,
                i.nulls_distinct = 'NO' as nulls_not_distinct,
                array(select column_name from information_schema.index_columns c
                    where c.index_schema = i.index_schema and c.index_name = i.index_name
                    order by c.ordinal_position) as columns,
                array(select case ordering_specification when 'DESC' then 'desc' end
                    from information_schema.index_columns c
                    where c.index_schema = i.index_schema and c.index_name = i.index_name
                    order by c.ordinal_position) as orders
            from information_schema.indexes i
            where i.table_schema = <schema> and not i.is_generated
            order by i.table_name, i.index_name
            """;

    /** Sequences of identity columns are not among them. */
    static final String SEQUENCES = """
            select sequence_name as name, start_value, increment
            from information_schema.sequences
            where sequence_schema = <schema>
            order by sequence_name
            """;

    private H2Catalog() {}
}
