package io.kuaka.schema;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.List;

/** No dialect is at hand for a database. */
public final class UnknownDatabaseException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnknownDatabaseException(String wanted, List<String> known) {
        super("There is no dialect for \"" + wanted + "\". Known databases: " + String.join(", ", known)
                + "; an address names one as in jdbc:sqlite:shop.db.");
    }
}
