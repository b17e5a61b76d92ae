package io.kuaka.it.support;

import org.hibernate.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/** The databases that the tests run on. */
public enum Engine {
    SQLITE,
    H2,
    POSTGRESQL,
    MARIADB,
    MYSQL;

    /** An empty database of this kind, the server started if it isn't running yet. */
    public TestDatabase fresh() {
        return switch (this) {
            case SQLITE -> TestDatabases.sqlite();
            case H2 -> TestDatabases.h2();
            case POSTGRESQL -> TestDatabases.postgresql();
            case MARIADB -> TestDatabases.mariadb();
            case MYSQL -> TestDatabases.mysql();
        };
    }

    /** The dialect with which Hibernate accepts its own tables, where the one that it chooses doesn't. */
    public @Nullable Class<? extends Dialect> hibernateDialect() {
        return switch (this) {
            case SQLITE -> HibernateCheck.OneIntegerDialect.class;
            case H2, POSTGRESQL, MARIADB -> null;
            case MYSQL -> HibernateCheck.OneTextDialect.class;
        };
    }

    /** A collation that isn't the default; H2 has none for single columns, and leaves it out. */
    public String collation() {
        return switch (this) {
            case SQLITE -> "NOCASE";
            case H2, POSTGRESQL -> "C";
            case MARIADB, MYSQL -> "utf8mb4_bin";
        };
    }

    /** What a session is told that is to understand standard SQL and to check foreign keys. */
    public @Nullable String standardSetting() {
        return switch (this) {
            case SQLITE -> "pragma foreign_keys = on";
            case H2, POSTGRESQL -> null;
            case MARIADB, MYSQL -> "set sql_mode = concat(@@sql_mode, ',PIPES_AS_CONCAT')";
        };
    }
}
