package io.kuaka.cli.report;

import io.kuaka.base.MigrationException;
import io.kuaka.command.Migrate;
import io.kuaka.command.PlannedOperation;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.PlanStep;
import io.kuaka.migration.MigrationKey;
import io.kuaka.progress.Progress;
import io.kuaka.recorder.JournalEntry;
import io.kuaka.recorder.LeaseRow;
import io.kuaka.schema.session.Blocker;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;

/**
 * Prints what {@link Migrate} is going to do, and what it does.
 *
 * @param isLive whether the output is a terminal, where a text can be erased
 */
public record MigrateReport(Console console, boolean isLive) {
    public void plan(Migrate.Prepared prepared) {
        console.result("Planned operations:");
        if (prepared.plan().isEmpty()) {
            console.result("  No planned migration operations.");
        }
        List<List<PlannedOperation>> operations = prepared.operations();
        List<List<String>> checks = prepared.checks();
        for (int i = 0; i < operations.size(); i++) {
            PlanStep step = prepared.steps().get(i);
            console.result(step.key()
                    + prepared.interrupted(step).map(MigrateReport::resumes).orElse(""));
            operations.get(i).forEach(this::planned);
            checks.get(i).forEach(check -> console.result("    ? Stops before its first statement if: " + check));
        }
    }

    private static String resumes(JournalEntry entry) {
        return entry.isUndecided()
                ? " (interrupted in statement " + entry.begun() + ": checks whether that has run)"
                : " (interrupted: resumes after statement " + entry.done() + ")";
    }

    private void planned(PlannedOperation operation) {
        String detail = operation.isPossible() ? operation.detail() : "IRREVERSIBLE";
        console.result("    " + operation.text() + (detail.isEmpty() ? "" : " -> " + detail));
        operation.losses().forEach(loss -> console.result("      ! " + loss.describe()));
    }

    public void target(Migrate.Prepared prepared) {
        console.line("Operations to perform:");
        console.line("  " + words(prepared));
        if (prepared.options().onUnknown() == Migrate.OnUnknown.WARN
                && !prepared.unknown().isEmpty()) {
            console.line("  The database is ahead of this project, which doesn't have "
                    + Console.names(prepared.unknown()) + ".");
        }
        prepared.surroundings().notes().forEach(note -> console.line("  Note: " + note));
        console.line("Running migrations:");
        if (prepared.plan().isEmpty()) {
            console.line("  No migrations to apply.");
        }
    }

    private static String words(Migrate.Prepared prepared) {
        String app = prepared.options().app();
        if (app == null) {
            return "Apply all migrations: "
                    + (prepared.apps().isEmpty() ? "(none)" : String.join(", ", prepared.apps()));
        }
        if (prepared.options().name() == null) {
            return "Apply all migrations: " + app;
        }
        MigrationKey target = prepared.target();
        return target == null
                ? "Unapply all migrations: " + app
                : "Target specific migration: " + target.name() + ", from " + target.app();
    }

    public MigrationListener progress() {
        return new Lines(console, new RunningLine(console, isLive));
    }

    public void changedModels(SortedSet<String> apps) {
        if (!apps.isEmpty()) {
            console.line("  Your models in " + Console.quoted(apps)
                    + " have changes without a migration, so they aren't applied.");
            console.line("  Run 'kuaka makemigrations', then 'kuaka migrate' again.");
        }
    }

    /** Migrating doesn't need the models; they only help to explain why there is nothing to do. */
    public void unreadableModels(MigrationException reason) {
        console.line(
                "  Kuaka can't check whether your models have changes without a migration: " + reason.getMessage());
    }

    /** Prints each migration while it runs. */
    private record Lines(Console console, RunningLine running) implements MigrationListener {
        @Override
        public void waiting(LeaseRow holder) {
            console.line("  Another run is migrating this database: " + holder.words() + ". Waiting for it to end.");
        }

        @Override
        public void takenOver(LeaseRow holder) {
            console.line("  That run has ended without releasing its lease: " + holder.words() + ". Taking over.");
        }

        @Override
        public void started(PlanStep step) {
            String verb =
                    switch (step.direction()) {
                        case FORWARD -> "Applying ";
                        case BACKWARD -> "Unapplying ";
                    };
            console.start("  " + verb + step.key() + "...");
            running.start();
            running.tickByItself();
        }

        @Override
        public void progressed(Progress progress) {
            running.reached(progress);
        }

        @Override
        public void resumed(PlanStep step, int done, int all) {
            endRunning(step);
            console.start(" resuming after statement " + done + " of " + all + "...");
            running.start();
        }

        @Override
        public void blocked(PlanStep step, List<Blocker> blockers, Duration pause) {
            endRunning(step);
            console.line(" waiting for a lock");
            console.line("    The lock is held by " + Blocker.words(blockers) + ". Trying again.");
            console.start(beginning(step));
            running.start();
        }

        @Override
        public void finished(PlanStep step, Duration duration, boolean faked) {
            endRunning(step);
            String time = console.prints(Verbosity.MORE) && !faked
                    ? String.format(Locale.ROOT, " (%.3fs)", duration.toNanos() / 1e9)
                    : "";
            console.line((faked ? " FAKED" : " OK") + time);
        }

        @Override
        public void unsupported(PlanStep step, String what) {
            console.line("    Left out, not supported by this database: " + what);
        }

        @Override
        public void failed(PlanStep step) {
            endRunning(step);
            console.line(" FAILED");
        }

        private void endRunning(PlanStep step) {
            running.end(beginning(step));
        }

        private static String beginning(PlanStep step) {
            return "  " + step.key() + "...";
        }
    }
}
