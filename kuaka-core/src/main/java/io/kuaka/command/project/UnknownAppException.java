package io.kuaka.command.project;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.Collection;
import java.util.stream.Collectors;

/** Thrown when there is no app with a label. Commands end with exit code 2. */
public final class UnknownAppException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String label;

    UnknownAppException(String label, Collection<String> known) {
        super("There is no app \"" + label + "\". "
                + (known.isEmpty()
                        ? "The project has no apps: no entities or migrations were found."
                        : "Apps: "
                                + known.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(", "))
                                + "."));
        this.label = label;
    }

    /** Returns the label that was asked for. */
    public String label() {
        return label;
    }
}
