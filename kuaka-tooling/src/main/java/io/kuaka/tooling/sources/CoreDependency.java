package io.kuaka.tooling.sources;

import io.kuaka.command.project.SourceFiles;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether migrations compile in a module: they are written against {@code kuaka-core}. Known of modules that the launcher has
 * asked their build about; where nothing is known, nothing is against it.
 *
 * @param withoutIt the build file of each folder of classes that are known to be compiled without it
 */
record CoreDependency(Map<Path, Path> withoutIt) {
    /** Set by the launcher in a project of Gradle: a class path of {@code CLASSES=BUILDFILE}. */
    private static final String PROPERTY = "kuaka.coreless";

    /** The class path of a module, which the launcher has Maven write for each that it builds. */
    private static final Path CLASS_PATH = Path.of("kuaka", "classpath.txt");

    private static final Path OUTPUT = Path.of("target", "classes");

    private static final Pattern CORE = Pattern.compile("kuaka-core(-[^/\\\\]*\\.jar|[/\\\\]target[/\\\\]classes)");

    /** Returns what the launcher knows. */
    static CoreDependency known() {
        return in(System.getProperty(PROPERTY, ""));
    }

    static CoreDependency in(String property) {
        return new CoreDependency(Stream.of(property.split(File.pathSeparator))
                .map(each -> each.split("=", 2))
                .filter(each -> each.length == 2)
                .collect(Collectors.toMap(each -> Path.of(each[0]), each -> Path.of(each[1]))));
    }

    /**
     * Does nothing if migrations may be written to the sources of a folder of classes.
     *
     * @throws UnusableModuleException if it is known that they wouldn't compile
     */
    void require(Path classes) {
        Path buildFile = withoutIt.get(classes);
        if (buildFile != null) {
            throw new UnusableModuleException(UnusableModuleException.ofGradle(buildFile));
        }
        Path known = classes.resolveSibling(CLASS_PATH);
        if (classes.endsWith(OUTPUT) && Files.isRegularFile(known) && !isIn(SourceFiles.read(known))) {
            Path module = classes.resolve("..").resolve("..").normalize();
            throw new UnusableModuleException(
                    UnusableModuleException.ofMaven(String.valueOf(module.getFileName()), module.resolve("pom.xml")));
        }
    }

    private static boolean isIn(String classPath) {
        return CORE.matcher(classPath).find();
    }
}
