package io.kuaka.autodetect.arrange;

import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.HasConcurrentForm;
import io.kuaka.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes drafts create and drop indexes of existing tables without blocking writes.
 *
 * <p>Such operations can't be part of a transaction, so a draft is split around them: the order stays, and each piece
 * depends on the one before it. The last piece keeps the draft's key, because others may depend on all of it.
 */
public final class ConcurrentIndexes {
    private ConcurrentIndexes() {}

    public static void apply(SortedMap<String, List<MigrationNode>> drafts) {
        drafts.forEach((app, list) -> {
            Set<String> created = list.stream()
                    .flatMap(draft -> draft.operations().get().stream())
                    .filter(CreateModel.class::isInstance)
                    .flatMap(create -> create.subject().stream())
                    .collect(Collectors.toSet());
            List<MigrationNode> pieces =
                    list.stream().flatMap(draft -> cut(draft, created).stream()).toList();
            list.clear();
            list.addAll(pieces);
        });
    }

    private static List<MigrationNode> cut(MigrationNode draft, Set<String> created) {
        List<List<Operation>> runs = new ArrayList<>();
        for (Operation operation : draft.operations().get()) {
            Operation now = concurrent(operation, created);
            boolean begins =
                    runs.isEmpty() || last(last(runs)).runsOutsideTransaction() != now.runsOutsideTransaction();
            if (begins) {
                runs.add(new ArrayList<>());
            }
            last(runs).add(now);
        }
        return runs.isEmpty() ? List.of(draft) : pieces(draft, runs);
    }

    private static List<MigrationNode> pieces(MigrationNode draft, List<List<Operation>> runs) {
        List<MigrationNode> pieces = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            boolean isLast = i == runs.size() - 1;
            Set<MigrationKey> dependencies = new TreeSet<>(draft.dependencies());
            if (i > 0) {
                dependencies.add(last(pieces).key());
            }
            List<Operation> operations = runs.get(i);
            pieces.add(new MigrationNode(
                    isLast
                            ? draft.key()
                            : new MigrationKey(draft.key().app(), draft.key().name() + "_" + i),
                    List.copyOf(dependencies),
                    List.of(),
                    List.of(),
                    i == 0 ? draft.initial() : Optional.empty(),
                    !last(operations).runsOutsideTransaction(),
                    () -> operations));
        }
        return pieces;
    }

    /** Nobody writes to a new table. */
    private static Operation concurrent(Operation operation, Set<String> created) {
        boolean isOfNew = operation.subject().filter(created::contains).isPresent();
        return operation instanceof HasConcurrentForm plain && !isOfNew ? plain.concurrently() : operation;
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
