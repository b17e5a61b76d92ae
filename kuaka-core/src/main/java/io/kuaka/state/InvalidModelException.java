package io.kuaka.state;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Thrown when a model, a field or a type is defined in a way that no database supports. */
public final class InvalidModelException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String problem;

    /** Makes the exception with the problem as a sentence. */
    public InvalidModelException(String problem) {
        this(problem, null);
    }

    private InvalidModelException(String problem, @Nullable String place) {
        super(place == null ? problem : place + ": " + problem);
        this.problem = problem;
    }

    @Override
    public MigrationException at(String place) {
        return new InvalidModelException(problem, place);
    }
}
