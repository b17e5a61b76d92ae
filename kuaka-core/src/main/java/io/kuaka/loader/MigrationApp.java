package io.kuaka.loader;

import java.nio.file.Path;
import java.util.Optional;

/**
 * An app: a package with a history of its own.
 *
 * @param label its name in histories, as in {@code catalog}
 * @param origin the folder or jar in which it was found; empty if it was only named
 */
public record MigrationApp(String label, String packageName, Optional<Path> origin) {
    /** Returns the package of the app's migrations. */
    public String migrationsPackage() {
        return packageName + "." + MigrationLoader.SUBPACKAGE;
    }
}
