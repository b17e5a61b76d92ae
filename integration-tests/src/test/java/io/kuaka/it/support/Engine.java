package io.kuaka.it.support;

/** The databases that the tests run on. */
public enum Engine {
    SQLITE,
    H2,
    POSTGRESQL,
    MARIADB;

    /** An empty database of this kind, the server started if it isn't running yet. */
    public TestDatabase fresh() {
        return switch (this) {
            case SQLITE -> TestDatabases.sqlite();
            case H2 -> TestDatabases.h2();
            case POSTGRESQL -> TestDatabases.postgresql();
            case MARIADB -> TestDatabases.mariadb();
        };
    }
}
