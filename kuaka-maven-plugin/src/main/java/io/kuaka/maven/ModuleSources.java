package io.kuaka.maven;

import io.kuaka.tooling.sources.UnusableModuleException;
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
                    // The command sees this in another class loader, which knows Java's exceptions only.
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
        return UnusableModuleException.ofMaven(module.getArtifactId(), pom(module));
    }

    /** The POM that somebody wrote: plugins such as flatten, and shade, hand Maven one that they made of it. */
    private static Path pom(MavenProject module) {
        Path pom = module.getFile().toPath();
        String name = pom.getFileName().toString();
        return name.startsWith(".") || name.equals("dependency-reduced-pom.xml")
                ? module.getBasedir().toPath().resolve("pom.xml")
                : pom;
    }
}
