package io.kuaka.command.project;

import io.kuaka.base.MigrationException;
import io.kuaka.loader.MigrationApp;
import java.io.Serial;

/** A migration is to be written for an app whose sources aren't here. */
public final class AppWithoutSourcesException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    AppWithoutSourcesException(MigrationApp app) {
        super("No migration can be written for the app \"" + app.label() + "\": "
                + app.origin()
                        .map(origin -> "it comes from " + origin + ", which is no folder target/classes of a project")
                        .orElse("no folder of classes has its package \"" + app.packageName() + "\"")
                + ". Make its migrations in its own project, or name the other apps: makemigrations app…");
    }
}
