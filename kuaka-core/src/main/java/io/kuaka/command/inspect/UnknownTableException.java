package io.kuaka.command.inspect;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.Collection;
import java.util.List;

/** Thrown when a table is asked for that the database doesn't have. */
public final class UnknownTableException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String table;
    private final List<String> known;

    UnknownTableException(String table, Collection<String> known) {
        super("The database has no table \"" + table + "\""
                + (known.isEmpty()
                        ? ", and no other one. Name its schema with --schema if it is in another one. Views aren't read."
                        : ". Known tables: " + String.join(", ", known)
                                + ". Name its schema with --schema if it is in another one. Views aren't read."));
        this.table = table;
        this.known = List.copyOf(known);
    }

    /** Returns the name that was asked for. */
    public String table() {
        return table;
    }

    /** Returns the tables that there are. */
    public List<String> known() {
        return known;
    }
}
