package io.kuaka.maven;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.component.MapOrientedComponent;
import org.codehaus.plexus.component.repository.ComponentRequirement;

/**
 * A goal: the command of the same name, run on the project.
 *
 * <p>There is one class for all of them. Their parameters are those of the command line, from whose description the
 * plugin's descriptor is made, and Maven hands them over as a map.
 */
public final class CommandMojo extends AbstractMojo implements MapOrientedComponent {
    private final MavenSession session;
    private final MojoExecution execution;
    private final Compilation compilation;
    private final ServerCredentials credentials;
    private Map<String, String> parameters = Map.of();

    /** Made by Maven. */
    @Inject
    CommandMojo(
            MavenSession session,
            MojoExecution execution,
            LifecycleExecutor lifecycle,
            BuildPluginManager plugins,
            SettingsDecrypter decrypter) {
        this.session = session;
        this.execution = execution;
        this.compilation = new Compilation(session, lifecycle, plugins);
        this.credentials = new ServerCredentials(session.getSettings(), decrypter);
    }

    @Override
    public void addComponentRequirement(ComponentRequirement requirement, Object value) {
        throw new UnsupportedOperationException("The constructor has them.");
    }

    @Override
    public void setComponentConfiguration(Map<?, ?> configuration) {
        Map<String, String> values = new TreeMap<>();
        configuration.forEach((name, value) -> {
            if (value != null) {
                values.put(name.toString(), value.toString());
            }
        });
        parameters = values;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        MavenProject project = session.getCurrentProject();
        if (Boolean.parseBoolean(parameters.get("skip"))) {
            getLog().info("Skipped.");
        } else if (!project.getPackaging().equals("pom") && isOurs(project)) {
            run(project);
        }
    }

    /** Returns whether the goal runs in this module. If so, its classes are those of its sources. */
    private boolean isOurs(MavenProject project) throws MojoExecutionException, MojoFailureException {
        if (execution.getSource() != MojoExecution.Source.CLI) {
            // Bound to a phase: whoever bound it chose the module, and the lifecycle has compiled it.
            return true;
        }
        compilation.run();
        if (Reactor.onlyGathers(project, session.getProjects())) {
            getLog().info("Left to the modules that it gathers: it has no sources and no resources of its own.");
            return false;
        }
        String dependents = Reactor.dependentsOf(project, session.getProjects());
        if (!dependents.isEmpty()) {
            getLog().info("Left to " + dependents + ": its class path has these classes, too.");
        }
        return dependents.isEmpty();
    }

    private void run(MavenProject project) throws MojoExecutionException, MojoFailureException {
        Conversation conversation = new Conversation(session, getLog());
        parameters.putIfAbsent("verbosity", conversation.verbosity());
        if (!parameters.containsKey("user")) {
            credentials.of(parameters.get("serverId")).forEach(parameters::putIfAbsent);
        }
        boolean isOneOfMany = session.getProjects().size() > 1;
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (ProjectClassLoader loader =
                ProjectClassLoader.of(project, execution.getMojoDescriptor().getPluginDescriptor(), isOneOfMany)) {
            Thread.currentThread().setContextClassLoader(loader);
            conversation.close(loader.run(
                    execution.getGoal(),
                    parameters,
                    project.getBasedir().toPath(),
                    isOneOfMany,
                    System.getenv(),
                    new ModuleSources(session.getProjects()),
                    conversation));
        } catch (IOException e) {
            throw new MojoExecutionException("Can't close the project's class path: " + e.getMessage(), e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
