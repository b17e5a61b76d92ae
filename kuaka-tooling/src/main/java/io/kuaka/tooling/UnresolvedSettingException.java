package io.kuaka.tooling;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when a setting refers to another one, or to an environment variable, without a value. */
public final class UnresolvedSettingException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private UnresolvedSettingException(String message) {
        super(message);
    }

    static UnresolvedSettingException missing(String setting, String name) {
        return new UnresolvedSettingException("The setting \"" + setting + "\" refers to \"" + name
                + "\", which is neither a setting nor an environment variable. Set it, or override the"
                + " setting with an option, an environment variable such as KUAKA_URL, or kuaka.properties.");
    }

    static UnresolvedSettingException circular(String setting, String name) {
        return new UnresolvedSettingException("The setting \"" + setting + "\" refers to \"" + name
                + "\", which refers back to it. Replace one of the placeholders with a value.");
    }
}
