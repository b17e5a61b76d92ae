package io.kuaka.command.project;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to one database; a command closes those that it opens. */
@FunctionalInterface
public interface ConnectionSource {
    /** Opens a connection. */
    Connection open() throws SQLException;
}
