package io.kuaka.it.support;

import java.io.IOException;
import java.nio.file.Path;

/** Where a server keeps what it has: as long as the JVM runs. */
final class ServerFolder {
    private ServerFolder() {}

    /**
     * Ends a server and deletes its folder when the JVM ends. Another process deletes it: hundreds of databases are a
     * hundred thousand files, and nobody has to wait for that.
     */
    static void deleteAtEnd(Path folder, Runnable end) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            end.run();
            try {
                new ProcessBuilder("rm", "-rf", folder.toString()).start();
            } catch (IOException e) {
                // It stays among the temporary files.
            }
        }));
    }
}
