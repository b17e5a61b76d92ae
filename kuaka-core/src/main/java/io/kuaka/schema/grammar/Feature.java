package io.kuaka.schema.grammar;

/** Something that a database can or can't do, as far as the common code has to know. */
public enum Feature {
    /** Changes of the schema are undone when their transaction is rolled back. */
    TRANSACTIONAL_DDL,
    /** In a text, a backslash escapes what follows. */
    BACKSLASH_ESCAPES,
    /** There are sequences. */
    SEQUENCES,
    /** Tables and columns keep comments. */
    COMMENTS,
    /** Comments are set by statements of their own, not within definitions. */
    COMMENT_STATEMENTS,
    /** Columns can have a collation of their own. */
    COLLATIONS,
    /** Indexes can hold texts and bytes that have no limit. */
    LARGE_OBJECT_INDEXES,
    /** Unique constraints and unique indexes can hold texts and bytes that have no limit. */
    LARGE_OBJECT_UNIQUES,
    /** A column to which foreign keys refer can become an identity, or stop being one. */
    IDENTITY_CHANGES_UNDER_FOREIGN_KEYS,
    /** An index can be dropped although a foreign key over the same columns is there. */
    INDEX_DROPS_UNDER_FOREIGN_KEYS,
    /** A column can change its type, or refuse nulls from now on, although indexes, keys and checks use it. */
    COLUMN_CHANGES_UNDER_INDEXES,
    /** A foreign key can set the columns to their defaults when the target is deleted. */
    ON_DELETE_SET_DEFAULT,
    /** Checks and computed values follow when a column that they mention is renamed. */
    EXPRESSIONS_FOLLOW_RENAMES,
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
