package io.kuaka.schema;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What can be found out about the sessions of a database, so that nobody waits for a run that has ended.
 *
 * <p>Each answer is about the present moment. {@link Presence#GONE} is said only where it is certain.
 */
public interface Sessions {
    /** What became of a session. */
    enum Presence {
        /** It has ended, and nothing that it began is still running. */
        GONE,
        /** It is executing a statement. */
        WORKING,
        /** It is there and idle, or nothing is known of it. */
        UNKNOWN
    }

    /** Returns the sessions of a database that says nothing about them. */
    static Sessions unknown() {
        return new Sessions() {
            @Override
            public String identity(Connection connection) {
                return "";
            }

            @Override
            public Presence presence(Connection connection, String identity) {
                return Presence.UNKNOWN;
            }
        };
    }

    /** Returns what others can ask about the session of a connection; empty where they can't. */
    String identity(Connection connection) throws SQLException;

    /** Returns what became of the session that calls itself {@code identity}. */
    Presence presence(Connection connection, String identity) throws SQLException;
}
