package io.kuaka.schema;

/** Something that a database can or can't do, as far as the common code has to know. */
public enum Feature {
    /** Changes of the schema are undone when their transaction is rolled back. */
    TRANSACTIONAL_DDL,
    /** There are sequences. */
    SEQUENCES,
    /** Tables and columns keep comments. */
    COMMENTS,
    /** Foreign keys can wait for the end of the transaction. */
    DEFERRED_FOREIGN_KEYS,
    /** Unique constraints can wait for the end of the transaction. */
    DEFERRED_UNIQUES,
    /** Indexes can cover a part of the rows. */
    PARTIAL_INDEXES,
    /** Indexes can hold computed values. */
    EXPRESSION_INDEXES,
    /** Indexes can hold columns beside their key. */
    INCLUDED_COLUMNS,
    /** Indexes can be built in ways that have names. */
    INDEX_METHODS,
    /** Unique constraints can take two nulls for the same value. */
    NULLS_NOT_DISTINCT,
    /** There are exclusion constraints. */
    EXCLUSION_CONSTRAINTS
}
