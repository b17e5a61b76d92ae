package io.kuaka.tooling.doctor;

import io.kuaka.base.MigrationException;
import io.kuaka.tooling.Application;
import io.kuaka.tooling.Workspace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks at everything that Kuaka depends on in a project, and says where each thing comes from. It changes nothing.
 *
 * <p>What is broken is a finding, not an error: the rest is looked at all the same.
 */
public final class Doctor {
    /**
     * The options.
     *
     * @param today the day that decides which accepted differences are over
     */
    public record Options(LocalDate today) {}

    /** What was found, in the order in which one thing depends on the other. */
    public record Result(List<Finding> findings) {
        public Result {
            findings = List.copyOf(findings);
        }

        /** Returns whether nothing has to be done. */
        public boolean isHealthy() {
            return findings.stream().noneMatch(finding -> finding.status() == Finding.Status.PROBLEM);
        }
    }

    private final Workspace workspace;
    private final Supplier<Application> opening;

    /**
     * Makes the command.
     *
     * @param opening opens the application of the workspace, with the options of the command line
     */
    public Doctor(Workspace workspace, Supplier<Application> opening) {
        this.workspace = workspace;
        this.opening = opening;
    }

    /** Looks. */
    public Result run(Options options) {
        List<Finding> findings = new ArrayList<>(new ToolFindings(workspace.classLoader()).all());
        Optional<Application> application = open(findings);
        if (application.isPresent()) {
            findings.addAll(new ProjectFindings(application.get()).all());
            findings.addAll(new DatabaseFindings(application.get(), options.today()).all());
        }
        return new Result(findings);
    }

    private Optional<Application> open(List<Finding> findings) {
        try {
            return Optional.of(opening.get());
        } catch (MigrationException e) {
            findings.add(Finding.problem("Project", e));
            return Optional.empty();
        }
    }

    /** Looks at one thing. */
    static Finding attempt(String topic, Supplier<Finding> look) {
        try {
            return look.get();
        } catch (MigrationException e) {
            return Finding.problem(topic, e);
        }
    }
}
