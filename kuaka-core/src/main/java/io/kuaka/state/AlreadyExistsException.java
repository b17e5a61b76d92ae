package io.kuaka.state;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Thrown when something is added under a name that is already taken at this point of history. */
public final class AlreadyExistsException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String what;

    AlreadyExistsException(String what) {
        this(what, null);
    }

    private AlreadyExistsException(String what, @Nullable String place) {
        super(what + " already exists" + before(place) + ". Choose another name, or remove it first.");
        this.what = what;
    }

    @Override
    public MigrationException at(String place) {
        return new AlreadyExistsException(what, place);
    }
}
