package io.kuaka.command.project;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.sql.SQLException;
import java.util.Set;

/** Thrown when the database refuses something outside migrations, such as reading its history. */
public final class DatabaseFailedException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** PostgreSQL's page "PostgreSQL Error Codes": insufficient_privilege. */
    private static final String FORBIDDEN = "42501";

    /** MySQL's page "Server Error Message Reference": access to a schema, table, column, routine or statement is denied. */
    private static final Set<Integer> FORBIDDEN_ON_MYSQL = Set.of(1044, 1142, 1143, 1227, 1370);

    public DatabaseFailedException(SQLException cause) {
        super("The database reported an error: " + cause.getMessage() + wayOut(cause), cause);
    }

    private static String wayOut(SQLException cause) {
        boolean isForbidden =
                FORBIDDEN.equals(cause.getSQLState()) || FORBIDDEN_ON_MYSQL.contains(cause.getErrorCode());
        return isForbidden
                ? ". The user of the connection lacks a privilege. Even commands that change no table may create some: those of"
                        + " the history, and empty ones named \"kuaka_scratch_…\" that are compared with and dropped again."
                        + " 'kuaka doctor' lists what the user needs; grant it, or connect as another user."
                : "";
    }
}
