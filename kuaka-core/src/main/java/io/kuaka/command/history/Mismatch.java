package io.kuaka.command.history;

import io.kuaka.migration.MigrationKey;
import java.util.List;

/** Something that the history of a database says otherwise than the migrations of the project. */
public sealed interface Mismatch {
    /** Returns the migration, as the project calls it, or as the history does if the project doesn't have it. */
    MigrationKey migration();

    /** Returns the migration as the history calls it. */
    default MigrationKey recorded() {
        return migration();
    }

    /** Returns what is wrong, as a sentence. */
    String sentence();

    /** Returns whether the project merely lacks the migration. */
    default boolean isAbsence() {
        return false;
    }

    /** Returns what differs, a line for each; mostly empty. */
    List<String> details();

    /** Returns how to get out of it, as sentences. */
    String wayOut();

    /** Returns all that is to be said about it. */
    default String text() {
        String lines = details().isEmpty() ? " " : "\n    " + String.join("\n    ", details()) + "\n  ";
        return sentence() + lines + wayOut();
    }

    /**
     * An applied migration has other operations than when it was applied.
     *
     * @param applied when it was
     * @param details the operations of then and now that differ
     */
    record Edited(MigrationKey migration, String applied, List<String> details) implements Mismatch {
        public Edited {
            details = List.copyOf(details);
        }

        @Override
        public String sentence() {
            return migration + " was edited after this database had got it (applied at " + applied + ")"
                    + (details.isEmpty() ? "." : ":");
        }

        @Override
        public String wayOut() {
            return "Undo the edit, and make the change in a new migration. If the edit changes nothing for this database,"
                    + " record it with 'kuaka migrate --accept-changes=" + migration + "'.";
        }
    }

    /**
     * An applied migration has another name now.
     *
     * @param migration its name in the project
     * @param recorded its name in the history
     */
    record Renamed(MigrationKey migration, MigrationKey recorded) implements Mismatch {
        @Override
        public String sentence() {
            return migration + " was applied to this database under the name " + recorded + ".";
        }

        @Override
        public List<String> details() {
            return List.of();
        }

        @Override
        public String wayOut() {
            return "Give the class its old name again, or record the new one in this database with 'kuaka migrate"
                    + " --accept-changes=" + migration + "'. For many databases, put @Replaces(\"" + recorded
                    + "\") on the class.";
        }
    }

    /**
     * An applied migration isn't there any more, and nothing stands for it.
     *
     * @param applied when it was applied
     */
    record Deleted(MigrationKey migration, String applied) implements Mismatch {
        @Override
        public boolean isAbsence() {
            return true;
        }

        @Override
        public String sentence() {
            return "The project no longer has " + migration + ", but this database does (applied at " + applied + ").";
        }

        @Override
        public List<String> details() {
            return List.of();
        }

        @Override
        public String wayOut() {
            return "Restore its file. If it was deleted on purpose and left nothing in the database, take it out of the"
                    + " history with 'kuaka migrate " + migration.app() + " --prune'.";
        }
    }
}
