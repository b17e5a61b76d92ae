package io.kuaka.hibernate;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Hibernate itself can't make sense of the entities. */
public final class UnreadableModelException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableModelException(RuntimeException cause) {
        super(
                "Hibernate can't read the entities: " + cause.getMessage()
                        + ". Correct the mapping that it names; no database is involved.",
                cause);
    }
}
