package io.kuaka.schema;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when a database can't make a change, or not without losing data, before anything is changed. */
public final class UnsupportedChangeException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param what the change, as in {@code Column "price" of table "book" can't become generated}
     * @param wayOut what to do instead, as a sentence
     */
    public UnsupportedChangeException(String database, String what, String wayOut) {
        super(what + " on " + database + ". " + wayOut);
    }
}
