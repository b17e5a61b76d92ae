package io.kuaka.maven;

import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Compiles the current module as {@code mvn compile} does, in the same build.
 *
 * <p>It does so for each goal, because the one before may have written a migration. The phase {@code validate} is left out: what checks the format of sources there would stop at an entity that is being
 * changed and at a migration that was just written.
 */
record Compilation(MavenSession session, LifecycleExecutor lifecycle, BuildPluginManager plugins) {
    private static final String PHASE = "compile";

    void run() throws MojoExecutionException, MojoFailureException {
        if (session.getCurrentProject().hasLifecyclePhase("package")) {
            // The build has compiled it for good.
            return;
        }
        try {
            for (MojoExecution each :
                    lifecycle.calculateExecutionPlan(session, PHASE).getMojoExecutions()) {
                if (!"validate".equals(each.getLifecyclePhase())) {
                    plugins.executeMojo(session, each);
                }
            }
        } catch (MojoExecutionException | MojoFailureException e) {
            throw e;
        } catch (Exception e) {
            throw new MojoExecutionException("The project can't be compiled: " + e.getMessage(), e);
        }
        // Modules that depend on this one now get its classes, and not the jar of an earlier build.
        session.getCurrentProject().addLifecyclePhase(PHASE);
    }
}
