package io.kuaka.maven;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Sees Kuaka and the project as the project sees itself when it runs: with its own Hibernate and its own drivers.
 *
 * <p>Neither Maven nor its plugins are in sight.
 */
final class ProjectClassLoader extends URLClassLoader {
    private ProjectClassLoader(List<URL> urls) {
        super("kuaka", urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /**
     * Makes one for a module.
     *
     * @param isOneOfMany whether modules without entities get the goal, too; such a module needs nothing
     */
    static ProjectClassLoader of(MavenProject project, PluginDescriptor plugin, boolean isOneOfMany)
            throws MojoExecutionException {
        if (!isOneOfMany) {
            requireCore(project);
        }
        List<URL> urls = new ArrayList<>();
        for (Artifact artifact : plugin.getArtifacts()) {
            if (!artifact.getArtifactId().equals(plugin.getArtifactId())) {
                urls.add(url(artifact.getFile()));
            }
        }
        try {
            for (String element : project.getRuntimeClasspathElements()) {
                urls.add(url(new File(element)));
            }
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("The project's dependencies aren't resolved.", e);
        }
        return new ProjectClassLoader(urls);
    }

    /** Without it no migration compiles, and each of its lines would say so. */
    private static void requireCore(MavenProject project) throws MojoExecutionException {
        if (!ModuleSources.hasCore(project)) {
            throw new MojoExecutionException(ModuleSources.needsCore(project));
        }
    }

    /** H2 closes a database with DB_CLOSE_DELAY when the JVM ends, and loads more of its classes then. */
    @Override
    public void close() throws IOException {
        if (findLoadedClass("org.h2.engine.OnExitDatabaseCloser") == null) {
            super.close();
        }
    }

    private static URL url(File file) throws MojoExecutionException {
        try {
            return file.toURI().toURL();
        } catch (MalformedURLException e) {
            throw new MojoExecutionException("Can't take classes from " + file + ".", e);
        }
    }

    /** Calls {@code io.kuaka.cli.BuildTool}, which only this class loader sees. Returns the exit code. */
    int run(
            String command,
            Map<String, String> parameters,
            Path folder,
            boolean oneOfMany,
            Map<String, String> environment,
            Function<Path, @Nullable Path> sources,
            Conversation conversation)
            throws MojoExecutionException {
        try {
            return (int) loadClass("io.kuaka.cli.BuildTool")
                    .getMethod(
                            "run",
                            String.class,
                            Map.class,
                            Path.class,
                            boolean.class,
                            Map.class,
                            Function.class,
                            Reader.class,
                            Writer.class,
                            Writer.class)
                    .invoke(
                            null,
                            command,
                            parameters,
                            folder,
                            oneOfMany,
                            environment,
                            sources,
                            conversation.in(),
                            conversation.out(),
                            conversation.errors());
        } catch (InvocationTargetException e) {
            throw new MojoExecutionException(command + " failed: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new MojoExecutionException("This plugin and its kuaka-cli are not of the same version.", e);
        }
    }
}
