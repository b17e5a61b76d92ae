package io.kuaka.executor;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import io.kuaka.recorder.JournalEntry;
import java.io.Serial;

/** Thrown when a migration without a transaction was interrupted, and the requested run wouldn't resume it. */
public final class UnfinishedMigrationException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient MigrationKey migration;

    private UnfinishedMigrationException(JournalEntry entry, String rest) {
        super(entry.migration() + " was interrupted (" + entry.direction() + ") after " + entry.done()
                + (entry.done() == 1 ? " statement. " : " statements. ") + rest + " Nothing was changed by this run.");
        this.migration = entry.migration();
    }

    /** The plan doesn't contain the migration. */
    static UnfinishedMigrationException notInPlan(JournalEntry entry, String journal) {
        boolean forward = entry.direction().equals("forward");
        return new UnfinishedMigrationException(
                entry,
                (forward
                                ? "Finish it first: migrate to it, and the run resumes."
                                : "Finish it first: migrate to its predecessor, and the run resumes.")
                        + byHand(journal));
    }

    /** The statements that ran are no longer those of the migration. */
    static UnfinishedMigrationException changed(JournalEntry entry, String journal) {
        return new UnfinishedMigrationException(
                entry,
                "These are no longer its first statements, so the run can't resume. Restore the statements that ran,"
                        + " and change only the ones after them."
                        + byHand(journal));
    }

    private static String byHand(String journal) {
        return " If you have undone these statements, delete the migration's row from the table \"" + journal
                + "\". If you have completed the rest by hand, migrate with --fake.";
    }

    /** Returns the interrupted migration. */
    public MigrationKey migration() {
        return migration;
    }
}
