package io.kuaka.dialect.mysql;

import io.kuaka.schema.grammar.Feature;
import io.kuaka.schema.grammar.Features;
import java.util.List;

/**
 * What distinguishes the servers of the family; they share everything else. The versions are the oldest supported ones.
 */
enum ServerFlavor {
    /** MySQL 8.0.19: indexes over expressions, but no sequences, and no renames of columns that expressions mention. */
    MYSQL,
    /** MariaDB 10.11: sequences and UUIDs, and unique constraints over long texts. */
    MARIADB;

    /** Returns the name of the dialect. */
    String databaseName() {
        return switch (this) {
            case MYSQL -> "mysql";
            case MARIADB -> "mariadb";
        };
    }

    /** Returns the features of the server. */
    Features features() {
        return switch (this) {
            case MYSQL ->
                Features.of(
                        Feature.BACKSLASH_ESCAPES,
                        Feature.CHANGES_IN_PLACE,
                        Feature.NATIVE_IDENTITIES,
                        Feature.COMMENTS,
                        Feature.COLLATIONS,
                        Feature.COLUMN_CHANGES_UNDER_INDEXES,
                        Feature.EXPRESSION_INDEXES);
            case MARIADB ->
                Features.of(
                        Feature.BACKSLASH_ESCAPES,
                        Feature.CHANGES_IN_PLACE,
                        Feature.NATIVE_IDENTITIES,
                        Feature.COMMENTS,
                        Feature.COLLATIONS,
                        Feature.COLUMN_CHANGES_UNDER_INDEXES,
                        Feature.COLUMN_RENAMES_UNDER_FOREIGN_KEYS,
                        Feature.SEQUENCES,
                        Feature.LARGE_OBJECT_UNIQUES,
                        Feature.CHECKS_OF_COLUMNS,
                        Feature.IDENTITY_CHANGES_UNDER_FOREIGN_KEYS,
                        Feature.EXPRESSIONS_FOLLOW_RENAMES);
        };
    }

    /** Returns whether UUIDs are stored as bytes, as Hibernate does if the server has no type for them. */
    boolean packsUuids() {
        return switch (this) {
            case MYSQL -> true;
            case MARIADB -> false;
        };
    }

    /** Returns whether an update or a deletion can read the table that it changes, in a subselect. */
    boolean readsChangedTables() {
        return switch (this) {
            case MYSQL -> false;
            case MARIADB -> true;
        };
    }

    /** Returns whether Hibernate has types of their own for national texts. */
    boolean hasNationalTexts() {
        return switch (this) {
            case MYSQL -> true;
            case MARIADB -> false;
        };
    }

    /** Returns what follows the type of a national text. */
    String nationalClause() {
        return switch (this) {
            case MYSQL -> " character set utf8mb4";
            case MARIADB -> "";
        };
    }

    /** Returns whether a generated column can be declared {@code not null}. */
    boolean generatedRefusesNull() {
        return switch (this) {
            case MYSQL -> true;
            case MARIADB -> false;
        };
    }

    /** Returns whether a foreign key can use an index in which its columns are in descending order. */
    boolean descendingPartsServeForeignKeys() {
        return switch (this) {
            case MYSQL -> false;
            case MARIADB -> true;
        };
    }

    /**
     * Returns whether the catalog has defaults as SQL, and the word null for none; otherwise constants have no quotes
     * there.
     */
    boolean tellsDefaultsAsSql() {
        return switch (this) {
            case MYSQL -> false;
            case MARIADB -> true;
        };
    }

    /** Returns an expression of the catalog as SQL: MySQL escapes its quotes and backslashes there. */
    String expression(String catalogText) {
        return switch (this) {
            case MYSQL -> catalogText.replaceAll("(?s)\\\\(.)", "$1");
            case MARIADB -> catalogText;
        };
    }

    /** Returns the catalog's column for the expression of an index part. */
    String indexExpression() {
        return switch (this) {
            case MYSQL -> "s.expression";
            case MARIADB -> "null";
        };
    }

    /** Returns the query for checks. */
    String checks() {
        return switch (this) {
            case MYSQL -> MysqlCatalog.MYSQL_CHECKS;
            case MARIADB -> MysqlCatalog.MARIADB_CHECKS;
        };
    }

    /** Returns the queries for traits. */
    List<String> traits() {
        return switch (this) {
            case MYSQL ->
                List.of(
                        MysqlTraits.TABLES,
                        MysqlTraits.COLUMNS,
                        MysqlTraits.INDEXES.replace("<hidden>", "is_visible = 'NO'"),
                        MysqlTraits.MYSQL_CHECKS);
            case MARIADB ->
                List.of(
                        MysqlTraits.TABLES,
                        MysqlTraits.COLUMNS,
                        MysqlTraits.INDEXES.replace("<hidden>", "ignored = 'YES'"));
        };
    }

    /** Returns the setting that limits the time of a statement; that of MySQL limits queries only. */
    String statementLimit() {
        return switch (this) {
            case MYSQL -> "max_execution_time";
            case MARIADB -> "max_statement_time";
        };
    }

    /** Returns the query for sequences, or for what stands for them. */
    String sequences() {
        return switch (this) {
            case MYSQL -> MysqlCatalog.MYSQL_SEQUENCES;
            case MARIADB -> MysqlCatalog.MARIADB_SEQUENCES;
        };
    }
}
