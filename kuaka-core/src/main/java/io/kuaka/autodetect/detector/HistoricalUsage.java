package io.kuaka.autodetect.detector;

import io.kuaka.impact.StateElement;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.state.ModelKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which apps use a model, or a sequence, of another app anywhere in their history.
 *
 * <p>The current state doesn't show it: a reference may be removed by now, but an empty database still applies the
 * migration that added it, and then the model must still exist. If in doubt, an app uses all models of the apps that it
 * depends on.
 */
public final class HistoricalUsage {
    private final Map<String, List<MigrationNode>> history = new TreeMap<>();
    private final Map<String, Set<String>> needed = new TreeMap<>();
    private final HistoryReplay past;
    private @Nullable Map<String, Set<StateElement>> builtUpon;
    private @Nullable Map<ModelKey, SortedSet<String>> takers;
    private @Nullable PastNames names;

    private HistoricalUsage(Collection<MigrationNode> migrations) {
        past = new HistoryReplay(List.copyOf(migrations));
        for (MigrationNode migration : migrations) {
            String app = migration.key().app();
            history.computeIfAbsent(app, each -> new ArrayList<>()).add(migration);
            migration.dependencies().stream().map(MigrationKey::app).forEach(other -> needed.computeIfAbsent(
                            app, each -> new HashSet<>())
                    .add(other));
        }
    }

    /** Returns what a history uses; {@code migrations} are in an order to apply them. */
    public static HistoricalUsage in(Collection<MigrationNode> migrations) {
        return new HistoricalUsage(migrations);
    }

    /** Returns the other apps that use a model or a sequence, or once did. */
    SortedSet<String> appsThatUsed(ModelKey model) {
        SortedSet<String> apps = new TreeSet<>();
        needed.forEach((app, others) -> {
            if (!app.equals(model.app()) && others.contains(model.app()) && mentions(app, model)) {
                apps.add(app);
            }
        });
        return apps;
    }

    /** Returns the other apps that use a field of a model, or once did, mainly by references to it. */
    SortedSet<String> appsThatUsed(ModelKey model, String field) {
        SortedSet<String> apps = new TreeSet<>();
        for (String app : appsThatUsed(model)) {
            if (builtUpon().getOrDefault(app, Set.of()).contains(StateElement.field(model, field))) {
                apps.add(app);
            }
        }
        return apps;
    }

    /** Returns the other apps that took over a model or a sequence, so its name is free only after that. */
    SortedSet<String> appsThatTook(ModelKey model) {
        return takers().getOrDefault(model, new TreeSet<>());
    }

    private Map<String, Set<StateElement>> builtUpon() {
        Map<String, Set<StateElement>> known = builtUpon;
        if (known == null) {
            known = past.builtUpon();
            builtUpon = known;
        }
        return known;
    }

    private Map<ModelKey, SortedSet<String>> takers() {
        Map<ModelKey, SortedSet<String>> known = takers;
        if (known == null) {
            known = past.takers();
            takers = known;
        }
        return known;
    }

    /** Returns what the names of the history's models, fields and listed values were. */
    PastNames names() {
        PastNames known = names;
        if (known == null) {
            known = past.names();
            names = known;
        }
        return known;
    }

    private boolean mentions(String app, ModelKey model) {
        return history.getOrDefault(app, List.of()).stream()
                .flatMap(migration -> migration.operations().get().stream())
                .anyMatch(operation -> operation.references(model));
    }
}
