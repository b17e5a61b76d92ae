package io.kuaka.schema;

import io.kuaka.schema.session.Blocker;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What can be found out about the sessions of a database, so nobody waits for a run that has ended.
 *
 * <p>Each answer is about the current moment. {@link Presence#GONE} is returned only if it is certain.
 */
public interface Sessions {
    /** The state of a session. */
    enum Presence {
        /** It has ended, and nothing that it started is still running. */
        GONE,
        /** It is executing a statement. */
        WORKING,
        /** It exists and is idle, or nothing is known about it. */
        UNKNOWN
    }

    /** Returns the sessions of a database that can't be asked about them. */
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

    /** Returns the identity by which others can ask about the session of a connection; empty if they can't. */
    String identity(Connection connection) throws SQLException;

    /** Returns the state of the session {@code identity}. */
    Presence presence(Connection connection, String identity) throws SQLException;

    /** Returns the sessions that the session {@code identity} is waiting for; asked on the connection of another one. */
    default List<Blocker> blockers(Connection connection, String identity) throws SQLException {
        return List.of();
    }
}
