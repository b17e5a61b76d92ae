package io.kuaka.executor;

import io.kuaka.base.MigrationException;
import io.kuaka.recorder.JournalEntry;
import java.io.Serial;
import java.util.Collection;
import java.util.stream.Collectors;

/** Thrown when a statement to resume from is given, and no migration can resume there. */
public final class UnusableResumeException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnusableResumeException(int statement, Collection<JournalEntry> unfinished) {
        super("No migration can resume from statement " + statement + ". " + possible(unfinished)
                + " Nothing was changed.");
    }

    private static String possible(Collection<JournalEntry> unfinished) {
        String possible = unfinished.stream()
                .filter(JournalEntry::isUndecided)
                .map(entry -> entry.migration() + " can, from statement " + entry.begun() + " or " + (entry.begun() + 1)
                        + ".")
                .collect(Collectors.joining(" "));
        return possible.isEmpty() ? "Migrate without --resume-from: what there is to resume is known." : possible;
    }
}
