package io.kuaka.recorder;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.Locale;

/** Thrown when something that isn't a table has the name of one of Kuaka's own tables. */
public final class OccupiedNameException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    OccupiedNameException(String name, String type) {
        super("\"" + name + "\" is a " + type.toLowerCase(Locale.ROOT)
                + " in this database, and Kuaka keeps a table of its own under that name. Rename or drop the "
                + type.toLowerCase(Locale.ROOT) + ", or connect to the database that has the table itself.");
    }
}
