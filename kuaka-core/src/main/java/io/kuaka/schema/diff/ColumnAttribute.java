package io.kuaka.schema.diff;

/** The sides of a column that can change while the column stays. */
public enum ColumnAttribute {
    TYPE,
    NULLABLE,
    DEFAULT,
    IDENTITY,
    GENERATED,
    COLLATION,
    COMMENT
}
