package io.kuaka.recorder;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.Locale;

/** Thrown when something else has the name of one of Kuaka's own tables. */
public final class OccupiedNameException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private OccupiedNameException(String text) {
        super(text);
    }

    static OccupiedNameException noTable(String name, String type) {
        String what = type.toLowerCase(Locale.ROOT);
        return new OccupiedNameException("\"" + name + "\" is a " + what
                + " in this database, and Kuaka keeps a table of its own under that name. Rename or drop the " + what
                + ", or connect to the database that has the table itself, or give the history another table in the setting"
                + " \"table\".");
    }

    static OccupiedNameException otherTable(String name) {
        return new OccupiedNameException("The table \"" + name
                + "\" isn't a history of Kuaka: it lacks the columns app, name and applied. Rename it, or give the history"
                + " another table in the setting \"table\".");
    }
}
