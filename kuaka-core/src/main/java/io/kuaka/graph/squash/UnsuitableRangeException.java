package io.kuaka.graph.squash;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The migrations that were named can't be squashed. */
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
                + ", so that nothing leads from the one to the other. See showmigrations --plan " + start.app() + ".");
    }

    static UnsuitableRangeException single(MigrationKey key) {
        return new UnsuitableRangeException("There is nothing to squash: it would be " + key
                + " alone. Name a later end, or shorten the one by optimizemigration.");
    }

    static UnsuitableRangeException inseparable(List<MigrationKey> members) {
        return new UnsuitableRangeException("Nothing can be squashed from " + members.get(0) + " to "
                + members.get(members.size() - 1)
                + ": between any two of them a migration of another app has to run. Squash the other apps first, or"
                + " another stretch.");
    }

    static UnsuitableRangeException spoils(MigrationException cause) {
        return new UnsuitableRangeException(
                "New databases would get all of the squash before another migration that needs only a part of it, and which"
                        + " doesn't work then: " + cause.getMessage()
                        + " Squash up to what it needs, and the rest separately.",
                cause);
    }

    static UnsuitableRangeException replaced(MigrationKey key, List<MigrationKey> instead) {
        return new UnsuitableRangeException(key + " is squashed already. Name what stands for it: "
                + instead.stream().map(MigrationKey::toString).collect(Collectors.joining(", ")) + ".");
    }

    static UnsuitableRangeException taken(MigrationKey key) {
        return new UnsuitableRangeException(
                "Migration " + key + " exists already. Give the squash another name: --squashed-name.");
    }
}
