package io.kuaka.tooling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that somebody wants SQL in, instead of at the terminal. */
public record ScriptFile(Path path) {
    /** Writes the SQL, instead of what is in the file, and creates its folders. */
    public void write(String sql) {
        try {
            Path folder = path.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(path, sql + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write " + path + ": " + e.getMessage(), e);
        }
    }
}
