package io.kuaka.tooling;

import io.kuaka.command.project.ClassPath;
import io.kuaka.command.project.SourceLayout;
import io.kuaka.tooling.sources.BuildLayout;
import io.kuaka.tooling.sources.NamedSources;
import io.kuaka.tooling.sources.StandardLayout;
import io.kuaka.tooling.sources.StartFolder;
import io.kuaka.tooling.sources.UnusableSourcesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a tool works.
 *
 * @param folder the project's folder
 * @param start where the command was started, from which files are named
 * @param classLoader loads the project's classes
 * @param roots the folders and jars from which it loads classes
 * @param environment the environment variables
 * @param layout finds the sources of the folders in {@code roots}
 * @param isCached whether what was found out is kept for the next run, in the project's build folder
 * @param profiles the active profiles of the application, separated by commas; null if the settings decide
 */
public record Workspace(
        Path folder,
        StartFolder start,
        ClassLoader classLoader,
        List<Path> roots,
        Map<String, String> environment,
        SourceLayout layout,
        boolean isCached,
        @Nullable String profiles) {
    public Workspace {
        roots = List.copyOf(roots);
        environment = Map.copyOf(environment);
    }

    /** Makes a workspace in whose build folder is kept what was found out. */
    public Workspace(Path folder, ClassLoader classLoader, List<Path> roots, Map<String, String> environment) {
        this(folder, new StartFolder(folder), classLoader, roots, environment, new StandardLayout(), true, null);
    }

    /**
     * Returns a module of a build, in whose process the command runs.
     *
     * @param layout where the build has its sources
     */
    public static Workspace ofBuild(
            Path folder, ClassLoader classLoader, Map<String, String> environment, BuildLayout layout) {
        return new Workspace(
                folder,
                StartFolder.current(),
                classLoader,
                ClassPath.roots(classLoader),
                environment,
                layout,
                true,
                null);
    }

    /** Returns the current folder, with the classes of a class loader. */
    public static Workspace current(ClassLoader classLoader) {
        return new Workspace(Path.of("").toAbsolutePath(), classLoader, ClassPath.roots(classLoader), System.getenv());
    }

    /** Returns this workspace with other active profiles of the application, separated by commas. */
    public Workspace withProfiles(String others) {
        return new Workspace(folder, start, classLoader, roots, environment, layout, isCached, others);
    }

    /** Returns this workspace without anything that earlier runs have found out, or that is kept for later ones. */
    public Workspace withoutCache() {
        return new Workspace(folder, start, classLoader, roots, environment, layout, false, profiles);
    }

    /**
     * Returns this workspace with source folders that somebody has named.
     *
     * @param sources each is {@code FOLDER}, or {@code CLASSES=FOLDER} for one folder of classes
     * @throws UnusableSourcesException if they can't be those
     */
    public Workspace withSources(List<String> sources) {
        SourceLayout named = sources.isEmpty() ? layout : NamedSources.of(sources, folder, roots);
        return new Workspace(folder, start, classLoader, roots, environment, named, isCached, profiles);
    }

    /** Returns the folder for what is kept, if anything is; it is lost with the build folder, and never makes one. */
    Optional<Path> cache() {
        return isCached ? buildFolder().map(build -> build.resolve("kuaka")) : Optional.empty();
    }

    /** Many projects have a folder {@code build} for other things than what Gradle has built. */
    private Optional<Path> buildFolder() {
        Path maven = folder.resolve("target");
        Path gradle = folder.resolve("build");
        if (Files.isDirectory(maven)) {
            return Optional.of(maven);
        }
        return roots.stream().anyMatch(root -> root.startsWith(gradle)) ? Optional.of(gradle) : Optional.empty();
    }

    /** Returns the file because of which a folder can't be made: it has its name, or that of a folder above. */
    public Optional<Path> fileInTheWay(Path wanted) {
        Path existing = wanted;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return Optional.ofNullable(existing).filter(path -> !Files.isDirectory(path));
    }

    /** Returns the folder of the project's own classes; empty if none is below the project's folder. */
    public Optional<Path> ownClasses() {
        Path project = real(folder);
        return ClassPath.folders(roots).stream()
                .filter(root -> real(root).startsWith(project))
                .findFirst();
    }

    /** A class path may be typed relative to the current folder, and either of both through a link. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    /** Returns a path as one would type it where the command was started. */
    public Path relative(Path file) {
        return start.name(file);
    }
}
