package io.kuaka.command;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when the database has applied later migrations that the project doesn't have. */
public final class UnknownAppliedException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String WAY_OUT =
            "Run the release that has them; to run an older one beside a newer database, migrate with --on-unknown=warn."
                    + " If they were deleted for good, take them out of the history with 'kuaka migrate APP --prune'.";

    private UnknownAppliedException(List<MigrationKey> unknown, String wayOut) {
        super(fact(unknown) + " Nothing was changed. " + wayOut);
    }

    /** Returns the fact and the way out, for somebody who only looks. */
    static String words(List<MigrationKey> unknown) {
        return fact(unknown) + " " + WAY_OUT;
    }

    /** They weren't accepted with {@code --on-unknown}. */
    static UnknownAppliedException atStart(List<MigrationKey> unknown) {
        return new UnknownAppliedException(unknown, WAY_OUT);
    }

    /** Migrations that they may depend on can't be unapplied first. */
    static UnknownAppliedException above(List<MigrationKey> unknown, MigrationKey wanted) {
        return new UnknownAppliedException(
                unknown,
                "They may need what unapplying " + wanted
                        + " removes. Unapply them first, with the release that has"
                        + " them, or migrate with --fake.");
    }

    private static String fact(List<MigrationKey> unknown) {
        return "The database is ahead of this project, which doesn't have "
                + unknown.stream().map(MigrationKey::toString).collect(Collectors.joining(", ")) + ".";
    }
}
