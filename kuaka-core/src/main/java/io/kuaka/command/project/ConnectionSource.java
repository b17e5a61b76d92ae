package io.kuaka.command.project;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to one database; a command closes each that it got. */
@FunctionalInterface
public interface ConnectionSource {
    /** Opens a connection. */
    Connection open() throws SQLException;
}
