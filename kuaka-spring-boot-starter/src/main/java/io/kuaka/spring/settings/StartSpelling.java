package io.kuaka.spring.settings;

import io.kuaka.command.call.Call;
import io.kuaka.command.call.Spelling;
import java.util.Set;

/**
 * How messages of a start spell what is typed: commands as goals of the Maven plugin, or for the launcher if Gradle has built
 * the application, and options as properties of the application where it has them.
 */
public final class StartSpelling {
    /** Those of {@link KuakaProperties}; asking it would take reflection, which a native image has to be told about. */
    static final Set<String> PROPERTIES = Set.of(
            "enabled",
            "url",
            "user",
            "password",
            "schema",
            "table",
            "lock-wait",
            "on-unknown",
            "target",
            "mode",
            "check-models",
            "shared-tables",
            "unmanaged-tables");

    private static final StartSpelling OF_THIS_APPLICATION =
            of(BuildOfApplication.isGradle(System.getProperty("java.class.path", "")));

    private final Spelling spelling;

    private StartSpelling(Spelling spelling) {
        this.spelling = spelling;
    }

    /** Returns the spelling for an application that Gradle has built, or Maven. */
    static StartSpelling of(boolean isGradle) {
        return new StartSpelling(Spelling.of(
                isGradle ? Call::launched : Spelling::goal, option -> property(option, isGradle ? "--" : "-Dkuaka.")));
    }

    /** Returns a message as it is read at start. */
    public static String in(String message) {
        return OF_THIS_APPLICATION.spelled(message);
    }

    String spelled(String message) {
        return spelling.in(message);
    }

    private static String property(Call.Option option, String otherwise) {
        return option.after(PROPERTIES.contains(option.name()) ? "kuaka." : otherwise);
    }
}
