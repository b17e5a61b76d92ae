package io.kuaka.it.support;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A MySQL server of this JVM, taken out of the jar that brings it.
 *
 * <p>Unpacking it and making the tables of a new server takes some ten seconds, so both are kept below {@code target},
 * and each server starts on a copy of those tables.
 */
final class MysqlServer {
    private static final Path HOME = Path.of("target", "mysql").toAbsolutePath();
    private static final String ARCHIVE = "/mysql-Linux-amd64.tar.gz";

    private final Path installation;

    private MysqlServer(Path installation) {
        this.installation = installation;
    }

    /** Starts a server that ends with the JVM, and returns its port on the loopback interface. */
    static int start() {
        try {
            return installed().run();
        } catch (IOException e) {
            throw new IllegalStateException("MySQL did not start", e);
        }
    }

    /** Returns a server that wasn't started, unpacked if that wasn't done yet. */
    static MysqlServer installed() throws IOException {
        Files.createDirectories(HOME);
        Path installation = HOME.resolve("installation");
        if (!Files.exists(installation)) {
            install(installation);
        }
        return new MysqlServer(installation);
    }

    /** Another JVM may do so at the same time: whoever is ready first wins. */
    private static void install(Path installation) throws IOException {
        Path attempt = Files.createTempDirectory(HOME, "installing");
        Path archive = attempt.resolve("mysql.tar.gz");
        try (InputStream packed = MysqlServer.class.getResourceAsStream(ARCHIVE)) {
            Files.copy(packed, archive);
        }
        finish(new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", attempt.toString()));
        Files.delete(archive);
        doWithoutLibaio(attempt);
        MysqlServer server = new MysqlServer(attempt);
        finish(server.command(server.tables(), "--initialize-insecure"));
        try {
            Files.move(attempt, installation);
        } catch (FileAlreadyExistsException e) {
            delete(attempt);
        }
    }

    /**
     * The server asks for a library that many machines don't have. It calls nothing in it, since its own way of reading
     * and writing is chosen below, so any library will do under that name.
     */
    private static void doWithoutLibaio(Path installation) throws IOException {
        Files.createSymbolicLink(
                installation.resolve("lib/private/libaio.so.1"),
                Path.of("..", "plugin", "component_reference_cache.so"));
    }

    private Path tables() {
        return installation.resolve("tables");
    }

    /** Tests make thousands of small tables that don't last, and as many connections. */
    private int run() throws IOException {
        Path data = newTables();
        int port = freePort();
        Process server = command(
                        data,
                        arguments(data, port, "--innodb-file-per-table=OFF", "--innodb-flush-log-at-trx-commit=0"))
                .start();
        ServerFolder.deleteAtEnd(data, () -> server.destroyForcibly().onExit().join());
        awaitReady(server);
        return port;
    }

    /** Returns a folder with the tables of a new server. */
    Path newTables() throws IOException {
        Path data = Files.createTempDirectory(HOME, "data");
        copy(tables(), data);
        return data;
    }

    /** Returns the arguments of a server that listens to this machine alone, and others. */
    static String[] arguments(Path data, int port, String... others) {
        List<String> arguments = new ArrayList<>(List.of(
                "--tmpdir=" + data,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=mysql.sock",
                "--skip-log-bin",
                "--tls-version=",
                "--performance-schema=OFF",
                "--innodb-buffer-pool-size=64M",
                "--innodb-stats-persistent=OFF"));
        arguments.addAll(List.of(others));
        return arguments.toArray(String[]::new);
    }

    /** As root the server starts only when told so; the argument does no harm to anybody else. */
    ProcessBuilder command(Path data, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                installation.resolve("bin/mysqld").toString(),
                "--no-defaults",
                "--user=root",
                "--basedir=" + installation,
                "--datadir=" + data,
                "--lc-messages-dir=" + installation.resolve("share"),
                "--mysqlx=OFF",
                "--innodb-use-native-aio=OFF",
                "--innodb-flush-method=nosync",
                "--innodb-doublewrite=OFF",
                "--innodb-redo-log-capacity=16M"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** What the server says later is of no interest, but somebody has to take it. */
    private static void awaitReady(Process server) throws IOException {
        BufferedReader output = server.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains("ready for connections")) {
                Thread reader = new Thread(() -> drain(output));
                reader.setDaemon(true);
                reader.start();
                return;
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("MySQL did not start:\n" + said);
    }

    private static void drain(BufferedReader output) {
        try (output) {
            output.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // The server has ended.
        }
    }

    private static void finish(ProcessBuilder command) throws IOException {
        Process process = command.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(String.join(" ", command.command()) + " failed:\n" + said);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.skip(1).toList()) {
                Files.copy(each, to.resolve(from.relativize(each)));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
