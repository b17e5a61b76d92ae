package io.kuaka.maven;

import io.kuaka.tooling.sources.FolderContent;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.FileSet;
import org.apache.maven.project.MavenProject;

/** The modules of a build, as they use each other. */
final class Reactor {
    private Reactor() {}

    /**
     * Returns the names of those modules that have the classes of a module on their class path when they run. Modules that
     * only gather others aren't among them.
     */
    static String dependentsOf(MavenProject module, List<MavenProject> modules) {
        return modules.stream()
                .filter(each -> uses(each, module) && hasFiles(each))
                .map(MavenProject::getArtifactId)
                .collect(Collectors.joining(", "));
    }

    /**
     * Returns whether a module has nothing but other modules of the build, as those do that report on the coverage of all
     * tests, or that pack a distribution. On its class path are the settings of several applications, if there are several.
     */
    static boolean onlyGathers(MavenProject module, List<MavenProject> modules) {
        return modules.stream().anyMatch(other -> uses(module, other)) && !hasFiles(module);
    }

    private static boolean uses(MavenProject user, MavenProject module) {
        return user.getDependencies().stream().anyMatch(dependency -> runsWith(dependency, module));
    }

    private static boolean runsWith(Dependency dependency, MavenProject module) {
        String scope = dependency.getScope() == null ? "compile" : dependency.getScope();
        return dependency.getGroupId().equals(module.getGroupId())
                && dependency.getArtifactId().equals(module.getArtifactId())
                && dependency.getType().equals("jar")
                && dependency.getClassifier() == null
                && (scope.equals("compile") || scope.equals("runtime"));
    }

    /** Whether a module has sources or resources, or what an earlier build made of some. A web application is one by itself. */
    private static boolean hasFiles(MavenProject module) {
        return module.getPackaging().equals("war")
                || Stream.of(
                                module.getCompileSourceRoots().stream(),
                                module.getResources().stream().map(FileSet::getDirectory),
                                Stream.of(module.getBuild().getOutputDirectory()))
                        .flatMap(folders -> folders)
                        .map(folder -> module.getBasedir().toPath().resolve(folder))
                        .anyMatch(FolderContent::hasFiles);
    }
}
