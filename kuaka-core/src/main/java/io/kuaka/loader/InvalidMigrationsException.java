package io.kuaka.loader;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.List;

/** Thrown when the classes of a project aren't a valid set of apps and migrations. */
public final class InvalidMigrationsException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidMigrationsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns all problems, a sentence or two each. */
    public List<String> problems() {
        return problems;
    }
}
