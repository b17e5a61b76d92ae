package io.kuaka.hibernate.boot;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Hibernate itself can't make sense of the entities. */
public final class UnreadableModelException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    public UnreadableModelException(RuntimeException cause) {
        super(
                "Hibernate can't read the entities: " + cause.getMessage()
                        + ". Correct the mapping that it names; no database is involved.",
                cause);
    }

    /** A class is missing, or isn't the one that this was compiled with. */
    public UnreadableModelException(LinkageError cause) {
        super(
                "Hibernate can't be used to read the entities: " + cause
                        + ". Kuaka needs Hibernate 7 on the class path of the project, and all that the entities use.",
                cause);
    }
}
