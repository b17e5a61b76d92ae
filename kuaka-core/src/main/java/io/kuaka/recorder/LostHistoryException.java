package io.kuaka.recorder;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when the journal has interrupted migrations, but the history that belongs to it isn't there any more. */
public final class LostHistoryException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<MigrationKey> interrupted;

    LostHistoryException(String history, String journal, Collection<MigrationKey> interrupted) {
        super("The table \"" + journal + "\" says that "
                + interrupted.stream().map(MigrationKey::toString).collect(Collectors.joining(", "))
                + (interrupted.size() == 1 ? " was" : " were") + " interrupted, but the history \"" + history
                + "\" isn't there: somebody dropped or renamed it, so Kuaka can't tell which migrations the database has."
                + " Restore that table, for instance from a backup, and the next run resumes. Without a backup: complete"
                + " the interrupted statements by hand or undo them, delete the rows of \"" + journal
                + "\", and record what the database has with 'kuaka migrate APP NAME --fake', which compares the tables"
                + " first. Nothing was changed.");
        this.interrupted = List.copyOf(interrupted);
    }

    /** Returns the interrupted migrations. */
    public List<MigrationKey> interrupted() {
        return interrupted;
    }
}
