package io.kuaka.tooling;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.List;
import java.util.Optional;

/** Thrown when a file contains an unknown setting of Kuaka. Commands end with exit code 2. */
public final class UnknownSettingException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnknownSettingException(String name, String file, int line, Optional<String> nearest, List<String> known) {
        super(file + ", line " + line + ": There is no setting \"" + name + "\"."
                + nearest.map(near -> " Did you mean \"" + near + "\"?")
                        .orElse(" Known settings: \"" + String.join("\", \"", known) + "\"."));
    }
}
