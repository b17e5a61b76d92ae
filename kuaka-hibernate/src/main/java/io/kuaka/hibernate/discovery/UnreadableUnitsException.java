package io.kuaka.hibernate.discovery;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when a {@code persistence.xml} isn't well-formed XML. */
public final class UnreadableUnitsException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableUnitsException(String file, int line, String problem) {
        super(file + ", line " + line + ": " + sentence(problem) + " Fix the XML.");
    }

    private static String sentence(String problem) {
        return problem.endsWith(".") ? problem : problem + ".";
    }
}
