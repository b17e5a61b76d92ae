package io.kuaka.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Knows where the modules of a build have their sources, as their POMs say. */
record ModuleSources(List<MavenProject> modules) implements Function<Path, @Nullable Path> {
    @Override
    public @Nullable Path apply(Path classes) {
        for (MavenProject module : modules) {
            if (Path.of(module.getBuild().getOutputDirectory()).equals(classes)) {
                if (!hasCore(module)) {
                    throw new IllegalStateException(needsCore(module));
                }
                return Path.of(module.getBuild().getSourceDirectory());
            }
        }
        return null;
    }

    /** Returns whether migrations compile in a module. As long as its dependencies aren't resolved, nothing is against it. */
    static boolean hasCore(MavenProject module) {
        Set<Artifact> artifacts = module.getArtifacts();
        boolean isUnknown = artifacts.isEmpty() && !module.getDependencies().isEmpty();
        return isUnknown
                || artifacts.stream()
                        .anyMatch(artifact -> artifact.getArtifactId().equals("kuaka-core")
                                && artifact.getScope().equals(Artifact.SCOPE_COMPILE));
    }

    static String needsCore(MavenProject module) {
        return "The module \"" + module.getArtifactId()
                + "\" doesn't depend on io.kuaka:kuaka-core in scope compile, which migrations need. Add it to "
                + named(module.getFile().toPath()) + ".";
    }

    /** Returns a path as one would type it where Maven was started. */
    private static Path named(Path file) {
        Path start = Path.of(System.getProperty("user.dir"));
        return file.startsWith(start) ? start.relativize(file) : file;
    }
}
