package io.kuaka.tooling;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when Kuaka is told to use a profile that no settings are for: the database would be another one than meant. */
public final class UnknownProfileException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnknownProfileException(String profile) {
        super(
                "No settings are for the profile \"" + profile + "\": there is no application-" + profile
                        + ".properties, .yml or .yaml, and no document, group or name such as \"%" + profile
                        + ".quarkus.datasource.jdbc.url\". Correct --profile, KUAKA_PROFILE or \"profile\" in kuaka.properties.");
    }
}
