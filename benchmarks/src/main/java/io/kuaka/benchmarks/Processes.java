package io.kuaka.benchmarks;

import io.kuaka.migration.MigrationNode;
import io.kuaka.schema.Dialects;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prints how long whole processes take to migrate, from zero and with nothing to do: Kuaka with compiled classes, Flyway
 * and Liquibase with the same SQL, and psql.
 *
 * <p>Arguments: how many migrations the histories have; by default 1000, 5000 and 10000, of which the other tools are
 * spared the last. Needs {@code bash}, and {@code psql} on the path. JVMs have a heap of at most 256 MB. Ratios are those of the time by the clock, which includes the server's work; where other work is done on the
 * machine, the processor time of the process says more.
 */
public final class Processes {
    private static final int ROUNDS = 3;
    private static final List<String> OTHERS = List.of(OtherTools.FLYWAY, OtherTools.LIQUIBASE);
    /** The other tools take many minutes for more. */
    private static final int MOST_OF_OTHERS = 5000;

    private static final String USER = "postgres";

    private final EmbeddedPostgres server;
    private final int size;
    private final Path classes;
    private final Path scripts;
    private final Path work;
    private final String small;
    private final String everything;

    private Processes(EmbeddedPostgres server, int size) throws IOException {
        this.server = server;
        this.size = size;
        this.classes = Files.createTempDirectory("kuaka-classes");
        this.scripts = Files.createTempDirectory("kuaka-scripts");
        this.work = Files.createTempDirectory("kuaka-work");
        this.small = libraries(true);
        this.everything = libraries(false);
    }

    /** Measures histories of the given lengths. */
    public static void main(String[] arguments) throws IOException, SQLException {
        int[] sizes = arguments.length == 0
                ? new int[] {1000, 5000, 10_000}
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            for (int size : sizes) {
                new Processes(server, size).measureAll();
            }
        }
    }

    private void measureAll() throws IOException, SQLException {
        List<MigrationNode> history = History.of(size / History.MIGRATIONS_PER_APP, History.MIGRATIONS_PER_APP);
        CompiledHistory.write(history, classes);
        SqlHistory.write(history, Dialects.forUrl("jdbc:postgresql:"), scripts);
        for (int round = 1; round <= ROUNDS; round++) {
            measure(round);
        }
        for (Path each : List.of(classes, scripts, work)) {
            CompiledHistory.delete(each);
        }
    }

    private void measure(int round) throws IOException, SQLException {
        Measured psql = Measured.run(scripts, Map.of(), psql(database("psql", round)));
        print("from zero, psql", psql, "psql", psql);
        String url = database("kuaka", round);
        print("only connecting", java(small, List.of(), Connect.class, List.of(url, USER)), "psql", psql);
        String cache = work.resolve("cache" + round).toString();
        print("from zero, Kuaka", kuaka(url, USER, cache), "psql", psql);
        print(
                "from zero, Kuaka with an archive",
                archived("zero" + round, database("first", round), database("second", round)),
                "psql",
                psql);
        Measured nothing = kuaka(url, USER, cache);
        print("nothing to do, Kuaka", nothing, "Kuaka", nothing);
        print("nothing to do, Kuaka without an index", kuaka(url, USER), "Kuaka", nothing);
        print("nothing to do, Kuaka with an archive", archived("nothing" + round, url, url), "Kuaka", nothing);
        for (String tool : size > MOST_OF_OTHERS ? List.<String>of() : OTHERS) {
            String other = database(tool, round);
            print("from zero, " + tool, otherTool(tool, other), "psql", psql);
            print("nothing to do, " + tool, otherTool(tool, other), "Kuaka", nothing);
        }
        String file = "jdbc:sqlite:" + work.resolve("round" + round + ".db");
        Measured sqlite = kuaka(file, "", cache);
        print("from zero on SQLite, Kuaka", sqlite, "psql", psql);
        print("nothing to do on SQLite, Kuaka", kuaka(file, "", cache), "Kuaka", nothing);
    }

    private void print(String what, Measured measured, String than, Measured other) {
        measured.print(String.format("%,6d migrations, %s", size, what), than, other);
    }

    /** Makes an empty database and returns its URL. */
    private String database(String tool, int round) throws SQLException {
        String name = tool + "_" + size + "_" + round;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return server.getJdbcUrl(USER, name);
    }

    private List<String> psql(String url) {
        String name = url.replaceAll(".*/(\\w+).*", "$1");
        return List.of(
                "psql",
                "--host=localhost",
                "--port=" + server.getPort(),
                "--username=" + USER,
                "--dbname=" + name,
                "--quiet",
                "--no-psqlrc",
                "--set=ON_ERROR_STOP=1",
                "--file=" + SqlHistory.WHOLE);
    }

    private Measured kuaka(String... arguments) {
        return java(classes + File.pathSeparator + small, List.of(), Launch.class, List.of(arguments));
    }

    /**
     * Measures a run with an archive of the JVM, such as the launcher keeps. Another one makes it, on the first of the
     * databases.
     */
    private Measured archived(String name, String first, String second) throws IOException {
        String classPath = JarredFolders.in(classes.toString(), work) + File.pathSeparator + small;
        Path archive = work.resolve(name + ".jsa");
        List<String> making = List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable");
        String cache = work.resolve(name).toString();
        java(classPath, making, Launch.class, List.of(first, USER, cache));
        return java(classPath, List.of("-XX:SharedArchiveFile=" + archive), Launch.class, List.of(second, USER, cache));
    }

    private Measured otherTool(String tool, String url) {
        return java(everything, List.of(), OtherTools.class, List.of(tool, url, USER, scripts.toString()));
    }

    /** Runs a process, started as the launcher starts it. */
    private Measured java(String classPath, List<String> options, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx256m",
                "-cp",
                classPath));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(arguments);
        return Measured.run(work, Map.of(), command);
    }

    /** Ours and the drivers, in jars as a user has them: what a small application has, or everything for another tool. */
    private String libraries(boolean small) throws IOException {
        List<String> needed = List.of("kuaka-core", "benchmarks", "jspecify", "postgresql", "sqlite-jdbc", "slf4j");
        return JarredFolders.in(
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(entry -> !small
                                || (!entry.contains("flyway") && needed.stream().anyMatch(entry::contains)))
                        .collect(Collectors.joining(File.pathSeparator)),
                work);
    }
}
