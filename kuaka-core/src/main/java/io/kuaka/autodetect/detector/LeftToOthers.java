package io.kuaka.autodetect.detector;

import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a state has and another one leaves to others: models whose tables somebody else manages from now on, and where
 * their numbers come from, which are sequences or tables. All of it stays in the database, as it is and under its name.
 *
 * @param models the models that are forgotten
 * @param sequences the sequences that such models use, whether others use them as well or not
 */
public record LeftToOthers(Set<ModelKey> models, Set<ModelKey> sequences) {
    public LeftToOthers {
        models = Collections.unmodifiableSet(new TreeSet<>(models));
        sequences = Collections.unmodifiableSet(new TreeSet<>(sequences));
    }

    /**
     * Returns what is left to others between two states.
     *
     * @param unmanaged which models of the former state have tables that are left to others
     */
    public static LeftToOthers of(ProjectState from, ProjectState to, Predicate<ModelState> unmanaged) {
        ProjectState numbered = from.withStatedGenerators();
        Set<ModelKey> models = new TreeSet<>();
        Set<ModelKey> sources = new TreeSet<>();
        from.models().forEach((key, model) -> {
            boolean isLeft = unmanaged.test(model)
                    || (key.isPart() && from.hasModel(key.owner()) && unmanaged.test(from.model(key.owner())));
            if (isLeft && !to.hasModel(key)) {
                models.add(key);
                sources.addAll(numbered.model(key).numberSources());
            }
        });
        sources.stream().filter(key -> from.hasModel(key) && !to.hasModel(key)).forEach(models::add);
        sources.retainAll(from.sequences().keySet());
        return new LeftToOthers(models, sources);
    }

    /** Returns whether there is nothing of it. */
    public boolean isEmpty() {
        return models.isEmpty();
    }
}
