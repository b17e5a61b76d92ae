package io.kuaka.tooling.sources;

import java.nio.file.Path;
import java.util.Objects;

/** The folder that a command was started in, from which files are named. */
public record StartFolder(Path folder) {
    /** Returns that of this process. Build tools that reuse one for several commands set the property for each. */
    public static StartFolder current() {
        return new StartFolder(Path.of(System.getProperty("user.dir", "")).toAbsolutePath());
    }

    /** Returns a path as one would type it here: relative, unless that is longer. */
    public Path name(Path file) {
        if (!file.isAbsolute() || !Objects.equals(file.getRoot(), folder.getRoot())) {
            return file;
        }
        Path relative = folder.relativize(file);
        return relative.toString().length() <= file.toString().length() ? relative : file;
    }
}
