package io.kuaka.tooling;

import io.kuaka.command.project.SourceFiles;
import io.kuaka.command.project.SourceFolders;
import io.kuaka.command.project.SourceLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The default folders of Maven and Gradle. */
final class StandardLayout implements SourceLayout {
    /** Gradle has a folder for each language; migrations are Java whatever the entities are written in. */
    private static final List<Path> OUTPUTS = List.of(
            Path.of("target", "classes"),
            Path.of("build", "classes", "java", "main"),
            Path.of("build", "classes", "kotlin", "main"),
            Path.of("build", "classes", "groovy", "main"),
            Path.of("build", "classes", "scala", "main"));

    /** The class path of a module, which the launcher has Maven write for each that it builds. */
    private static final Path CLASS_PATH = Path.of("target", "kuaka", "classpath.txt");

    private static final Pattern CORE = Pattern.compile("kuaka-core(-[^/\\\\]*\\.jar|[/\\\\]target[/\\\\]classes)");

    /**
     * Returns the source folders of a folder of classes.
     *
     * @throws UnusableModuleException if it is known that migrations wouldn't compile there
     */
    @Override
    public Optional<SourceFolders> of(Path classes) {
        if (classes.endsWith(OUTPUTS.get(0))) {
            requireCore(module(classes, OUTPUTS.get(0)));
        }
        return OUTPUTS.stream()
                .filter(classes::endsWith)
                .map(output -> module(classes, output).resolve("src"))
                .map(sources -> new SourceFolders(sources.resolve(Path.of("main", "java")), sources.resolve("test")))
                .findFirst();
    }

    private static void requireCore(Path module) {
        Path known = module.resolve(CLASS_PATH);
        if (Files.isRegularFile(known) && !CORE.matcher(SourceFiles.read(known)).find()) {
            throw new UnusableModuleException("The module \"" + module.getFileName()
                    + "\" doesn't depend on io.kuaka:kuaka-core in scope compile, which migrations need. Add it to "
                    + StartFolder.current().name(module.resolve("pom.xml")) + ".");
        }
    }

    private static Path module(Path classes, Path output) {
        Path folder = classes;
        for (int i = 0; i < output.getNameCount(); i++) {
            folder = folder.resolve("..");
        }
        return folder.normalize();
    }
}
