package io.kuaka.schema;

/** The sides of a column that can change while the column stays. */
public enum Aspect {
    TYPE,
    NULLABLE,
    DEFAULT,
    IDENTITY,
    GENERATED,
    COLLATION,
    COMMENT
}
