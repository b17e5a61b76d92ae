package io.kuaka.tooling;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** A setting names another one, or a variable of the environment, that there isn't. */
public final class UnresolvedSettingException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnresolvedSettingException(String setting, String name) {
        super("The setting \"" + setting + "\" needs \"" + name
                + "\", which is neither a setting nor a variable of the environment. Set it, or give the value to Kuaka"
                + " itself: by an option, KUAKA_URL and the like, or kuaka.properties.");
    }
}
