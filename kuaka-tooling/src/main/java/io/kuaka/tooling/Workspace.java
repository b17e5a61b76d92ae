package io.kuaka.tooling;

import io.kuaka.command.project.ClassPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a tool works.
 *
 * @param folder the project's folder
 * @param classLoader loads the project's classes
 * @param roots the folders and jars from which it loads classes
 * @param environment the environment variables
 * @param isCached whether what was found out is kept for the next run, in the project's build folder
 */
public record Workspace(
        Path folder, ClassLoader classLoader, List<Path> roots, Map<String, String> environment, boolean isCached) {
    /** The variable that names the active profiles of the application. */
    static final String PROFILE = "KUAKA_PROFILE";

    public Workspace {
        roots = List.copyOf(roots);
        environment = Map.copyOf(environment);
    }

    /** Makes a workspace in whose build folder is kept what was found out. */
    public Workspace(Path folder, ClassLoader classLoader, List<Path> roots, Map<String, String> environment) {
        this(folder, classLoader, roots, environment, true);
    }

    /** Returns the current folder, with the classes of a class loader. */
    public static Workspace current(ClassLoader classLoader) {
        return new Workspace(Path.of("").toAbsolutePath(), classLoader, ClassPath.roots(classLoader), System.getenv());
    }

    /** Returns this workspace with other active profiles of the application, separated by commas. */
    public Workspace withProfiles(String profiles) {
        Map<String, String> variables = new TreeMap<>(environment);
        variables.put(PROFILE, profiles);
        return new Workspace(folder, classLoader, roots, variables, isCached);
    }

    /** Returns this workspace without anything that earlier runs have found out, or that is kept for later ones. */
    public Workspace withoutCache() {
        return new Workspace(folder, classLoader, roots, environment, false);
    }

    /** Returns the folder for what is kept, if anything is; it is lost with the build folder, and never makes one. */
    Optional<Path> cache() {
        Path buildFolder = folder.resolve("target");
        return isCached && Files.isDirectory(buildFolder)
                ? Optional.of(buildFolder.resolve("kuaka"))
                : Optional.empty();
    }

    /** Returns a path relative to the project's folder, as one would type it there. */
    public Path relative(Path file) {
        return file.startsWith(folder) ? folder.relativize(file) : file;
    }
}
