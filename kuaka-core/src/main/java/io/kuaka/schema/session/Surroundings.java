package io.kuaka.schema.session;

import io.kuaka.schema.statement.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a connection leads, as far as it isn't simply the one server of a database.
 *
 * @param refusal why nothing can be migrated there, as sentences with the way out; empty if it can
 * @param notes what is to be known beside, a sentence or more for each
 * @param isPooled whether statements may come to different sessions, so settings must end with their transaction
 * @param entering the settings with which the history is read correctly
 * @param leaving the settings that undo these
 */
public record Surroundings(
        String refusal, List<String> notes, boolean isPooled, List<Sql> entering, List<Sql> leaving) {
    private static final Surroundings PLAIN = new Surroundings("", List.of(), false, List.of(), List.of());

    public Surroundings {
        notes = List.copyOf(notes);
        entering = List.copyOf(entering);
        leaving = List.copyOf(leaving);
    }

    /** Returns those of a server that has no others around it. */
    public static Surroundings plain() {
        return PLAIN;
    }

    /** Returns those of which only the driver says something. */
    public static Surroundings of(Connection connection) throws SQLException {
        return connection.isReadOnly()
                ? refusing("This connection is read-only, so nothing can be migrated on it. Use one that may write.")
                : PLAIN;
    }

    /** Returns these with something else to be known, unless it is empty. */
    public Surroundings with(String note) {
        List<String> all = new ArrayList<>(notes);
        if (!note.isEmpty()) {
            all.add(note);
        }
        return new Surroundings(refusal, all, isPooled, entering, leaving);
    }

    /** Returns those in which nothing can be migrated. */
    public static Surroundings refusing(String reason) {
        return new Surroundings(reason, List.of(), false, List.of(), List.of());
    }
}
