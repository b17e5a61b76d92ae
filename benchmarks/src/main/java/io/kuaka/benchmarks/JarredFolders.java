package io.kuaka.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** A class path whose folders are packed into jars, as a user has them; the JVM archives no classes of folders. */
final class JarredFolders {
    private JarredFolders() {}

    /** Returns the class path with a jar in {@code work} for each of its folders. */
    static String in(String classPath, Path work) throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            Path folder = Path.of(entry);
            entries.add(Files.isDirectory(folder) ? packed(folder, work).toString() : entry);
        }
        return String.join(File.pathSeparator, entries);
    }

    private static Path packed(Path folder, Path work) throws IOException {
        Path jar = work.resolve(folder.toAbsolutePath().toString().replaceAll("\\W+", "-") + ".jar");
        if (!Files.exists(jar)) {
            pack(folder, jar);
        }
        return jar;
    }

    private static void pack(Path folder, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(file);
                Stream<Path> files = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                packed.putNextEntry(
                        new JarEntry(folder.relativize(each).toString().replace('\\', '/')));
                Files.copy(each, packed);
                packed.closeEntry();
            }
        }
    }
}
