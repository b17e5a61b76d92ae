package io.kuaka.command.trial;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.List;

/** Thrown when there is no database in which migrations can be tried. */
public final class NoThrowAwayDatabaseException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private NoThrowAwayDatabaseException(String message) {
        super(message);
    }

    static NoThrowAwayDatabaseException noDriver() {
        return new NoThrowAwayDatabaseException("Migrations are tried in a database of their own, and that needs"
                + " the driver of H2 or SQLite on the class path, or an empty database: --verify-url.");
    }

    static NoThrowAwayDatabaseException notEmpty(List<String> tables) {
        return new NoThrowAwayDatabaseException("The database for --verify-url isn't empty. It has "
                + (tables.isEmpty() ? "a history of migrations" : "tables: " + String.join(", ", tables))
                + ". Name an empty one. Nothing was changed.");
    }

    static NoThrowAwayDatabaseException withoutSchemas(String dialect) {
        return new NoThrowAwayDatabaseException("A database of " + dialect
                + " can't be made clean again afterwards. Leave out --verify-url: migrations are then tried"
                + " in memory.");
    }
}
