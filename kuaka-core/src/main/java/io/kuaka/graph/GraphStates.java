package io.kuaka.graph;

import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The states of the models at each point of a graph: what its migrations make of an empty project. */
public record GraphStates(MigrationGraph graph) {
    /** Returns the state after all migrations. */
    public ProjectState atEnd() {
        return replay(graph.order());
    }

    /** Returns the state after {@code key} and all that it depends on. */
    public ProjectState after(MigrationKey key) {
        return after(List.of(key));
    }

    /** Returns the state after {@code keys} and all that they depend on. */
    public ProjectState after(Collection<MigrationKey> keys) {
        return replay(graph.ancestorsOf(keys));
    }

    /** Returns the state after all that {@code key} depends on. */
    public ProjectState before(MigrationKey key) {
        return before(List.of(key));
    }

    /** Returns the state after all that {@code keys} depend on, without these themselves. */
    public ProjectState before(Collection<MigrationKey> keys) {
        return replay(graph.ancestorsOf(keys).stream()
                .filter(node -> !keys.contains(node.key()))
                .toList());
    }

    /** Returns for each step of a plan the state before its migration, whether it is applied or reversed. */
    public List<ProjectState> before(Plan plan) {
        List<ProjectState> states = new ArrayList<>();
        visit(plan, (step, all) -> states.add(all.get(0)));
        return states;
    }

    /**
     * Visits each step of a plan, in order, with the states before the first operation of its migration, after it, and so
     * on until after the last, whether the migration is applied or reversed.
     */
    public void visit(Plan plan, BiConsumer<PlanStep, List<ProjectState>> visitor) {
        PlanStates.visit(graph.thatHolds(plan), plan, visitor);
    }

    /** Returns the state of a database with these migrations; names that aren't part of the graph count for nothing. */
    public ProjectState of(Set<MigrationKey> migrations) {
        return replay(migrations::contains);
    }

    /** Returns the state in which an empty database comes to {@code key} when it applies everything in order. */
    public ProjectState onTheWayTo(MigrationKey key) {
        return replay(graph.order().stream()
                .takeWhile(node -> !node.key().equals(key))
                .toList());
    }

    /** Returns the state of a database that had all migrations and has reversed {@code key} and its dependents. */
    public ProjectState without(MigrationKey key) {
        Set<MigrationKey> reversed = Set.copyOf(graph.dependents(key));
        return replay(each -> !reversed.contains(each));
    }

    private ProjectState replay(Predicate<MigrationKey> isApplied) {
        return replay(graph.order().stream()
                .filter(node -> isApplied.test(node.key()))
                .toList());
    }

    private static ProjectState replay(List<MigrationNode> migrations) {
        ProjectState state = ProjectState.empty();
        for (MigrationNode migration : migrations) {
            state = migration.apply(state);
        }
        return state;
    }
}
