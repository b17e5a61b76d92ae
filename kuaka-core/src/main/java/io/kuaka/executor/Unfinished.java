package io.kuaka.executor;

import io.kuaka.graph.Direction;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Plan;
import io.kuaka.graph.PlanStep;
import io.kuaka.migration.MigrationKey;
import io.kuaka.recorder.JournalEntry;
import io.kuaka.recorder.OwnTables;
import io.kuaka.recorder.WalkRange;
import io.kuaka.schema.statement.WalkProgress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The migrations of a database that were begun and not ended, which only happens if they aren't one transaction.
 *
 * <p>While there are any, the schema matches no state, so nothing else can run.
 */
public final class Unfinished {
    private final SortedMap<MigrationKey, JournalEntry> entries;

    private final String journal;

    private final List<WalkRange> ranges;

    private Unfinished(SortedMap<MigrationKey, JournalEntry> entries, String journal, List<WalkRange> ranges) {
        this.entries = entries;
        this.journal = journal;
        this.ranges = ranges;
    }

    /**
     * Reads them where our tables were found.
     *
     * @throws io.kuaka.recorder.LostHistoryException if there are some, but no history
     */
    public static Unfinished read(OwnTables place, Connection connection) throws SQLException {
        SortedMap<MigrationKey, JournalEntry> entries = place.journal().unfinished(connection);
        place.requireHistoryOf(entries.keySet());
        return new Unfinished(
                new TreeMap<>(entries),
                place.names().journal(),
                entries.isEmpty() ? List.of() : place.ranges().all(connection));
    }

    /**
     * Checks that a plan resumes all of them.
     *
     * @throws UnfinishedMigrationException if it doesn't
     */
    public void requireContinuedBy(MigrationGraph graph, Plan plan) {
        for (JournalEntry entry : entries.values()) {
            if (!graph.hasNode(entry.migration())) {
                throw UnfinishedMigrationException.unknown(entry, journal);
            }
            boolean goesOn = plan.steps().stream()
                    .anyMatch(step -> step.key().equals(entry.migration())
                            && direction(step).equals(entry.direction()));
            if (!goesOn) {
                throw UnfinishedMigrationException.notInPlan(entry, graph.node(entry.migration()));
            }
        }
    }

    /**
     * Adds to a plan that is only recorded what somebody has undone by hand: interrupted migrations that the database is
     * said to be as it was before.
     *
     * @param app the app that the plan is for; null for all
     */
    public Plan withUndone(MigrationGraph graph, Plan plan, @Nullable String app) {
        List<PlanStep> steps = new ArrayList<>();
        for (JournalEntry entry : entries.values()) {
            MigrationKey key = entry.migration();
            boolean isInScope = graph.hasNode(key) && (app == null || app.equals(key.app()));
            boolean isPlanned =
                    plan.steps().stream().anyMatch(step -> step.key().equals(key));
            Direction undoing = graph.isApplied(key) ? Direction.FORWARD : Direction.BACKWARD;
            if (isInScope && !isPlanned && !direction(undoing).equals(entry.direction())) {
                steps.add(new PlanStep(graph.node(key), undoing, new TreeSet<>()));
            }
        }
        steps.addAll(plan.steps());
        return new Plan(steps, plan.alsoRecord());
    }

    /** Checks that the statements that ran are still the first ones of their migrations. */
    void requireSameStatements(List<PlanStep> steps, List<MigrationScript> scripts) {
        for (int i = 0; i < steps.size(); i++) {
            JournalEntry entry = entries.get(steps.get(i).key());
            if (entry != null && !entry.checksum().equals(StatementChecksum.of(scripts.get(i), entry.begun()))) {
                throw UnfinishedMigrationException.changed(entry, scripts.get(i).migration());
            }
        }
    }

    /**
     * Checks that a migration can resume from the given statement.
     *
     * @param statement the statement, counted from 1; 0 if none is given
     */
    void requireResumable(int statement) {
        boolean mayResume = statement == 0
                || entries.values().stream()
                        .anyMatch(entry ->
                                entry.isUndecided() && (statement == entry.begun() || statement == entry.begun() + 1));
        if (!mayResume) {
            throw new UnusableResumeException(statement, entries.values());
        }
    }

    /** Returns whether there are none. */
    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Returns whether the migration is one of them. */
    public boolean has(MigrationKey key) {
        return entries.containsKey(key);
    }

    /** Returns the progress of a migration if it is one of them. */
    public Optional<JournalEntry> entry(MigrationKey key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Returns how far the statement that one of them was interrupted at is, if it changes rows in batches. */
    public WalkProgress walk(MigrationKey key) {
        JournalEntry entry = entries.get(key);
        return entry == null
                ? WalkProgress.NONE
                : WalkRange.sum(
                        entry.walk(),
                        ranges.stream()
                                .filter(range -> range.migration().equals(key) && range.statement() == entry.done())
                                .toList());
    }

    static String direction(PlanStep step) {
        return direction(step.direction());
    }

    private static String direction(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }
}
