package io.kuaka.tooling;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.List;
import java.util.Optional;

/** Thrown when a file or a variable is an unknown setting of Kuaka. Commands end with exit code 2. */
public final class UnknownSettingException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnknownSettingException(String name, String file, int line, Optional<String> nearest, List<String> known) {
        super(file + ", line " + line + ": There is no setting \"" + name + "\"."
                + nearest.map(near -> " Did you mean \"" + near + "\"?")
                        .orElse(" Known settings: \"" + String.join("\", \"", known) + "\"."));
    }

    UnknownSettingException(UsedSetting misspelled, String meant) {
        super(misspelled.origin() + " in the environment is no setting of Kuaka: did you mean " + meant
                + "? Rename the variable, or remove it.");
    }
}
