package io.kuaka.recorder;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when the history is to have a table or a schema that the database can't have, or doesn't have. */
public final class UnsuitableOwnNameException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private UnsuitableOwnNameException(String text) {
        super(text);
    }

    static UnsuitableOwnNameException table(String name) {
        return new UnsuitableOwnNameException("The history can't have the table \"" + name
                + "\". Name one in the setting \"table\" with lower-case letters, digits and underscores, at most 51, as in"
                + " shop_migrations.");
    }

    static UnsuitableOwnNameException schema(String name) {
        return new UnsuitableOwnNameException("The history can't be in the schema \"" + name
                + "\". Name one in the setting \"schema\" with letters, digits and underscores, at most 63.");
    }

    static UnsuitableOwnNameException noSchemas(String schema, String dialect) {
        return new UnsuitableOwnNameException(
                "The history can't be in the schema \"" + schema + "\": " + dialect
                        + " has no schemas within a database. Remove the setting \"schema\"; a table of its own is possible with \"table\".");
    }

    static UnsuitableOwnNameException missing(String schema) {
        return new UnsuitableOwnNameException("The history is to be in the schema \"" + schema
                + "\", which this database doesn't have. Create it, or change the setting \"schema\".");
    }
}
