package io.kuaka.autodetect.detector;

import io.kuaka.impact.Footprint;
import io.kuaka.impact.StateElement;
import io.kuaka.migration.AppliedOperation;
import io.kuaka.migration.MigrationNode;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import io.kuaka.state.diff.StateDiff;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds what a history has used and moved, by replaying it. */
record HistoryReplay(List<MigrationNode> order) {
    /** Returns the state elements that each app's operations depended on. */
    Map<String, Set<StateElement>> builtUpon() {
        Map<String, Set<StateElement>> builtUpon = new TreeMap<>();
        replay(applied -> builtUpon
                .computeIfAbsent(applied.app(), each -> new HashSet<>())
                .addAll(Footprint.of(applied).reads()));
        return builtUpon;
    }

    /** Returns the models and sequences that other apps took over, with these apps. */
    Map<ModelKey, SortedSet<String>> takers() {
        Map<ModelKey, SortedSet<String>> takers = new TreeMap<>();
        replay(applied -> {
            if (applied.operation().subject().isEmpty()) {
                StateDiff changes = StateDiff.between(applied.before(), applied.after());
                Stream.of(changes.models().removed(), changes.sequences().removed())
                        .flatMap(Set::stream)
                        .filter(key -> !key.app().equals(applied.app()))
                        .forEach(key -> takers.computeIfAbsent(key, each -> new TreeSet<>())
                                .add(applied.app()));
            }
        });
        return takers;
    }

    /** Returns what the names of the history's models, fields and listed values were. */
    PastNames names() {
        PastNames names = new PastNames();
        replay(names::add);
        return names;
    }

    private void replay(Consumer<AppliedOperation> visitor) {
        ProjectState state = ProjectState.empty();
        for (MigrationNode migration : order) {
            for (AppliedOperation applied : migration.replay(state)) {
                visitor.accept(applied);
                state = applied.after();
            }
        }
    }
}
