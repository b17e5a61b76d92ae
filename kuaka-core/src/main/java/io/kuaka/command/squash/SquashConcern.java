package io.kuaka.command.squash;

import io.kuaka.migration.MigrationKey;
import java.util.List;

/** What speaks against a squash, in the project or in one of its databases. */
public sealed interface SquashConcern {
    /** Returns it as a sentence, with the way out. */
    String describe();

    /** The squash wouldn't be shorter than what it replaces. */
    record NothingGained(int operations) implements SquashConcern {
        @Override
        public String describe() {
            return "The squash has as many operations as what it replaces: there would be fewer files, and nothing else.";
        }
    }

    /** The history of the app has several ends. */
    record SeveralLeaves(List<MigrationKey> leaves) implements SquashConcern {
        public SeveralLeaves {
            leaves = List.copyOf(leaves);
        }

        @Override
        public String describe() {
            return "The history of the app has several ends: " + names(leaves)
                    + ". Join them first, by makemigrations --merge.";
        }
    }

    /** One of the migrations is a squash that isn't finished; it replaces so many. */
    record UnfinishedSquash(MigrationKey squash, int replaced) implements SquashConcern {
        @Override
        public String describe() {
            return squash + " is a squash itself, and still has the " + replaced
                    + " migrations that it replaces. Finish it first where every database has it: squashmigrations "
                    + squash.app() + " " + squash.name() + " --finish.";
        }
    }

    /** A database couldn't be asked. */
    record Unreachable(String database, String reason) implements SquashConcern {
        @Override
        public String describe() {
            return "On " + database + ": " + reason;
        }
    }

    /** A database has some of the migrations, but not all. */
    record PartlyApplied(String database, List<MigrationKey> missing) implements SquashConcern {
        public PartlyApplied {
            missing = List.copyOf(missing);
        }

        @Override
        public String describe() {
            return "On " + database + ": it is in the middle of the stretch and goes on with the old migrations, which"
                    + " have to stay until it has them all. Run migrate on it first. Missing: " + names(missing) + ".";
        }
    }

    /** Migrations were broken off in a database. */
    record BrokenOff(String database, List<MigrationKey> migrations) implements SquashConcern {
        public BrokenOff {
            migrations = List.copyOf(migrations);
        }

        @Override
        public String describe() {
            return "On " + database + ": it has begun these and not ended them: " + names(migrations)
                    + ". Run migrate first.";
        }
    }

    /** A database has migrations that the project doesn't know. */
    record UnknownMigrations(String database, List<MigrationKey> migrations) implements SquashConcern {
        public UnknownMigrations {
            migrations = List.copyOf(migrations);
        }

        @Override
        public String describe() {
            return "On " + database + ": it has migrations that the project doesn't know, from another branch perhaps: "
                    + names(migrations) + ".";
        }
    }

    private static String names(List<MigrationKey> keys) {
        return String.join(", ", keys.stream().map(MigrationKey::toString).toList());
    }
}
