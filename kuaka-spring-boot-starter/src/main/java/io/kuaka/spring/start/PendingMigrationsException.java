package io.kuaka.spring.start;

import io.kuaka.spring.database.StartException;
import java.io.Serial;
import java.util.List;

/** Thrown when migrations are pending and the application isn't to apply them itself. */
public final class PendingMigrationsException extends StartException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final List<String> pending;

    PendingMigrationsException(String dataSource, List<String> pending) {
        super(
                "The database of \"" + dataSource + "\" lacks " + String.join(", ", pending) + ".",
                "Apply them, for example with 'kuaka migrate', or let the application do it with"
                        + " kuaka.mode=migrate.");
        this.pending = List.copyOf(pending);
    }

    /** Returns the pending migrations, in order. */
    public List<String> pending() {
        return pending;
    }
}
