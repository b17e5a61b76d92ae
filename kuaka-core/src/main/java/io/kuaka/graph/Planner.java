package io.kuaka.graph;

import io.kuaka.migration.MigrationKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects the steps that reach targets, one after the other. Use one per plan. */
final class Planner {
    private final MigrationGraph graph;
    private final Dependencies dependencies;
    private final Replacements replacements;
    private final Set<MigrationKey> applied;
    private final Set<MigrationKey> history;
    private final List<PlanStep> steps = new ArrayList<>();
    private final Set<MigrationKey> walkedForward = new HashSet<>();
    private final Set<MigrationKey> walkedBackward = new HashSet<>();

    Planner(
            MigrationGraph graph,
            Dependencies dependencies,
            Replacements replacements,
            Set<MigrationKey> applied,
            Set<MigrationKey> recorded) {
        this.graph = graph;
        this.dependencies = dependencies;
        this.replacements = replacements;
        this.applied = new HashSet<>(applied);
        this.history = new HashSet<>(recorded);
    }

    Plan plan() {
        return new Plan(steps, replacements.toRecord(history));
    }

    void everything() {
        dependencies.leaves(app -> true).forEach(this::apply);
    }

    void latest(String app) {
        List<MigrationKey> leaves = dependencies.leaves(app::equals);
        if (leaves.isEmpty()) {
            throw UnknownMigrationException.prefix(app, "", List.of());
        }
        leaves.forEach(this::apply);
    }

    void at(MigrationKey target) {
        for (MigrationKey key : dependencies.resolve(target)) {
            if (applied.contains(key)) {
                dependencies.children(key).stream()
                        .filter(child -> child.app().equals(key.app()))
                        .forEach(this::takeBack);
            } else {
                apply(key);
            }
        }
    }

    void zero(String app) {
        if (!graph.apps().contains(app)) {
            throw UnknownMigrationException.prefix(app, "", List.of());
        }
        dependencies.roots(app::equals).forEach(this::takeBack);
    }

    private void apply(MigrationKey target) {
        for (MigrationKey key : dependencies.ancestors(target, walkedForward)) {
            if (applied.add(key)) {
                SortedSet<MigrationKey> rows = new TreeSet<>(replacements.allReplaced(key));
                rows.add(key);
                rows.removeAll(history);
                history.addAll(rows);
                steps.add(new PlanStep(graph.node(key), Direction.FORWARD, rows));
                walkedBackward.clear();
            }
        }
    }

    private void takeBack(MigrationKey target) {
        for (MigrationKey key : dependencies.dependents(target, walkedBackward)) {
            if (applied.remove(key)) {
                SortedSet<MigrationKey> rows = new TreeSet<>(replacements.allReplaced(key));
                rows.add(key);
                // A squash that lost a part is no longer applied, and must not look as if it were.
                rows.addAll(replacements.squashesOver(key));
                rows.retainAll(history);
                history.removeAll(rows);
                steps.add(new PlanStep(graph.node(key), Direction.BACKWARD, rows));
                walkedForward.clear();
            }
        }
    }
}
