package io.kuaka.executor;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.recorder.JournalEntry;
import io.kuaka.routing.Placement;
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
    static UnfinishedMigrationException notInPlan(JournalEntry entry, MigrationNode migration) {
        return new UnfinishedMigrationException(
                entry,
                (isForward(entry)
                                ? "Finish it first: migrate to it, and the run resumes."
                                : "Finish it first: migrate to its predecessor, and the run resumes.")
                        + byHand(entry, migration));
    }

    /** The statements that ran are no longer those of the migration. */
    static UnfinishedMigrationException changed(JournalEntry entry, MigrationNode migration) {
        return new UnfinishedMigrationException(
                entry,
                "These are no longer its first statements, so the run can't resume. Restore the statements that ran,"
                        + " and change only the ones after them."
                        + byHand(entry, migration));
    }

    /** The project doesn't have the migration any more, or not yet. */
    static UnfinishedMigrationException unknown(JournalEntry entry, String journal) {
        return new UnfinishedMigrationException(
                entry,
                "This project doesn't have it, or has squashed it. Run the release that has it, and the run resumes. If no"
                        + " release will have it and its statements are undone, delete its row from the table \""
                        + journal + "\".");
    }

    private static boolean isForward(JournalEntry entry) {
        return entry.direction().equals("forward");
    }

    private static String byHand(JournalEntry entry, MigrationNode migration) {
        String before = commandTo(migration, !isForward(entry));
        String after = commandTo(migration, isForward(entry));
        return " If you have undone these statements by hand, record that with " + before
                + "; if you have completed the rest by hand, with " + after + ".";
    }

    /** Returns the command that records the database as having a migration, or as not having it. */
    static String commandTo(MigrationNode migration, boolean isApplied) {
        String before = migration.dependencies().stream()
                .filter(key -> key.app().equals(migration.key().app()))
                .map(MigrationKey::name)
                .findFirst()
                .orElse("zero");
        String place = database(migration) + migration.key().app();
        return "'kuaka migrate " + place + " " + (isApplied ? migration.key().name() : before) + " --fake'";
    }

    /** Returns the option that chooses the database of a migration and a space; empty for the default one. */
    static String database(MigrationNode migration) {
        String alias = migration.placement().database();
        return alias.equals(Placement.DEFAULT) ? "" : "--database " + alias + " ";
    }

    /** Returns the interrupted migration. */
    public MigrationKey migration() {
        return migration;
    }
}
