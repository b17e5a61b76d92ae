package io.kuaka.command;

import io.kuaka.executor.MigrationListener;
import io.kuaka.graph.PlanStep;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/** Runs migrations for programs: what happens goes to the log, what was done is returned. */
public final class UnattendedMigrate {
    private static final Logger LOG = System.getLogger("io.kuaka");

    private UnattendedMigrate() {}

    /** Makes the plan, runs it, and returns the names of its migrations. */
    public static List<String> quietly(Migrate migrate, Migrate.Options options) {
        return migrate.run(migrate.prepare(options), new LogListener()).names();
    }

    /** Returns the names of a plan's migrations, in order. */
    public static List<String> names(Migrate.Prepared prepared) {
        return prepared.steps().stream().map(step -> step.key().toString()).toList();
    }

    private static final class LogListener implements MigrationListener {
        @Override
        public void finished(PlanStep step, Duration duration, boolean faked) {
            String verb =
                    switch (step.direction()) {
                        case FORWARD -> "Applied";
                        case BACKWARD -> "Took back";
                    };
            LOG.log(Level.INFO, "{0} {1} ({2} ms)", verb, step.key(), duration.toMillis());
        }
    }
}
