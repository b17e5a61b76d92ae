package io.kuaka.command.project;

import io.kuaka.loader.MigrationApp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Knows where the sources of an app lie, as Maven and Gradle lay out their projects. */
final class SourceFolder {
    private static final Path MAVEN = Path.of("target", "classes");
    private static final Path GRADLE = Path.of("build", "classes", "java", "main");
    private static final Path SOURCES = Path.of("src", "main", "java");

    private SourceFolder() {}

    /**
     * Returns the folder of the sources of the project that the app belongs to.
     *
     * @throws AppWithoutSourcesException when the app comes with a library
     */
    static Path of(MigrationApp app, List<Path> roots) {
        Path root = app.origin()
                .or(() -> roots.stream()
                        .filter(each ->
                                Files.isDirectory(each.resolve(app.packageName().replace('.', '/'))))
                        .findFirst())
                .orElseThrow(() -> new AppWithoutSourcesException(app));
        if (!Files.isDirectory(root)) {
            throw new AppWithoutSourcesException(app);
        }
        Path classes = root.toAbsolutePath().normalize();
        for (Path output : List.of(MAVEN, GRADLE)) {
            if (classes.endsWith(output)) {
                Path module =
                        classes.getRoot().resolve(classes.subpath(0, classes.getNameCount() - output.getNameCount()));
                return module.resolve(SOURCES);
            }
        }
        throw new AppWithoutSourcesException(app);
    }
}
