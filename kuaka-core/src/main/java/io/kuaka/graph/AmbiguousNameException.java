package io.kuaka.graph;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when the given start of a name fits several migrations. */
public final class AmbiguousNameException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<MigrationKey> candidates;

    public AmbiguousNameException(String app, String prefix, List<MigrationKey> candidates) {
        super("App \"" + app + "\" has more than one migration whose name starts with \"" + prefix + "\": "
                + candidates.stream().map(MigrationKey::name).collect(Collectors.joining(", "))
                + ". Use a longer prefix.");
        this.candidates = List.copyOf(candidates);
    }

    /** Returns the migrations that fit, in the order of their names. */
    public List<MigrationKey> candidates() {
        return candidates;
    }
}
