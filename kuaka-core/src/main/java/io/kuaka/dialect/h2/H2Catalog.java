package io.kuaka.dialect.h2;

/**
 * The queries to H2's information schema; {@code <schema>} stands for the schema's name.
 *
 * <p>The database makes up the rows of its catalog when it is asked, and knows an index by the names of tables alone. A
 * join by anything else would make them up again for each row, so that what belongs together is read in one pass each.
 */
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

    /** A timestamp without a time zone becomes the same by both words for now, and a truth value by word and number. */
    static final String COLUMNS = """
            select c.table_name, column_name as name, data_type, character_maximum_length as length,
                coalesce(declared_numeric_precision, numeric_precision) as num_precision, numeric_scale,
                datetime_precision, interval_type, interval_precision, maximum_cardinality, dtd_identifier,
                is_nullable = 'YES' as nullable, is_identity = 'YES' as identity,
                case when data_type = 'TIMESTAMP' and column_default = 'LOCALTIMESTAMP' then 'CURRENT_TIMESTAMP'
                    when data_type = 'BOOLEAN' and column_default = '0' then 'FALSE'
                    when data_type = 'BOOLEAN' and column_default = '1' then 'TRUE'
                    else column_default end as default_value,
                generation_expression as computed, true as is_stored, null as collation, remarks as comment
            from (select table_schema, table_name from information_schema.tables
                    where table_schema = <schema> and table_type = 'BASE TABLE') t
                join information_schema.columns c
                    on c.table_name = t.table_name and c.table_schema = t.table_schema
            order by c.table_name, ordinal_position
            """;

    static final String ELEMENTS = """
            select object_name as table_name, collection_type_identifier as dtd_identifier, data_type,
                character_maximum_length as length,
                coalesce(declared_numeric_precision, numeric_precision) as num_precision, numeric_scale,
                datetime_precision, interval_type, interval_precision, maximum_cardinality, dtd_identifier as element_identifier
            from information_schema.element_types
            where object_schema = <schema> and object_type = 'TABLE'
            """;

    static final String ENUM_VALUES = """
            select object_name as table_name, enum_identifier, value_name
            from information_schema.enum_values
            where object_schema = <schema> and object_type = 'TABLE'
            order by object_name, enum_identifier, value_ordinal
            """;

    /** Constraints of all schemas, for a foreign key may refer to one in another. */
    static final String CONSTRAINTS = """
            select constraint_schema as schema, constraint_name as name, constraint_type, table_schema, table_name,
                table_schema = <schema> as is_own, index_schema, index_name,
                nulls_distinct = 'NO' as nulls_not_distinct
            from information_schema.table_constraints
            """;

    static final String CONSTRAINT_COLUMNS = """
            select constraint_schema as schema, constraint_name as name, column_name,
                position_in_unique_constraint as target_position
            from information_schema.key_column_usage
            order by constraint_schema, constraint_name, ordinal_position
            """;

    static final String INDEX_COLUMNS = """
            select index_schema as schema, index_name as name, column_name,
                ordering_specification = 'DESC' as is_descending
            from information_schema.index_columns
            order by index_schema, index_name, ordinal_position
            """;

    static final String CHECKS = """
            select constraint_schema as schema, constraint_name as name, check_clause
            from information_schema.check_constraints
            where constraint_schema = <schema>
            """;

    static final String FOREIGN_KEYS = """
            select constraint_schema as schema, constraint_name as name, unique_constraint_schema,
                unique_constraint_name, delete_rule as on_delete, update_rule as on_update, false as deferred
            from information_schema.referential_constraints
            where constraint_schema = <schema>
            """;

    /** Indexes that belong to constraints are left out. */
    static final String INDEXES = """
            select table_name, index_schema as schema, index_name as name,
                index_type_name = 'UNIQUE INDEX' as is_unique, nulls_distinct = 'NO' as nulls_not_distinct
            from information_schema.indexes
            where table_schema = <schema> and not is_generated
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
