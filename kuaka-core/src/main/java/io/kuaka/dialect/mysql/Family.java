package io.kuaka.dialect.mysql;

import io.kuaka.schema.Feature;
import io.kuaka.schema.Features;

/**
 * What tells the servers of the family apart; all else is common. The versions are the oldest that are supported.
 *
 * <p>MySQL can't be started by the tests, so what is said of it here and where {@link #MYSQL} is asked for is held by
 * reviewed SQL alone.
 */
enum Family {
    /** MySQL 8.4: indexes over expressions, but no sequences, and nothing that mentions a column can be renamed over. */
    MYSQL("mysql", "binary(16)", " character set utf8mb4", true),
    /** MariaDB 10.11: sequences and UUIDs, and unique constraints over whole texts. */
    MARIADB("mariadb", "uuid", "", false);

    private final String databaseName;
    private final String uuidType;
    private final String nationalClause;
    private final boolean generatedRefusesNull;

    Family(String databaseName, String uuidType, String nationalClause, boolean generatedRefusesNull) {
        this.databaseName = databaseName;
        this.uuidType = uuidType;
        this.nationalClause = nationalClause;
        this.generatedRefusesNull = generatedRefusesNull;
    }

    /** Returns the name of the dialect. */
    String databaseName() {
        return databaseName;
    }

    /** Returns what the server can do. */
    Features features() {
        return switch (this) {
            case MYSQL ->
                Features.of(
                        Feature.BACKSLASH_ESCAPES, Feature.COMMENTS, Feature.COLLATIONS, Feature.EXPRESSION_INDEXES);
            case MARIADB ->
                Features.of(
                        Feature.BACKSLASH_ESCAPES,
                        Feature.COMMENTS,
                        Feature.COLLATIONS,
                        Feature.SEQUENCES,
                        Feature.LARGE_OBJECT_UNIQUES,
                        Feature.EXPRESSIONS_FOLLOW_RENAMES);
        };
    }

    /** Returns the type that Hibernate has for UUIDs. */
    String uuidType() {
        return uuidType;
    }

    /** Returns what follows the type of a national text. */
    String nationalClause() {
        return nationalClause;
    }

    /** Returns whether a generated column can be declared {@code not null}. */
    boolean generatedRefusesNull() {
        return generatedRefusesNull;
    }
}
