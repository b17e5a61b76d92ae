package io.kuaka.it.entities;

import io.kuaka.it.entities.EntityChange.Ending;
import io.kuaka.it.entities.EntityChange.Outcome;
import io.kuaka.it.support.Engine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Many random changes on one kind of database. */
final class RandomRun {
    /** So many are compiled at once. */
    private static final int BATCH = 50;

    private RandomRun() {}

    /** How the changes of seeds end on H2, with which the other databases are compared. */
    private static final Map<Integer, Ending> ON_H2 = new ConcurrentHashMap<>();

    /**
     * Runs the changes of some seeds, adds what went wrong to the faults, and returns how often each end was met. What one
     * database migrates and another doesn't is a fault, too.
     */
    static Map<Outcome, Integer> of(Engine engine, int from, int to, List<String> faults) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (int first = from; first < to; first += BATCH) {
            List<EntityChange> changes = changes(first, Math.min(to, first + BATCH));
            for (int i = 0; i < changes.size(); i++) {
                try {
                    Ending ending = changes.get(i).end(engine);
                    outcomes.merge(ending.outcome(), 1, Integer::sum);
                    compare(engine, first + i, changes.get(i), ending).ifPresent(faults::add);
                } catch (SQLException | RuntimeException | AssertionError e) {
                    faults.add("seed " + (first + i) + ": " + e);
                }
            }
        }
        return outcomes;
    }

    private static Optional<String> compare(Engine engine, int seed, EntityChange change, Ending ending)
            throws SQLException {
        if (engine == Engine.H2) {
            ON_H2.put(seed, ending);
            return Optional.empty();
        }
        Ending other = ON_H2.get(seed);
        if (other == null) {
            other = change.end(Engine.H2);
            ON_H2.put(seed, other);
        }
        return ending.outcome() == other.outcome()
                ? Optional.empty()
                : Optional.of("seed " + seed + ": " + ending + ", but on H2 " + other);
    }

    static List<EntityChange> changes(int from, int to) {
        List<String> sources = new ArrayList<>();
        for (int seed = from; seed < to; seed++) {
            RandomEntities random = new RandomEntities(seed);
            SketchedVersion before = random.next();
            sources.add(before.source());
            sources.add(random.changed(before).source());
        }
        List<EntityVersion> versions = EntityVersion.compile(sources);
        List<EntityChange> changes = new ArrayList<>();
        for (int i = 0; i < versions.size(); i += 2) {
            changes.add(new EntityChange(versions.get(i), versions.get(i + 1)));
        }
        return changes;
    }
}
