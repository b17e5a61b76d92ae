package io.kuaka.schema;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Java code that works on the database.
 *
 * @param description what stands for the code where only text is wanted
 */
public record JavaCall(String description, Code code) implements Statement {
    /** Works on the migration's connection, within its transaction where there is one. */
    @FunctionalInterface
    public interface Code {
        void run(Connection connection) throws SQLException;
    }
}
