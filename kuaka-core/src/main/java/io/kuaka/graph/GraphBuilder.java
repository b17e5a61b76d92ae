package io.kuaka.graph;

import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Builds the dependencies of a set of migrations, depending on what is applied. Use one per graph. */
final class GraphBuilder {
    private final SortedMap<MigrationKey, MigrationNode> nodes;
    private final Replacements replacements;
    private final Set<String> appsWithoutMigrations;
    private final Dependencies dependencies = new Dependencies();
    private final NavigableSet<MigrationKey> applied;
    private final Set<MigrationKey> withdrawn = new HashSet<>();
    private final NavigableSet<MigrationKey> missing = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    GraphBuilder(
            SortedMap<MigrationKey, MigrationNode> nodes,
            Replacements replacements,
            Set<MigrationKey> recorded,
            Set<String> appsWithoutMigrations) {
        this.nodes = nodes;
        this.replacements = replacements;
        this.applied = new TreeSet<>(recorded);
        this.appsWithoutMigrations = appsWithoutMigrations;
    }

    /** Returns what counts as applied: a squash does when all that it replaces is. */
    SortedSet<MigrationKey> applied() {
        return applied;
    }

    /**
     * Returns the dependencies.
     *
     * @param useReplacements whether squashes stand for what they replace; otherwise they are left out as far as the
     *     migrations that they replace are there
     */
    Dependencies build(boolean useReplacements) {
        nodes.keySet().forEach(dependencies::add);
        nodes.values().forEach(node -> forEachEdge(node, this::requireUnlessSymbolic));
        replacements.innerFirst().forEach(squash -> settle(squash, useReplacements));
        nodes.values().forEach(node -> forEachEdge(node, this::requireIfSymbolic));
        dependencies.missing().forEach(this::reportMissing);
        if (!problems.isEmpty()) {
            throw new MissingDependencyException(missing, problems);
        }
        Cycles.find(dependencies.keys(), dependencies::parents).ifPresent(cycle -> {
            throw new CyclicDependencyException(cycle);
        });
        return dependencies;
    }

    private static void forEachEdge(MigrationNode node, BiConsumer<MigrationKey, MigrationKey> edge) {
        node.dependencies().forEach(parent -> edge.accept(node.key(), parent));
        node.runBefore().forEach(child -> edge.accept(child, node.key()));
    }

    private void requireUnlessSymbolic(MigrationKey child, MigrationKey parent) {
        if (!isSymbolic(child) && !isSymbolic(parent)) {
            dependencies.require(child, parent);
        }
    }

    /** What is first and latest in an app is known only after squashes have taken their places. */
    private void requireIfSymbolic(MigrationKey child, MigrationKey parent) {
        MigrationKey symbol = isSymbolic(child) ? child : parent;
        MigrationKey author = isSymbolic(child) ? parent : child;
        // An app that names its own first migration says nothing, and a squash that isn't used has no say.
        if (!isSymbolic(symbol)
                || appsWithoutMigrations.contains(symbol.app())
                || symbol.app().equals(author.app())
                || withdrawn.contains(author)) {
            return;
        }
        List<MigrationKey> ends = symbol.name().equals(MigrationKey.FIRST)
                ? dependencies.roots(symbol.app()::equals)
                : dependencies.leaves(symbol.app()::equals);
        if (ends.isEmpty()) {
            missing.add(symbol);
            problems.add(author + " names " + symbol + ", but app \"" + symbol.app() + "\" has no migrations. Apps with"
                    + " migrations: " + apps() + ".");
            return;
        }
        for (MigrationKey place : dependencies.resolve(author)) {
            if (isSymbolic(child)) {
                dependencies.require(ends.get(0), place);
            } else {
                dependencies.require(place, ends.get(0));
            }
        }
    }

    private boolean isSymbolic(MigrationKey key) {
        boolean symbol = key.name().equals(MigrationKey.FIRST) || key.name().equals(MigrationKey.LATEST);
        return symbol && !nodes.containsKey(key);
    }

    private void settle(MigrationKey squash, boolean useReplacements) {
        List<MigrationKey> replaced = node(squash).replaces();
        Replacements.Progress progress = replacements.progress(squash, applied);
        boolean oldWayExists = replaced.stream().allMatch(dependencies::contains);
        if (progress == Replacements.Progress.ALL) {
            applied.add(squash);
        } else {
            applied.remove(squash);
        }
        if (progress == Replacements.Progress.SOME) {
            reportLost(squash);
        }
        if (progress == Replacements.Progress.SOME || (!useReplacements && oldWayExists)) {
            withdrawn.add(squash);
            dependencies.withdraw(squash, replaced);
        } else {
            dependencies.substitute(squash, replaced);
        }
    }

    private void reportLost(MigrationKey squash) {
        NavigableSet<MigrationKey> lost = new TreeSet<>(replacements.originals(squash));
        lost.removeAll(applied);
        lost.removeAll(nodes.keySet());
        if (!lost.isEmpty()) {
            missing.addAll(lost);
            problems.add(squash + " can't be used: some of the migrations that it replaces are applied ("
                    + names(replacements.originals(squash).stream()
                            .filter(applied::contains)
                            .toList())
                    + "), and others are neither applied nor in the project: " + names(lost)
                    + ". Restore their files until every database has applied them.");
        }
    }

    private void reportMissing(MigrationKey key) {
        missing.add(key);
        for (MigrationKey author : dependencies.neighbours(key)) {
            problems.add(author + (dependencies.contains(author) ? " names " : " and ") + key
                    + ", which does not exist." + whyMissing(key));
        }
    }

    private String whyMissing(MigrationKey key) {
        List<MigrationKey> unusable = replacements.squashesOver(key).stream()
                .filter(withdrawn::contains)
                .toList();
        if (unusable.isEmpty()) {
            return NearNames.sentence(key, nodes.keySet());
        }
        return " It is replaced by " + names(unusable)
                + ", which can't be used yet: some of the migrations that it replaces are applied and others are"
                + " not. Restore " + key + " until every database has applied it.";
    }

    private MigrationNode node(MigrationKey key) {
        MigrationNode node = nodes.get(key);
        if (node == null) {
            throw UnknownMigrationException.of(key, nodes.keySet());
        }
        return node;
    }

    private String apps() {
        return nodes.keySet().stream()
                .map(key -> "\"" + key.app() + "\"")
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String names(Collection<MigrationKey> keys) {
        return keys.stream().map(MigrationKey::toString).collect(Collectors.joining(", "));
    }
}
