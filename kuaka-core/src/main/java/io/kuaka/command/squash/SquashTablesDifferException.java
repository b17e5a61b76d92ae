package io.kuaka.command.squash;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.List;

/** Thrown when a squash creates different tables than the migrations that it replaces. */
public final class SquashTablesDifferException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> differences;

    SquashTablesDifferException(String database, List<String> differences) {
        super("On " + database + " the squash creates different tables than the migrations that it replaces; the likely"
                + " cause is SQL of your own. Nothing was written."
                + String.join(
                        "",
                        differences.stream()
                                .map(difference -> System.lineSeparator() + "  " + difference)
                                .toList()));
        this.differences = List.copyOf(differences);
    }

    /** Returns the differences, a line each. */
    public List<String> differences() {
        return differences;
    }
}
