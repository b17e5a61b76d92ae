package io.kuaka.graph;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Thrown when an app has several leaf migrations, for example after two branches of the code were merged. */
public final class ConflictingMigrationsException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient SortedMap<String, List<MigrationKey>> conflicts;

    ConflictingMigrationsException(SortedMap<String, List<MigrationKey>> conflicts) {
        super(words(conflicts));
        this.conflicts = conflicts;
    }

    /** Returns the leaf migrations of each app that has several. */
    public SortedMap<String, List<MigrationKey>> conflicts() {
        return conflicts;
    }

    /** Returns a message with the leaf migrations of each app that has several, and the way out. */
    public static String words(SortedMap<String, List<MigrationKey>> conflicts) {
        return "Conflicting migrations: "
                + conflicts.entrySet().stream()
                        .map(entry -> "app \"" + entry.getKey() + "\" has the leaf migrations "
                                + entry.getValue().stream()
                                        .map(MigrationKey::name)
                                        .collect(Collectors.joining(", ")))
                        .collect(Collectors.joining("; "))
                + ". Merge them with 'kuaka makemigrations --merge'.";
    }
}
