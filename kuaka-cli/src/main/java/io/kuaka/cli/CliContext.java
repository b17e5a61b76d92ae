package io.kuaka.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * What a command finds around itself.
 *
 * @param folder the project's folder
 * @param classLoader what sees the project's classes
 * @param roots the folders and jars that it takes classes from
 */
record CliContext(
        Terminal terminal,
        Path folder,
        ClassLoader classLoader,
        List<Path> roots,
        Map<String, String> environment,
        Clock clock) {
    /** Returns a file as one names it from the project's folder. */
    Path relative(Path file) {
        return file.startsWith(folder) ? folder.relativize(file) : file;
    }
}
