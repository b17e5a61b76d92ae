package io.kuaka.command.squash;

import io.kuaka.base.MigrationException;
import io.kuaka.command.project.NoConnectionException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Thrown when a squash can't be finished, or not yet. Nothing is changed. */
public final class UnfinishedSquashException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private UnfinishedSquashException(String message) {
        super(message);
    }

    private UnfinishedSquashException(String message, Throwable cause) {
        super(message, cause);
    }

    static UnfinishedSquashException unrecorded(String database, List<MigrationKey> missing) {
        return new UnfinishedSquashException("The history on " + database + " doesn't contain " + names(missing)
                + " yet. Run 'kuaka migrate' there first, with the squash and the old migrations in place.");
    }

    static UnfinishedSquashException unreachable(String database, NoConnectionException cause) {
        return new UnfinishedSquashException(
                "The state of the database on " + database + " is unknown: " + cause.getMessage(), cause);
    }

    static UnfinishedSquashException noSquash(String app, @Nullable String name, List<MigrationKey> ofApp) {
        String which =
                name == null ? "no squash to finish" : "no single squash whose name starts with \"" + name + "\"";
        return new UnfinishedSquashException("App \"" + app + "\" has " + which + ". "
                + (ofApp.isEmpty() ? "None of its migrations has @Replaces." : "Its squashes: " + names(ofApp) + "."));
    }

    static UnfinishedSquashException missing(MigrationKey squash, List<MigrationKey> missing) {
        return new UnfinishedSquashException(squash + " can't be finished yet: " + names(missing)
                + (missing.size() == 1 ? " is" : " are")
                + " pending in this database. First run 'kuaka migrate' here and on"
                + " every other database.");
    }

    static UnfinishedSquashException noSource(MigrationKey key, Path file) {
        return new UnfinishedSquashException(key + " refers to migrations that --finish removes, but its source"
                + " isn't at "
                + file + ". Finish the squash in the project that has the source.");
    }

    static UnfinishedSquashException unreadable(MigrationKey key, Path file) {
        return new UnfinishedSquashException(key + " refers to migrations that --finish removes, but not as string"
                + " literals"
                + " in its annotations. Write the names as literals in " + file + ".");
    }

    static UnfinishedSquashException needsRows(List<MigrationKey> squashes) {
        return new UnfinishedSquashException("The history can't be pruned: " + names(squashes)
                + " has @Replaces and still needs these rows. Finish it first with 'kuaka squashmigrations "
                + squashes.get(0).app() + " --finish'.");
    }

    private static String names(List<MigrationKey> keys) {
        return keys.stream().map(MigrationKey::toString).collect(Collectors.joining(", "));
    }
}
