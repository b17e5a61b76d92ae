package io.kuaka.schema.diff;

/** The attributes of a column that can change in place. */
public enum ColumnAttribute {
    TYPE,
    NULLABLE,
    DEFAULT,
    IDENTITY,
    GENERATED,
    COLLATION,
    COMMENT
}
