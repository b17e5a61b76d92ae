package io.kuaka.maven;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;

/** The modules of a build, as they use each other. */
final class Reactor {
    private Reactor() {}

    /** Returns the names of those modules that have the classes of a module on their class path when they run. */
    static String dependentsOf(MavenProject module, List<MavenProject> modules) {
        return modules.stream()
                .filter(each -> each.getDependencies().stream().anyMatch(dependency -> runsWith(dependency, module)))
                .map(MavenProject::getArtifactId)
                .collect(Collectors.joining(", "));
    }

    private static boolean runsWith(Dependency dependency, MavenProject module) {
        String scope = dependency.getScope() == null ? "compile" : dependency.getScope();
        return dependency.getGroupId().equals(module.getGroupId())
                && dependency.getArtifactId().equals(module.getArtifactId())
                && dependency.getType().equals("jar")
                && dependency.getClassifier() == null
                && (scope.equals("compile") || scope.equals("runtime"));
    }
}
