package io.kuaka.command.project;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Two packages with entities would be apps of the same label. */
public final class AmbiguousLabelException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    AmbiguousLabelException(String label, String one, String other) {
        super("Packages \"" + one + "\" and \"" + other + "\" both have the app label \"" + label
                + "\". Put @App(\"…\") with another label on the package-info.java of one of them.");
    }
}
