package io.kuaka.tooling.sources;

import io.kuaka.command.project.SourceFolders;
import io.kuaka.command.project.SourceLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Source folders that somebody has named, for builds whose folders aren't the usual ones.
 *
 * @param byClasses the source folder of each folder of classes that was named with its own
 * @param others the source folder of all other folders of classes, if there is one
 */
public record NamedSources(
        Map<Path, Path> byClasses, @Nullable Path others) implements SourceLayout {
    private static final SourceLayout STANDARD = new StandardLayout();

    /**
     * Reads the values of an option: {@code FOLDER}, or {@code CLASSES=FOLDER} for one folder of classes.
     *
     * @throws UnusableSourcesException if a value doesn't say which folder, or names one that isn't there
     */
    public static NamedSources of(List<String> values, Path start, List<Path> roots) {
        List<Path> classPath = roots.stream().map(NamedSources::normal).toList();
        Map<Path, Path> byClasses = new LinkedHashMap<>();
        Path others = null;
        for (String value : values) {
            int sign = value.indexOf('=');
            Path sources = normal(start.resolve(value.substring(sign + 1)));
            if (sign >= 0) {
                Path classes = normal(start.resolve(value.substring(0, sign)));
                if (!classPath.contains(classes)) {
                    throw new UnusableSourcesException(value, classes + " isn't on the class path");
                }
                byClasses.put(classes, sources);
            } else if (others != null) {
                throw new UnusableSourcesException(value, "a second folder needs to be told whose sources it has");
            } else if (!Files.isDirectory(sources)) {
                throw new UnusableSourcesException(value, sources + " isn't a folder");
            } else {
                others = sources;
            }
        }
        return new NamedSources(Map.copyOf(byClasses), others);
    }

    private static Path normal(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /**
     * Returns the source folders of a folder of classes.
     *
     * @throws UnusableModuleException if it is known that migrations wouldn't compile there
     */
    @Override
    public Optional<SourceFolders> of(Path classes) {
        Path named = byClasses.getOrDefault(classes, others);
        CoreDependency.known().require(classes);
        return named == null ? STANDARD.of(classes) : Optional.of(folders(named));
    }

    static SourceFolders folders(Path sources) {
        return new SourceFolders(sources, tests(sources));
    }

    /** Beside {@code src/main/java} are tests in {@code src/test}; elsewhere they are usually in a folder {@code test}. */
    private static Path tests(Path sources) {
        Path upper = sources.endsWith(Path.of("main", "java")) ? normal(sources.resolve("..")) : sources;
        return upper.resolveSibling("test");
    }
}
