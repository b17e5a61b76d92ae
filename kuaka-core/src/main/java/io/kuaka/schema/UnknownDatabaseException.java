package io.kuaka.schema;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.List;

/** Thrown when there is no dialect for a database. */
public final class UnknownDatabaseException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnknownDatabaseException(String wanted, List<String> known) {
        super("There is no dialect for \"" + wanted + "\". Supported databases: " + String.join(", ", known)
                + ", chosen by the JDBC URL, e.g. jdbc:sqlite:shop.db.");
    }
}
