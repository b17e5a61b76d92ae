package io.kuaka.executor;

import io.kuaka.base.MigrationException;
import io.kuaka.recorder.JournalEntry;
import io.kuaka.schema.statement.Statement;
import java.io.Serial;

/** Thrown when a run ended during a user's statement or code, and the database doesn't show whether it has run. */
public final class UndecidedStatementException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UndecidedStatementException(JournalEntry found, Statement last, int all) {
        super(found.migration() + " was interrupted on its way " + found.direction() + " while statement "
                + found.begun()
                + " of " + all + " was running: " + last.summary()
                + ". The database doesn't show whether it has run, or how much of it, so it isn't run again. Nothing was"
                + " changed now. Look at the database: migrate with --resume-from=" + (found.begun() + 1)
                + " if it has run, with --resume-from=" + found.begun()
                + " if it hasn't or may run once more, or with --fake if you have finished the migration by hand.");
    }
}
