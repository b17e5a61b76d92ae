package io.kuaka.executor;

import io.kuaka.graph.Plan;
import io.kuaka.graph.PlanStep;
import io.kuaka.migration.MigrationKey;
import io.kuaka.recorder.Journal;
import io.kuaka.recorder.JournalEntry;
import io.kuaka.schema.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The migrations of a database that were begun and not ended, which happens to those only that aren't one transaction.
 *
 * <p>While there are some the schema is that of no state, so nothing else can be run.
 */
public final class Unfinished {
    private final SortedMap<MigrationKey, JournalEntry> entries;

    private Unfinished(SortedMap<MigrationKey, JournalEntry> entries) {
        this.entries = entries;
    }

    /** Reads them. */
    public static Unfinished read(Dialect dialect, Connection connection) throws SQLException {
        return new Unfinished(new TreeMap<>(new Journal(dialect).unfinished(connection)));
    }

    /**
     * Looks whether a plan goes on with all of them.
     *
     * @throws UnfinishedMigrationException when it doesn't
     */
    public void requireContinuedBy(Plan plan) {
        for (JournalEntry entry : entries.values()) {
            boolean goesOn = plan.steps().stream()
                    .anyMatch(step -> step.key().equals(entry.migration())
                            && direction(step).equals(entry.direction()));
            if (!goesOn) {
                throw UnfinishedMigrationException.notInPlan(entry);
            }
        }
    }

    /** Looks whether the statements that ran are still the first ones of their migrations. */
    void requireSameStatements(List<PlanStep> steps, List<MigrationScript> scripts) {
        for (int i = 0; i < steps.size(); i++) {
            JournalEntry entry = entries.get(steps.get(i).key());
            if (entry != null && !entry.checksum().equals(StatementChecksum.of(scripts.get(i), entry.done()))) {
                throw UnfinishedMigrationException.changed(entry);
            }
        }
    }

    boolean has(PlanStep step) {
        return has(step.key());
    }

    /** Returns whether the migration is one of them. */
    public boolean has(MigrationKey key) {
        return entries.containsKey(key);
    }

    /** Returns how many statements of a step need not be run again. */
    int done(PlanStep step) {
        JournalEntry entry = entries.get(step.key());
        return entry == null ? 0 : entry.done();
    }

    static String direction(PlanStep step) {
        return step.direction().name().toLowerCase(Locale.ROOT);
    }
}
