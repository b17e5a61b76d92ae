package io.kuaka.schema.statement;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a statement says when it runs, if it defines something anew that may have more in the database than the migrations
 * know: it repeats what they don't know, which would be lost otherwise.
 *
 * <p>Without a database, a statement says what the migrations know. Law: where a database has nothing else, both are the
 * same.
 */
@FunctionalInterface
public interface Completion {
    /** Returns the SQL, with all that the database has at this moment and the migrations don't know. */
    String on(Connection connection) throws SQLException;
}
