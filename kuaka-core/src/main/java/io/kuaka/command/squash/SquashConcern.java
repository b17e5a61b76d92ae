package io.kuaka.command.squash;

import io.kuaka.migration.MigrationKey;
import java.util.List;

/** A concern about a squash, in the project or in one of its databases. */
public sealed interface SquashConcern {
    /** Returns it as a sentence, with the way out. */
    String describe();

    /** The squash wouldn't be shorter than what it replaces. */
    record NothingGained(int operations) implements SquashConcern {
        @Override
        public String describe() {
            return "The squash has as many operations as the migrations that it replaces; it would only reduce the"
                    + " number of files.";
        }
    }

    /** The app has several leaf migrations. */
    record SeveralLeaves(List<MigrationKey> leaves) implements SquashConcern {
        public SeveralLeaves {
            leaves = List.copyOf(leaves);
        }

        @Override
        public String describe() {
            return "The app has conflicting leaf migrations: " + names(leaves)
                    + ". Merge them first with 'kuaka makemigrations --merge'.";
        }
    }

    /** One of the migrations is a squash that isn't finished. */
    record UnfinishedSquash(MigrationKey squash, int replaced) implements SquashConcern {
        @Override
        public String describe() {
            return squash + " is itself a squash that still has the " + replaced
                    + " migrations that it replaces. Finish it first if every database has it, with 'kuaka squashmigrations "
                    + squash.app() + " " + squash.name() + " --finish'.";
        }
    }

    /** A database couldn't be reached. */
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
            return "On " + database + ": only some of the migrations are applied, so it continues with the old ones;"
                    + " they must stay until all are applied. Run 'kuaka migrate' there first. Pending: "
                    + names(missing)
                    + ".";
        }
    }

    /** Migrations were interrupted in a database. */
    record InterruptedMigrations(String database, List<MigrationKey> migrations) implements SquashConcern {
        public InterruptedMigrations {
            migrations = List.copyOf(migrations);
        }

        @Override
        public String describe() {
            return "On " + database + ": these migrations are interrupted: " + names(migrations)
                    + ". Run 'kuaka migrate' first.";
        }
    }

    /** The history of a database has migrations that the project doesn't have. */
    record UnknownMigrations(String database, List<MigrationKey> migrations) implements SquashConcern {
        public UnknownMigrations {
            migrations = List.copyOf(migrations);
        }

        @Override
        public String describe() {
            return "On " + database + ": its history has migrations that the project doesn't have, perhaps from"
                    + " another branch: "
                    + names(migrations) + ".";
        }
    }

    private static String names(List<MigrationKey> keys) {
        return String.join(", ", keys.stream().map(MigrationKey::toString).toList());
    }
}
