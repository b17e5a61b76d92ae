package io.kuaka.benchmarks;

import io.kuaka.migration.MigrationNode;
import io.kuaka.writer.MigrationFile;
import io.kuaka.writer.MigrationWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A history as a project has it: classes in a folder. */
final class CompiledHistory {
    private CompiledHistory() {}

    /** Writes migrations as {@code makemigrations} does and compiles them into {@code folder}. */
    static void write(List<MigrationNode> history, Path folder) throws IOException {
        Path sources = Files.createTempDirectory("kuaka-sources");
        List<Path> files = new ArrayList<>();
        for (MigrationNode node : history) {
            MigrationFile file =
                    MigrationWriter.write(node, "bench." + node.key().app() + ".migrations", List.of());
            Path path = sources.resolve(file.path());
            Files.createDirectories(path.getParent());
            files.add(Files.writeString(path, file.text()));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-d", folder.toString(), "-proc:none", "-nowarn");
            boolean compiled = compiler.getTask(
                            null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!compiled) {
                throw new IllegalStateException("The history in " + sources + " doesn't compile.");
            }
        }
        delete(sources);
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            paths.sorted(java.util.Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
