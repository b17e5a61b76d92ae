package io.kuaka.graph;

import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All migrations of a project with their dependencies, as one database sees them.
 *
 * <p>The graph holds either a squash or the migrations that it replaces, depending on what is applied. It reads
 * operations only when it is asked for a state. It is a value: it has no connection, and planning doesn't change it.
 * The order of every list depends on the names alone.
 */
public final class MigrationGraph {
    private final SortedMap<MigrationKey, MigrationNode> nodes;
    private final Set<MigrationKey> recorded;
    private final Set<String> appsWithoutMigrations;
    private final boolean useReplacements;
    private final Replacements replacements;
    private final Dependencies dependencies;
    private final SortedSet<MigrationKey> applied;

    private MigrationGraph(
            SortedMap<MigrationKey, MigrationNode> nodes,
            Set<MigrationKey> recorded,
            Set<String> appsWithoutMigrations,
            boolean useReplacements) {
        this.nodes = nodes;
        this.recorded = Set.copyOf(recorded);
        this.appsWithoutMigrations = Set.copyOf(appsWithoutMigrations);
        this.useReplacements = useReplacements;
        this.replacements = new Replacements(nodes);
        GraphBuilder builder = new GraphBuilder(nodes, replacements, recorded, appsWithoutMigrations);
        this.dependencies = builder.build(useReplacements);
        this.applied = builder.applied();
    }

    /** Returns the graph as a database without any history sees it. */
    public static MigrationGraph of(Collection<MigrationNode> migrations) {
        return of(migrations, Set.of());
    }

    /**
     * Returns the graph as a database sees it.
     *
     * @param recorded what the database's history names
     * @throws MissingDependencyException when a migration names another one that doesn't exist
     * @throws CyclicDependencyException when migrations depend on each other in a circle
     */
    public static MigrationGraph of(Collection<MigrationNode> migrations, Set<MigrationKey> recorded) {
        return of(migrations, recorded, Set.of());
    }

    /**
     * Returns the graph as a database sees it.
     *
     * @param recorded what the database's history names
     * @param appsWithoutMigrations apps whose first and latest migration may be named although they have none
     */
    public static MigrationGraph of(
            Collection<MigrationNode> migrations, Set<MigrationKey> recorded, Set<String> appsWithoutMigrations) {
        SortedMap<MigrationKey, MigrationNode> nodes = new TreeMap<>();
        for (MigrationNode node : migrations) {
            if (nodes.put(node.key(), node) != null) {
                throw new IllegalArgumentException("There are two migrations " + node.key() + ".");
            }
        }
        return new MigrationGraph(nodes, recorded, appsWithoutMigrations, true);
    }

    /** Returns the graph of the migrations as they were before they were squashed, as far as they still exist. */
    public MigrationGraph withoutReplacements() {
        return new MigrationGraph(nodes, recorded, appsWithoutMigrations, false);
    }

    /** Returns the labels of all apps that have migrations. */
    public SortedSet<String> apps() {
        return keys().stream().map(MigrationKey::app).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the names of all migrations of this graph. */
    public SortedSet<MigrationKey> keys() {
        return dependencies.keys();
    }

    /** Returns whether this graph holds the migration {@code key}. */
    public boolean contains(MigrationKey key) {
        return dependencies.contains(key);
    }

    /**
     * Returns the migration {@code key}, whether it is part of this graph, replaced, or a squash that isn't used.
     *
     * @throws UnknownMigrationException when there is none
     */
    public MigrationNode node(MigrationKey key) {
        MigrationNode node = nodes.get(key);
        if (node == null) {
            throw UnknownMigrationException.of(key, nodes.keySet());
        }
        return node;
    }

    /** Returns whether there is a migration {@code key}, part of this graph or not. */
    public boolean hasNode(MigrationKey key) {
        return nodes.containsKey(key);
    }

    /** Returns this graph with more migrations, as the same database sees it. */
    public MigrationGraph with(Collection<MigrationNode> more) {
        SortedMap<MigrationKey, MigrationNode> all = new TreeMap<>(nodes);
        more.forEach(node -> all.put(node.key(), node));
        return new MigrationGraph(all, recorded, appsWithoutMigrations, useReplacements);
    }

    /**
     * Returns what this graph has in the place of {@code key}: itself, what replaced it, or what it would have
     * replaced.
     */
    public List<MigrationKey> inPlaceOf(MigrationKey key) {
        return dependencies.resolve(key);
    }

    /** Returns whether {@code key} isn't a migration but stands for the first or latest one of an app. */
    public boolean isSymbolic(MigrationKey key) {
        return MigrationKey.FIRST.equals(key.name()) || MigrationKey.LATEST.equals(key.name());
    }

    /** Returns all migrations, including those that aren't part of this graph because of a squash. */
    public Collection<MigrationNode> allNodes() {
        return Collections.unmodifiableCollection(nodes.values());
    }

    /**
     * Returns whether {@code key} counts as applied; a squash does if all the migrations that it replaces are applied.
     */
    public boolean isApplied(MigrationKey key) {
        return applied.contains(key);
    }

    /** Returns what counts as applied, including names of migrations that no longer exist. */
    public SortedSet<MigrationKey> applied() {
        return Collections.unmodifiableSortedSet(applied);
    }

    /** Returns what the database's history names. */
    public Set<MigrationKey> recorded() {
        return recorded;
    }

    /** Returns the migrations that {@code key} directly depends on. */
    public SortedSet<MigrationKey> parents(MigrationKey key) {
        return dependencies.parents(key);
    }

    /** Returns the migrations that directly depend on {@code key}. */
    public SortedSet<MigrationKey> children(MigrationKey key) {
        return dependencies.children(key);
    }

    /** Returns {@code key} and all that it depends on, in an order to apply them. */
    public List<MigrationKey> ancestors(MigrationKey key) {
        return dependencies.ancestors(key, new HashSet<>());
    }

    /** Returns {@code key} and all that depends on it, in an order to reverse them. */
    public List<MigrationKey> dependents(MigrationKey key) {
        return dependencies.dependents(key, new HashSet<>());
    }

    /** Returns the migrations that depend on no other one of their app. */
    public List<MigrationKey> roots() {
        return dependencies.roots(app -> true);
    }

    /** Returns the migrations of an app that depend on no other one of it. */
    public List<MigrationKey> roots(String app) {
        return dependencies.roots(app::equals);
    }

    /** Returns the leaf migrations: those that no other one of their app depends on. */
    public List<MigrationKey> leaves() {
        return dependencies.leaves(app -> true);
    }

    /** Returns the leaf migrations of an app: one, unless there is a conflict. */
    public List<MigrationKey> leaves(String app) {
        return dependencies.leaves(app::equals);
    }

    /** Returns the squashes of this graph that could be used, and those that can't because they are applied in part. */
    public List<MigrationKey> squashes() {
        return replacements.innerFirst().stream().sorted().toList();
    }

    /** Returns all that the squash {@code key} stands for, other squashes included; empty for other migrations. */
    public SortedSet<MigrationKey> replacedBy(MigrationKey key) {
        return Collections.unmodifiableSortedSet(replacements.allReplaced(key));
    }

    /** Returns the apps that have several leaf migrations, with these. */
    public SortedMap<String, List<MigrationKey>> conflicts() {
        SortedMap<String, List<MigrationKey>> leaves =
                leaves().stream().collect(Collectors.groupingBy(MigrationKey::app, TreeMap::new, Collectors.toList()));
        leaves.values().removeIf(ofApp -> ofApp.size() < 2);
        return leaves;
    }

    /**
     * Makes sure that each app has one leaf migration.
     *
     * @throws ConflictingMigrationsException if one has more
     */
    public void requireNoConflicts() {
        SortedMap<String, List<MigrationKey>> conflicts = conflicts();
        if (!conflicts.isEmpty()) {
            throw new ConflictingMigrationsException(conflicts);
        }
    }

    /**
     * Makes sure that all dependencies of applied migrations are applied, too.
     *
     * @throws InconsistentHistoryException with all missing dependencies
     */
    public void requireConsistentHistory() {
        List<InconsistentHistoryException.Offender> gaps = gaps();
        if (!gaps.isEmpty()) {
            throw new InconsistentHistoryException(gaps);
        }
    }

    /** Returns the applied migrations that depend on one that isn't applied, each with that one. */
    public List<InconsistentHistoryException.Offender> gaps() {
        List<InconsistentHistoryException.Offender> offenders = new ArrayList<>();
        for (MigrationKey key : applied) {
            if (contains(key)) {
                parents(key).stream()
                        .filter(parent -> !isApplied(parent))
                        .forEach(parent -> offenders.add(new InconsistentHistoryException.Offender(key, parent)));
            }
        }
        return offenders;
    }

    /**
     * Returns the migration of an app whose name is {@code prefix} or starts with it.
     *
     * @throws UnknownMigrationException when there is none
     * @throws AmbiguousNameException when there are several
     */
    public MigrationKey find(String app, String prefix) {
        MigrationKey exact = new MigrationKey(app, prefix);
        if (nodes.containsKey(exact)) {
            return exact;
        }
        List<MigrationKey> ofApp =
                nodes.keySet().stream().filter(key -> key.app().equals(app)).toList();
        List<MigrationKey> found =
                ofApp.stream().filter(key -> key.name().startsWith(prefix)).toList();
        if (found.isEmpty()) {
            throw UnknownMigrationException.prefix(app, prefix, ofApp);
        }
        if (found.size() > 1) {
            throw new AmbiguousNameException(app, prefix, found);
        }
        return found.get(0);
    }

    /** Returns all migrations of this graph in the order in which an empty database applies them. */
    public List<MigrationNode> order() {
        return ancestorsOf(leaves());
    }

    /** Returns the plan that reaches the targets, one after the other. */
    public Plan plan(Target... targets) {
        return plan(Arrays.asList(targets));
    }

    /**
     * Returns the plan that reaches the targets, one after the other.
     *
     * <p>If a squash has replaced a target, the plan consists of the migrations as they were before.
     *
     * @throws UnknownMigrationException when a target doesn't exist
     */
    public Plan plan(List<Target> targets) {
        boolean isReplaced = targets.stream().anyMatch(this::isReplaced);
        MigrationGraph graph = isReplaced && useReplacements ? withoutReplacements() : this;
        Planner planner = new Planner(graph, graph.dependencies, replacements, graph.applied, recorded);
        targets.forEach(target -> target.planWith(planner));
        return planner.plan();
    }

    /** Returns the graph that a plan of this one was made with: without replacements if a target was replaced. */
    public MigrationGraph thatHolds(Plan plan) {
        return plan.steps().stream().allMatch(step -> contains(step.key())) ? this : withoutReplacements();
    }

    /** Returns the states of the models at each point of this graph. */
    public GraphStates states() {
        return new GraphStates(this);
    }

    /** Returns {@code keys} and all that they depend on, in an order to apply them. */
    List<MigrationNode> ancestorsOf(Collection<MigrationKey> keys) {
        Set<MigrationKey> seen = new HashSet<>();
        return keys.stream()
                .flatMap(key -> dependencies.ancestors(key, seen).stream())
                .map(this::node)
                .toList();
    }

    private boolean isReplaced(Target target) {
        return target instanceof Target.At at
                && nodes.containsKey(at.key())
                && !contains(at.key())
                && !dependencies.resolve(at.key()).stream()
                        .allMatch(replacement -> replacedBy(at.key()).contains(replacement));
    }
}
