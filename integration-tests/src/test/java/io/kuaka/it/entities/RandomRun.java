package io.kuaka.it.entities;

import io.kuaka.it.entities.EntityChange.Outcome;
import io.kuaka.it.support.Engine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Many random changes on one kind of database. */
final class RandomRun {
    /** So many are compiled at once. */
    private static final int BATCH = 50;

    private RandomRun() {}

    /** Runs the changes of some seeds, adds what went wrong to the faults, and returns how often each end was met. */
    static Map<Outcome, Integer> of(Engine engine, int from, int to, List<String> faults) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (int first = from; first < to; first += BATCH) {
            List<EntityChange> changes = changes(first, Math.min(to, first + BATCH));
            for (int i = 0; i < changes.size(); i++) {
                try {
                    outcomes.merge(changes.get(i).run(engine), 1, Integer::sum);
                } catch (SQLException | RuntimeException | AssertionError e) {
                    faults.add("seed " + (first + i) + ": " + e);
                }
            }
        }
        return outcomes;
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
