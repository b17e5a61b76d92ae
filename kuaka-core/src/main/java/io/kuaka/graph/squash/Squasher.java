package io.kuaka.graph.squash;

import io.kuaka.base.MigrationException;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.migration.Migration;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Operation;
import io.kuaka.state.ProjectState;
import io.kuaka.state.diff.StateDiff;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Squashes a range of an app's history into one migration, or as few as the other apps allow.
 *
 * <p>What a migration states besides its operations is kept: dependencies, {@code @RunBefore}, {@code @Initial}, and
 * {@code @NonAtomic} if anything needs it. It proves that the resulting models are the same, and writes nothing.
 */
public final class Squasher {
    /**
     * What is to be squashed.
     *
     * @param start the first migration, or the start of its name; null for the first of the app
     * @param end the last migration, or the start of its name
     * @param name the squash's name without its number; null for the names of its first and last migration
     * @param optimize whether to optimize the operations
     */
    public record Request(
            String app,
            @Nullable String start,
            String end,
            @Nullable String name,
            boolean optimize) {}

    /** Finds the classes of migrations, for code that can't be written into the squash. */
    @FunctionalInterface
    public interface Classes {
        /** Returns the class of a migration. */
        Class<? extends Migration> of(MigrationKey key);
    }

    private final MigrationGraph graph;
    private final Request request;
    private final Classes classes;
    private final Map<MigrationKey, MigrationKey> squashes = new LinkedHashMap<>();

    private Squasher(MigrationGraph graph, Request request, Classes classes) {
        this.graph = graph;
        this.request = request;
        this.classes = classes;
    }

    /**
     * Returns the squash.
     *
     * @param graph the graph as a database without history sees it
     * @throws UnsuitableRangeException when the migrations can't be squashed
     * @throws SquashDiffersException if the models would differ
     */
    public static Squash squash(MigrationGraph graph, Request request, Classes classes) {
        return new Squasher(graph, request, classes).squash();
    }

    private Squash squash() {
        MigrationRange stretch = MigrationRange.between(graph, request.app(), request.start(), request.end());
        List<List<MigrationKey>> groups =
                stretch.groups().stream().filter(group -> group.size() > 1).toList();
        if (groups.isEmpty()) {
            throw UnsuitableRangeException.inseparable(stretch.members());
        }
        for (int i = 0; i < groups.size(); i++) {
            List<MigrationKey> group = groups.get(i);
            MigrationKey key = new MigrationKey(request.app(), name(stretch, group, i));
            if (graph.hasNode(key) || squashes.containsValue(key)) {
                throw UnsuitableRangeException.taken(key);
            }
            group.forEach(member -> squashes.put(member, key));
        }
        List<Squash.Part> parts = groups.stream().map(this::part).toList();
        MigrationGraph after =
                graph.with(parts.stream().map(Squash.Part::migration).toList());
        parts.forEach(part -> {
            MigrationNode squash = part.migration();
            requireSameModels(
                    squash.key(),
                    graph.states().after(squash.replaces()),
                    after.states().after(squash.key()));
        });
        if (graph.conflicts().isEmpty()) {
            requireSameModels(parts.get(0).migration().key(), graph.states().atEnd(), stateAtEnd(after));
        }
        return new Squash(stretch.members(), parts, graph, after);
    }

    /** Django's names: both ends, or the number of the first migration and the end where no start was given. */
    private String name(MigrationRange stretch, List<MigrationKey> group, int index) {
        String first = group.get(0).name();
        boolean fromTheFirst =
                request.start() == null && group.get(0).equals(stretch.members().get(0));
        String number = first.substring(0, first.indexOf('_') < 0 ? first.length() : first.indexOf('_'));
        if (request.name() != null) {
            return number + "_" + request.name() + (index == 0 ? "" : "_" + (index + 1));
        }
        return (fromTheFirst ? number : first)
                + "_squashed_"
                + group.get(group.size() - 1).name();
    }

    private Squash.Part part(List<MigrationKey> group) {
        List<MigrationNode> members = group.stream().map(graph::node).toList();
        SquashedOperations all = new SquashedOperations(classes, request.optimize());
        members.forEach(all::add);
        List<Operation> operations = all.result(request.app());
        return new Squash.Part(
                node(members, operations, all.isAtomic(operations)),
                all.count(),
                all.leftOut(),
                all.barriers(operations));
    }

    private MigrationNode node(List<MigrationNode> members, List<Operation> operations, boolean atomic) {
        MigrationNode first = members.get(0);
        List<MigrationKey> replaces = members.stream().map(MigrationNode::key).toList();
        MigrationKey key = Objects.requireNonNull(squashes.get(first.key()));
        return new MigrationNode(
                key,
                outside(members, MigrationNode::dependencies, key),
                outside(members, MigrationNode::runBefore, key),
                replaces,
                first.isInitial() ? Optional.of(true) : first.initial(),
                atomic,
                () -> operations);
    }

    /** Returns what the members name outside their group, or the part that replaces it. */
    private List<MigrationKey> outside(
            List<MigrationNode> members, Function<MigrationNode, Collection<MigrationKey>> names, MigrationKey squash) {
        Set<MigrationKey> outside = new LinkedHashSet<>();
        for (MigrationNode member : members) {
            for (MigrationKey name : names.apply(member)) {
                for (MigrationKey used : graph.inPlaceOf(name)) {
                    MigrationKey part = squashes.get(used);
                    if (part != null) {
                        outside.add(part);
                    } else if (!graph.isSymbolic(used) || !used.app().equals(squash.app())) {
                        outside.add(name);
                    }
                }
            }
        }
        outside.remove(squash);
        return List.copyOf(outside);
    }

    /** What depends on the middle of the stretch comes after all of it now. */
    private static ProjectState stateAtEnd(MigrationGraph after) {
        try {
            return after.states().atEnd();
        } catch (MigrationException e) {
            throw UnsuitableRangeException.spoils(e);
        }
    }

    private static void requireSameModels(MigrationKey squash, ProjectState then, ProjectState now) {
        if (!then.equals(now)) {
            List<String> differences = StateDiff.between(then, now).keys().stream()
                    .map(key -> "\"" + key + "\"")
                    .toList();
            throw new SquashDiffersException(squash, differences);
        }
    }
}
