package io.kuaka.it.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Real databases for tests: {@code TestDatabases.postgresql()} is an empty database, and so is every further call.
 *
 * <p>A server starts at the first call and is shared by all tests of the JVM. It listens on the loopback interface only
 * and ends with the JVM. One that doesn't start throws: a promised database is never skipped.
 */
final class TestDatabases {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private TestDatabases() {}

    static TestDatabase sqlite() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "sqlite"));
            Path file = Files.createTempDirectory(folder, "db").resolve("test.db");
            // Nothing in a test has to survive a crash, so no commit waits for the disk; so with the servers below.
            return new TestDatabase(Engine.SQLITE, "jdbc:sqlite:" + file.toAbsolutePath() + "?synchronous=OFF", "", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TestDatabase h2() {
        return new TestDatabase(Engine.H2, "jdbc:h2:mem:" + nextName() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    static TestDatabase postgresql() {
        EmbeddedPostgres server = Postgres.SERVER;
        String name = nextName();
        // Copying files is quicker than writing them into the log as well.
        create(server.getJdbcUrl("postgres", "postgres"), "postgres", name + " strategy file_copy");
        return new TestDatabase(
                Engine.POSTGRESQL, "jdbc:postgresql://localhost:" + server.getPort() + "/" + name, "postgres", "");
    }

    static TestDatabase mariadb() {
        String server = "jdbc:mariadb://127.0.0.1:" + MariaDb.PORT + "/";
        String name = nextName();
        create(server, "root", name);
        return new TestDatabase(Engine.MARIADB, server + name, "root", "");
    }

    static TestDatabase mysql() {
        String server = "jdbc:mysql://127.0.0.1:" + Mysql.PORT + "/";
        String name = nextName();
        create(server, "root", name);
        // Otherwise the driver asks the server before each change whether it may, and at each start how it is set.
        String quietly = "?readOnlyPropagatesToServer=false&cacheServerConfiguration=true";
        return new TestDatabase(Engine.MYSQL, server + name + quietly, "root", "");
    }

    private static String nextName() {
        return "kuaka_" + COUNTER.incrementAndGet();
    }

    private static void create(String url, String user, String database) {
        try (Connection connection = DriverManager.getConnection(url, user, "");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
        } catch (SQLException e) {
            throw new IllegalStateException("No database " + database + " at " + url, e);
        }
    }

    /** PostgreSQL 18. The server refuses to run as root; the library then starts it as another user by itself. */
    private static final class Postgres {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                Path folder = Files.createTempDirectory("kuaka-postgresql");
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("data"))
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("listen_addresses", "localhost")
                        .start();
                ServerFolder.deleteAtEnd(folder, () -> end(server));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not start", e);
            }
        }

        private static void end(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** MariaDB. */
    private static final class MariaDb {
        static final int PORT = MariaDbServer.started();
    }

    /** MySQL 8.0. */
    private static final class Mysql {
        static final int PORT = MysqlServer.start();
    }
}
