package io.kuaka.tooling;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** A project of which there are only the files with its settings; {@code classes} is on its class path. */
abstract class FolderWithSettings {
    @TempDir
    Path folder;

    /** Writes a file, in a folder that is made if need be. */
    final Path write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    final Settings read(Map<String, String> environment) {
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {folder.resolve("classes").toUri().toURL()}, null)) {
            return Settings.read(new Workspace(folder, classes, List.of(), environment));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    final String url(Map<String, String> environment) {
        return read(environment).requireDatabase().url();
    }
}
