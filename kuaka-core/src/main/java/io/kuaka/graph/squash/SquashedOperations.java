package io.kuaka.graph.squash;

import io.kuaka.migration.MigrationNode;
import io.kuaka.migration.OperationOf;
import io.kuaka.operation.CodeAsSourceException;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.Optimizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Puts the operations of several migrations into one list and remembers where each came from. Use one per squash. */
final class SquashedOperations {
    private final Squasher.Classes classes;
    private final boolean optimize;
    private final List<Operation> all = new ArrayList<>();
    private final IdentityHashMap<Operation, String> places = new IdentityHashMap<>();
    private final Set<Operation> fromAtomic = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<String> leftOut = new ArrayList<>();
    private boolean allAtomic = true;

    SquashedOperations(Squasher.Classes classes, boolean optimize) {
        this.classes = classes;
        this.optimize = optimize;
    }

    void add(MigrationNode migration) {
        allAtomic &= migration.atomic();
        List<Operation> operations = migration.operations().get();
        for (int i = 0; i < operations.size(); i++) {
            String place = migration.placeOf(operations.get(i), i);
            if (optimize && operations.get(i).isElidable()) {
                leftOut.add(place);
            } else {
                Operation operation = writable(migration, i);
                all.add(operation);
                places.put(operation, place);
                if (migration.atomic()) {
                    fromAtomic.add(operation);
                }
            }
        }
    }

    /** Returns how many operations there were before any was left out or joined. */
    int count() {
        return all.size() + leftOut.size();
    }

    /** Returns the places of those that needn't be kept. */
    List<String> leftOut() {
        return leftOut;
    }

    /** Returns what is left of them in the end. */
    List<Operation> result(String app) {
        return optimize ? Optimizer.optimize(app, all) : List.copyOf(all);
    }

    /** Returns the places of the opaque ones. */
    List<String> barriers(List<Operation> result) {
        return result.stream()
                .filter(each -> each.category().isOpaque())
                .map(each -> places.getOrDefault(each, each.describe()))
                .toList();
    }

    /**
     * Returns whether what is left may be one transaction.
     *
     * <p>It may if all that is left of the non-atomic migrations is part of tables that the squash creates.
     */
    boolean isAtomic(List<Operation> result) {
        return allAtomic || result.stream().allMatch(each -> fromAtomic.contains(each) || each instanceof CreateModel);
    }

    private Operation writable(MigrationNode migration, int index) {
        Operation operation = migration.operations().get().get(index);
        try {
            operation.toSource();
            return operation;
        } catch (CodeAsSourceException e) {
            return new OperationOf(classes.of(migration.key()), index);
        }
    }

    /** Returns whether a migration has an opaque operation. */
    static boolean hasBarrier(MigrationNode migration) {
        return migration.operations().get().stream()
                .anyMatch(each -> each.category().isOpaque());
    }
}
