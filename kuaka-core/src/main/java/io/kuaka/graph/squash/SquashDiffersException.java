package io.kuaka.graph.squash;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;
import java.util.List;

/** Thrown when a squash would give different models than the migrations that it replaces. */
public final class SquashDiffersException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> differences;

    SquashDiffersException(MigrationKey squash, List<String> differences) {
        super("The squash " + squash + " would give different models than the migrations that it replaces: "
                + String.join(", ", differences)
                + ". The likely cause is an operation of your own that reduces wrongly; --no-optimize keeps all"
                + " operations as they are. Nothing was written.");
        this.differences = List.copyOf(differences);
    }

    /** Returns the models and sequences that differ, in quotes. */
    public List<String> differences() {
        return differences;
    }
}
