package io.kuaka.command.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What the change sets of a file are for Liquibase beside the history of a database.
 *
 * @param ran how many are in the history
 * @param pending those that Liquibase would run
 * @param changed those that it would run again because they have changed since they ran
 * @param repeated those that it runs each time, and ran as they are
 * @param waiting those that it passes over until their preconditions hold
 */
record ChangeSets(int ran, List<String> pending, List<String> changed, List<String> repeated, List<String> waiting) {
    /** Reads them from a {@code liquibase.Liquibase}. Its connection is only read. */
    static ChangeSets of(Library library, Object liquibase, ChangeLogFile file, Connection connection)
            throws LibraryFailedException, SQLException {
        Object contexts = library.make("liquibase.Contexts", file.contexts());
        Object labels = library.make("liquibase.LabelExpression", file.labels());
        // Without a check of its own tables, which would create or alter them.
        Object statuses = library.call(liquibase, "getChangeSetStatuses", contexts, labels, false);
        Reader reader = new Reader(library, liquibase, connection);
        for (Object status : (Collection<?>) statuses) {
            reader.add(status);
        }
        return new ChangeSets(reader.ran, reader.pending, reader.changed, reader.repeated, reader.waiting);
    }

    private static final class Reader {
        private final Library library;
        private final Object liquibase;
        private final Connection connection;
        private final List<String> pending = new ArrayList<>();
        private final List<String> changed = new ArrayList<>();
        private final List<String> repeated = new ArrayList<>();
        private final List<String> waiting = new ArrayList<>();
        private int ran;

        private Reader(Library library, Object liquibase, Connection connection) {
            this.library = library;
            this.liquibase = liquibase;
            this.connection = connection;
        }

        private void add(Object status) throws LibraryFailedException, SQLException {
            Object set = library.call(status, "getChangeSet");
            boolean hasRun = is(status, "getPreviouslyRan");
            boolean runs = is(status, "getWillRun");
            // Liquibase also lists what is in the history and not in the file.
            boolean isInFile = runs || library.callForAny(set, "getChangeLog") != null;
            if (hasRun && isInFile) {
                ran++;
            }
            if (runs) {
                list(set, status, hasRun).add((String) library.call(set, "toString", false));
            }
        }

        private List<String> list(Object set, Object status, boolean hasRun)
                throws LibraryFailedException, SQLException {
            if (!hasRun) {
                return isPassedOver(set) ? waiting : pending;
            }
            boolean isAsItRan =
                    (boolean) library.call(set, "isCheckSumValid", library.callForAny(status, "getStoredCheckSum"));
            return is(set, "isAlwaysRun") && isAsItRan ? repeated : changed;
        }

        private boolean is(Object target, String question) throws LibraryFailedException {
            return (boolean) library.call(target, question);
        }

        /** Others halt the run, or are run or marked as such in spite of it: all of these happen once. */
        private boolean isPassedOver(Object set) throws LibraryFailedException, SQLException {
            Object conditions = library.callForAny(set, "getPreconditions");
            if (conditions == null) {
                return false;
            }
            boolean onFail = isContinue(conditions, "getOnFail");
            boolean onError = isContinue(conditions, "getOnError");
            if (!onFail && !onError) {
                return false;
            }
            try {
                Object database = library.call(liquibase, "getDatabase");
                Object changeLog = library.call(liquibase, "getDatabaseChangeLog");
                library.callForAny(conditions, "check", database, changeLog, set, null);
                return false;
            } catch (LibraryFailedException e) {
                connection.rollback();
                return (onFail && e.caused("PreconditionFailedException").isPresent())
                        || (onError && e.caused("PreconditionErrorException").isPresent());
            }
        }

        private boolean isContinue(Object conditions, String event) throws LibraryFailedException {
            return String.valueOf(library.callForAny(conditions, event)).equals("CONTINUE");
        }
    }
}
