package io.kuaka.autodetect.arrange;

import io.kuaka.autodetect.detector.LeftToOthers;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.DropSequence;
import io.kuaka.operation.Operation;
import io.kuaka.operation.SeparateDatabaseAndState;
import io.kuaka.state.ModelKey;
import java.util.List;
import java.util.SortedMap;

/**
 * Makes drafts forget models whose tables are left to others: the tables stay as they are, with their rows and with the
 * sequences or tables of their ids. Nothing may drop a table because a setting names it.
 */
public final class ForgottenModels {
    private ForgottenModels() {}

    /** Changes what removes such models to what only forgets them. */
    public static void apply(SortedMap<String, List<MigrationNode>> drafts, LeftToOthers left) {
        if (!left.isEmpty()) {
            drafts.values().forEach(list -> list.replaceAll(draft -> in(draft, left)));
        }
    }

    private static MigrationNode in(MigrationNode draft, LeftToOthers left) {
        List<Operation> operations = draft.operations().get().stream()
                .map(operation -> isOf(left, draft.key().app(), operation)
                        ? new SeparateDatabaseAndState(List.of(), List.of(operation))
                        : operation)
                .toList();
        return draft.withOperations(operations);
    }

    private static boolean isOf(LeftToOthers left, String app, Operation operation) {
        return operation instanceof DropSequence drop
                ? left.sequences().contains(new ModelKey(app, drop.name()))
                : operation
                        .subject()
                        .map(name -> new ModelKey(app, name))
                        .filter(left.models()::contains)
                        .isPresent();
    }
}
