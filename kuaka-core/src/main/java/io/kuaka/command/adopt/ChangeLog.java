package io.kuaka.command.adopt;

import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.OtherTools;
import org.jspecify.annotations.Nullable;

/**
 * The change log of a project that uses Liquibase.
 *
 * <p>Which of its change sets are pending depends on contexts, labels, preconditions and checksums. Only Liquibase itself
 * knows, so it is asked.
 */
public interface ChangeLog {
    /**
     * Where Liquibase keeps its history.
     *
     * @param schema null for the schema of the connection
     * @param table the history
     * @param lock the one row with which it keeps runs apart
     */
    record Tables(@Nullable String schema, String table, String lock) {
        /** What Liquibase takes unless it is told otherwise. */
        public static final Tables STANDARD = new Tables(null, OtherTools.LIQUIBASE, OtherTools.LIQUIBASE_LOCK);
    }

    /** Returns where the settings say that the history is. */
    Tables tables();

    /** Returns what Liquibase would run on a database that has its history. Nothing is changed there. */
    Pending pending(ConnectionSource source);

    /**
     * Returns a change log that nobody can read.
     *
     * @param why the reason, as half of a sentence
     */
    static ChangeLog unreadable(Tables tables, String why) {
        return new ChangeLog() {
            @Override
            public Tables tables() {
                return tables;
            }

            @Override
            public Pending pending(ConnectionSource source) {
                return unknown(why);
            }
        };
    }

    /** Returns that nobody has looked for change sets that are pending. */
    static Pending unknown(String why) {
        return Pending.unknown("Change sets of Liquibase that are pending weren't looked for, because " + why
                + ". Run 'liquibase status', and adopt when nothing is pending.");
    }
}
