package io.kuaka.graph.squash;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Thrown when the named migrations can't be squashed. */
public final class UnsuitableRangeException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private UnsuitableRangeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    private UnsuitableRangeException(String message) {
        this(message, null);
    }

    static UnsuitableRangeException wrongOrder(MigrationKey start, MigrationKey end) {
        return new UnsuitableRangeException(end + " doesn't depend on " + start
                + ", so there is no range between them. See 'kuaka showmigrations " + start.app() + " --plan'.");
    }

    static UnsuitableRangeException single(MigrationKey key) {
        return new UnsuitableRangeException("There is nothing to squash but " + key
                + " itself. Name a later end, or use 'kuaka optimizemigration'.");
    }

    static UnsuitableRangeException inseparable(List<MigrationKey> members) {
        return new UnsuitableRangeException("Nothing can be squashed from " + members.get(0) + " to "
                + members.get(members.size() - 1)
                + ": migrations of other apps must run between any two of them. Squash the other apps first, or"
                + " choose another range.");
    }

    static UnsuitableRangeException spoils(MigrationException cause) {
        return new UnsuitableRangeException(
                "On new databases the whole squash would run before a migration that needs only part of it and fails"
                        + " then: " + cause.getMessage()
                        + " Squash up to the part that it needs, and the rest separately.",
                cause);
    }

    static UnsuitableRangeException replaced(MigrationKey key, List<MigrationKey> instead) {
        return new UnsuitableRangeException(key + " is already squashed. Name its squash instead: "
                + instead.stream().map(MigrationKey::toString).collect(Collectors.joining(", ")) + ".");
    }

    static UnsuitableRangeException taken(MigrationKey key) {
        return new UnsuitableRangeException(
                "Migration " + key + " already exists. Choose another name with --squashed-name.");
    }
}
