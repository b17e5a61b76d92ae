package io.kuaka.graph.squash;

import io.kuaka.graph.MigrationGraph;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A range of an app's history and the migrations that replace it.
 *
 * @param members the migrations of the range, in order
 * @param parts what replaces them: one, or several if other apps' migrations have to run in between
 * @param before the graph without the parts
 * @param after the graph with them
 */
public record Squash(List<MigrationKey> members, List<Part> parts, MigrationGraph before, MigrationGraph after) {
    public Squash {
        members = List.copyOf(members);
        parts = List.copyOf(parts);
    }

    /**
     * One migration that replaces several.
     *
     * @param operationsBefore how many operations these have
     * @param leftOut the places of elidable operations, which the squash leaves out
     * @param barriers the places of opaque operations, which others aren't moved across
     */
    public record Part(MigrationNode migration, int operationsBefore, List<String> leftOut, List<String> barriers) {
        public Part {
            leftOut = List.copyOf(leftOut);
            barriers = List.copyOf(barriers);
        }

        /** Returns how many operations it has. */
        public int operationsAfter() {
            return migration.operations().get().size();
        }
    }

    /** Returns how many operations the replaced migrations have. */
    public int operationsBefore() {
        return parts.stream().mapToInt(Part::operationsBefore).sum();
    }

    /** Returns how many operations replace them. */
    public int operationsAfter() {
        return parts.stream().mapToInt(Part::operationsAfter).sum();
    }

    /** Returns the migrations of the range that stay as they are, because no neighbour can be joined with them. */
    public List<MigrationKey> unchanged() {
        return members.stream()
                .filter(key -> parts.stream()
                        .noneMatch(part -> part.migration().replaces().contains(key)))
                .toList();
    }

    /**
     * Returns the migrations outside the range that new databases apply after a whole part, while older databases
     * applied them in between, and whose SQL or Java may depend on that.
     */
    public List<MigrationKey> overtaken() {
        Set<MigrationKey> overtaken = new TreeSet<>();
        for (Part part : parts) {
            List<MigrationKey> replaced = part.migration().replaces();
            MigrationKey last = replaced.get(replaced.size() - 1);
            replaced.stream()
                    .flatMap(key -> before.children(key).stream())
                    .filter(child -> !members.contains(child) && SquashedOperations.hasBarrier(before.node(child)))
                    .filter(child -> !before.ancestors(child).contains(last))
                    .forEach(overtaken::add);
        }
        return List.copyOf(overtaken);
    }

    /** Returns the last migration of the range, as it is in the graph with the parts. */
    public MigrationKey end() {
        return after.inPlaceOf(members.get(members.size() - 1)).get(0);
    }
}
