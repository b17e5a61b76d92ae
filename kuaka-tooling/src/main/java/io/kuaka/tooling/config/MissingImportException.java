package io.kuaka.tooling.config;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.List;
import java.util.Optional;

/** Thrown when a command needs the database of the application, and a file that may name it isn't there. */
public final class MissingImportException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private MissingImportException(List<String> missing) {
        super("The application's database isn't known, since its settings aren't complete: "
                + String.join(", ", missing)
                + ". Name the database with --url or KUAKA_URL, put \"optional:\" before the import, or set"
                + " SPRING_CONFIG_ON_NOT_FOUND=ignore in the environment.");
    }

    /** Returns the exception; empty if nothing is missing. */
    public static Optional<MigrationException> of(List<String> missing) {
        return missing.isEmpty() ? Optional.empty() : Optional.of(new MissingImportException(missing));
    }
}
