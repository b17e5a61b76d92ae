package io.kuaka.tooling.sources;

import io.kuaka.command.project.SourceFolders;
import io.kuaka.command.project.SourceLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The default folders of Maven and Gradle. */
public final class StandardLayout implements SourceLayout {
    /** Gradle has a folder for each language; migrations are Java whatever the entities are written in. */
    private static final List<Path> OUTPUTS = List.of(
            Path.of("target", "classes"),
            Path.of("build", "classes", "java", "main"),
            Path.of("build", "classes", "kotlin", "main"),
            Path.of("build", "classes", "groovy", "main"),
            Path.of("build", "classes", "scala", "main"));

    /**
     * Returns the source folders of a folder of classes.
     *
     * @throws UnusableModuleException if it is known that migrations wouldn't compile there
     */
    @Override
    public Optional<SourceFolders> of(Path classes) {
        CoreDependency.known().require(classes);
        return OUTPUTS.stream()
                .filter(classes::endsWith)
                .map(output -> module(classes, output).resolve("src"))
                .map(sources -> new SourceFolders(sources.resolve(Path.of("main", "java")), sources.resolve("test")))
                .findFirst();
    }

    private static Path module(Path classes, Path output) {
        Path folder = classes;
        for (int i = 0; i < output.getNameCount(); i++) {
            folder = folder.resolve("..");
        }
        return folder.normalize();
    }
}
