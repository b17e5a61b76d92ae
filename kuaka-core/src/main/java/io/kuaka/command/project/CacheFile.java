package io.kuaka.command.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A file that saves time and that nothing depends on: it is read whole or not at all, and where it can't be written it
 * isn't.
 *
 * <p>It is replaced in one step, so that a process that is killed, and others at the same time, leave a whole one.
 */
public record CacheFile(Path file) {
    private static final System.Logger LOGGER = System.getLogger("io.kuaka");

    /** Returns the text, if there is one. */
    public Optional<String> read() {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.DEBUG, () -> "Can't read " + file + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Replaces the text. */
    public void write(String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path written = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + "-", ".tmp");
            try {
                Files.writeString(written, text);
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.DEBUG, () -> "Can't write " + file + ": " + e.getMessage());
        }
    }
}
