package io.kuaka.executor;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import io.kuaka.recorder.Journal;
import io.kuaka.recorder.JournalEntry;
import java.io.Serial;

/** A migration that isn't one transaction was broken off, and what is wanted now doesn't go on with it. */
public final class UnfinishedMigrationException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient MigrationKey migration;

    private UnfinishedMigrationException(JournalEntry entry, String rest) {
        super(entry.migration() + " was broken off on its way " + entry.direction() + ", " + entry.done()
                + (entry.done() == 1 ? " statement" : " statements") + " having run. " + rest
                + " Nothing was changed now.");
        this.migration = entry.migration();
    }

    /** The plan has something else in mind. */
    static UnfinishedMigrationException notInPlan(JournalEntry entry) {
        boolean forward = entry.direction().equals("forward");
        return new UnfinishedMigrationException(
                entry,
                (forward
                                ? "Finish it first: migrate to it, and the run goes on where it ended."
                                : "Finish that first: migrate to what was before it, and the run goes on where it ended.")
                        + byHand());
    }

    /** The statements that ran aren't those of the migration any more. */
    static UnfinishedMigrationException changed(JournalEntry entry) {
        return new UnfinishedMigrationException(
                entry,
                "They aren't its first statements any more, so that the run can't go on behind them. Put those back that ran"
                        + " and change only what comes after."
                        + byHand());
    }

    private static String byHand() {
        return " If you have undone what ran, delete the migration's row from the table \"" + Journal.TABLE
                + "\"; if you have finished the rest by hand, migrate with --fake.";
    }

    /** Returns the migration that was broken off. */
    public MigrationKey migration() {
        return migration;
    }
}
