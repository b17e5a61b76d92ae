package io.kuaka.command.project;

import io.kuaka.base.MigrationException;
import io.kuaka.loader.MigrationApp;
import java.io.Serial;

/** Thrown when a migration is to be written for an app without sources in this project. */
public final class AppWithoutSourcesException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    AppWithoutSourcesException(MigrationApp app) {
        super("Can't write migrations for app \"" + app.label() + "\": "
                + app.origin()
                        .map(origin -> "it comes from " + origin
                                + ", whose sources Kuaka doesn't know (it does for the target/classes of"
                                + " Maven and the build/classes of Gradle; --sources names others)")
                        .orElse("no class folder has its package \"" + app.packageName() + "\"")
                + ". Make its migrations in its own project, or name the other apps: 'kuaka makemigrations APP…'.");
    }
}
