package io.kuaka.tooling.sources;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when the folders of the sources can't be those that were named. */
public final class UnusableSourcesException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnusableSourcesException(String value, String reason) {
        super("Can't use --sources " + value + ": " + reason
                + ". Give --sources FOLDER, or --sources=CLASSES=FOLDER for each"
                + " folder of classes that has sources of its own.");
    }
}
