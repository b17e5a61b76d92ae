package io.kuaka.tooling;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.SortedSet;

/** Thrown when a command needs a database and none is configured. */
public final class MissingDatabaseException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Makes the exception, with the profiles that are not active and name a database. */
    MissingDatabaseException(SortedSet<String> profiles) {
        super("No database is configured. " + ofProfiles(profiles)
                + " --url=jdbc:…, KUAKA_URL in the environment, \"url\" in kuaka.properties,"
                + " spring.datasource.url or quarkus.datasource.jdbc.url in application.properties or application.yml, or"
                + " jakarta.persistence.jdbc.url in persistence.xml.");
    }

    private static String ofProfiles(SortedSet<String> profiles) {
        return profiles.isEmpty()
                ? "Set"
                : "The application has one only for the profile \"" + String.join("\" or \"", profiles)
                        + "\", which isn't active: choose it with --profile, or set";
    }
}
