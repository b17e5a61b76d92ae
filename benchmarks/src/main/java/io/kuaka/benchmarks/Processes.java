package io.kuaka.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints how long whole processes take to migrate with compiled classes: from zero, and with nothing to do.
 *
 * <p>Arguments: how many migrations the histories have; by default 1000 and 5000.
 */
public final class Processes {
    private static final int ROUNDS = 3;

    private final EmbeddedPostgres server;
    private final Path classes;
    private final Path work;

    private Processes(EmbeddedPostgres server, Path classes, Path work) {
        this.server = server;
        this.classes = classes;
        this.work = work;
    }

    /** Measures histories of the given lengths. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        int[] sizes = arguments.length == 0
                ? new int[] {1000, 5000}
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            for (int size : sizes) {
                Path classes = Files.createTempDirectory("kuaka-classes");
                Path work = Files.createTempDirectory("kuaka-work");
                CompiledHistory.write(
                        History.of(size / History.MIGRATIONS_PER_APP, History.MIGRATIONS_PER_APP), classes);
                new Processes(server, classes, work).measure(size);
                CompiledHistory.delete(classes);
                CompiledHistory.delete(work);
            }
        }
    }

    private void measure(int size) throws IOException, InterruptedException, SQLException {
        for (int round = 1; round <= ROUNDS; round++) {
            String name = "processes_" + size + "_" + round;
            execute("create database " + name);
            String url = server.getJdbcUrl("postgres", name);
            print(size, "from zero on PostgreSQL", launch(url));
            print(size, "nothing to do on PostgreSQL", launch(url));
            String file = "jdbc:sqlite:" + work.resolve(name + ".db");
            print(size, "from zero on SQLite", launch(file));
            print(size, "nothing to do on SQLite", launch(file));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void print(int size, String what, double seconds) {
        System.out.printf("%,6d migrations, %-30s %6.2f s%n", size, what, seconds);
    }

    /** Returns the seconds that a process takes, started as the launcher starts it. */
    private double launch(String url) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        classPath(),
                        Launch.class.getName(),
                        url,
                        "postgres")
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The process has failed.");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** The history's classes, and of ours only what a small application has. */
    private String classPath() {
        List<String> needed = List.of("kuaka-core", "benchmarks", "jspecify", "postgresql", "sqlite-jdbc", "slf4j");
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> needed.stream().anyMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator, classes + File.pathSeparator, ""));
    }
}
