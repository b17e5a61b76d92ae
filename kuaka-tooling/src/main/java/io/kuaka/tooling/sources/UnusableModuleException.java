package io.kuaka.tooling.sources;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.nio.file.Path;

/** Thrown when a migration is to be written into a module that can't compile it. */
public final class UnusableModuleException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnusableModuleException(String message) {
        super(message);
    }

    /** Returns the message about a module of Maven. */
    public static String ofMaven(String module, Path pom) {
        return words(module, "in scope compile", pom);
    }

    /** Returns the message about a project of Gradle. */
    static String ofGradle(Path buildFile) {
        return words(
                String.valueOf(buildFile.resolveSibling(".").normalize().getFileName()),
                "as implementation",
                buildFile);
    }

    private static String words(String module, String how, Path buildFile) {
        return "\"" + module + "\" doesn't depend on io.kuaka:kuaka-core " + how + ", which migrations need. Add it to "
                + StartFolder.current().name(buildFile) + ".";
    }
}
