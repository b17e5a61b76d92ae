package io.kuaka.hibernate.draft;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.List;

/**
 * Thrown when entities have mappings that a project state can't express. Nothing is read then, because a part would be
 * lost.
 */
public final class UnsupportedMappingException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    UnsupportedMappingException(List<String> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns the problems, each with its place and the way out. */
    public List<String> problems() {
        return problems;
    }

    private static String message(List<String> problems) {
        return problems.size() == 1
                ? "A mapping can't be read. " + problems.get(0)
                : problems.size() + " mappings can't be read:\n- " + String.join("\n- ", problems);
    }
}
