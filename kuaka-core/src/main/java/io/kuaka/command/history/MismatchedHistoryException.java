package io.kuaka.command.history;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when migrations were edited, renamed or deleted after the database had applied them. */
public final class MismatchedHistoryException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Mismatch> mismatches;

    /** Makes the exception for all that doesn't agree. */
    public MismatchedHistoryException(List<Mismatch> mismatches) {
        super("The history of this database and the migrations don't agree. Nothing was changed.\n  "
                + mismatches.stream().map(Mismatch::text).collect(Collectors.joining("\n  ")));
        this.mismatches = List.copyOf(mismatches);
    }

    /** Returns all that doesn't agree. */
    public List<Mismatch> mismatches() {
        return mismatches;
    }
}
