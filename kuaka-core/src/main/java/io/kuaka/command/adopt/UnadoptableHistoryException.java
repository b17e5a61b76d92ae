package io.kuaka.command.adopt;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.List;

/** Thrown when another tool hasn't finished its work on a database: nobody knows then what the database has. */
public final class UnadoptableHistoryException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<OtherHistory> histories;

    UnadoptableHistoryException(List<OtherHistory> histories) {
        super("The database can't be adopted yet. "
                + String.join(
                        " ",
                        histories.stream()
                                .flatMap(each -> each.problems().stream())
                                .toList()));
        this.histories = List.copyOf(histories);
    }

    /** Returns the histories with problems. */
    public List<OtherHistory> histories() {
        return histories;
    }
}
