package io.kuaka.tooling;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** A command needs a database, and nobody said which. */
public final class MissingDatabaseException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    MissingDatabaseException() {
        super(
                "Which database? Say it by --url jdbc:…, by KUAKA_URL in the environment, by \"url\" in kuaka.properties, by"
                        + " spring.datasource.url in application.properties, or by jakarta.persistence.jdbc.url in"
                        + " persistence.xml.");
    }
}
