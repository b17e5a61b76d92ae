package io.kuaka.schema.grammar;

/** Something that not every database supports, as far as the common code has to know. */
public enum Feature {
    /** Changes of the schema are undone when their transaction is rolled back. */
    TRANSACTIONAL_DDL,
    /** In a text literal, a backslash escapes the next character. */
    BACKSLASH_ESCAPES,
    /** A table keeps what nobody knows of it when its columns or rules change, because it isn't made anew. */
    CHANGES_IN_PLACE,
    /** There are sequences. */
    SEQUENCES,
    /** Hibernate's native ids come from identities, not from sequences. */
    NATIVE_IDENTITIES,
    /** Tables and columns have comments. */
    COMMENTS,
    /** Comments are set by statements of their own, not within definitions. */
    COMMENT_STATEMENTS,
    /** Two columns of a table can have names that differ in case only, if one is quoted. */
    COLUMNS_OF_ONE_NAME,
    /** Columns can have a collation of their own. */
    COLLATIONS,
    /** Indexes can contain texts and bytes of unlimited length. */
    LARGE_OBJECT_INDEXES,
    /** Unique constraints and unique indexes can contain texts and bytes of unlimited length. */
    LARGE_OBJECT_UNIQUES,
    /** A column to which foreign keys refer can become an identity, or stop being one. */
    IDENTITY_CHANGES_UNDER_FOREIGN_KEYS,
    /** An index can be dropped although there is a foreign key over the same columns. */
    INDEX_DROPS_UNDER_FOREIGN_KEYS,
    /** A column can change its type, or become NOT NULL, although indexes, keys and checks use it. */
    COLUMN_CHANGES_UNDER_INDEXES,
    /** Any column of a key can be renamed although foreign keys refer to the key. */
    COLUMN_RENAMES_UNDER_FOREIGN_KEYS,
    /** A foreign key can set the columns to their defaults when the target is deleted. */
    ON_DELETE_SET_DEFAULT,
    /** When a column is renamed, checks and generated columns that mention it are adapted. */
    EXPRESSIONS_FOLLOW_RENAMES,
    /** A check that was declared with its column belongs to the column, has its name, and is lost when it is redefined. */
    CHECKS_OF_COLUMNS,
    /** A row that refers to itself can be deleted. */
    SELF_REFERENCE_DELETES,
    /** One statement can delete rows that refer to each other: foreign keys are checked at its end. */
    CIRCLE_DELETES,
    /** Foreign keys can be deferred. */
    DEFERRED_FOREIGN_KEYS,
    /** Unique constraints can be deferred. */
    DEFERRED_UNIQUES,
    /** Indexes can cover a part of the rows. */
    PARTIAL_INDEXES,
    /** Indexes can contain expressions. */
    EXPRESSION_INDEXES,
    /** Indexes can include columns besides their key. */
    INCLUDED_COLUMNS,
    /** Indexes have methods, such as {@code gin}. */
    INDEX_METHODS,
    /** Unique constraints can treat nulls as equal. */
    NULLS_NOT_DISTINCT,
    /** There are exclusion constraints. */
    EXCLUSION_CONSTRAINTS
}
