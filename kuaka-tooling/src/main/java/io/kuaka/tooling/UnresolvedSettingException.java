package io.kuaka.tooling;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** A setting names another one, or a variable of the environment, that has no value. */
public final class UnresolvedSettingException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private UnresolvedSettingException(String message) {
        super(message);
    }

    static UnresolvedSettingException missing(String setting, String name) {
        return new UnresolvedSettingException("The setting \"" + setting + "\" needs \"" + name
                + "\", which is neither a setting nor a variable of the environment. Set it, or give the value to Kuaka"
                + " itself: by an option, KUAKA_URL and the like, or kuaka.properties.");
    }

    static UnresolvedSettingException circular(String setting, String name) {
        return new UnresolvedSettingException("The setting \"" + setting + "\" needs \"" + name
                + "\", which needs itself. Replace one of the placeholders by a value.");
    }
}
