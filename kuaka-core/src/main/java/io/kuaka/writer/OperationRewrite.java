package io.kuaka.writer;

import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.CodeAsSourceException;
import io.kuaka.operation.Operation;
import io.kuaka.operation.Optimizer;
import io.kuaka.source.Imports;
import io.kuaka.state.ModelKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Replaces the operations in the file of a migration.
 *
 * <p>Operations that stay keep their text. Comments of joined operations are moved to the result; no comment is lost.
 */
public final class OperationRewrite {
    private final MigrationNode before;
    private final List<Operation> after;
    private final OperationList text;
    private final IdentityHashMap<Operation, Integer> places = new IdentityHashMap<>();
    private final Map<Integer, List<String>> comments = new HashMap<>();
    private final List<String> rest;

    private OperationRewrite(MigrationNode before, List<Operation> after, OperationList text) {
        this.before = before;
        this.after = after;
        this.text = text;
        this.rest = new ArrayList<>(text.rest());
        List<Operation> operations = before.operations().get();
        for (int i = 0; i < operations.size(); i++) {
            places.put(operations.get(i), i);
        }
    }

    /**
     * Returns operations in their shortest form; elidable ones are kept, because databases haven't applied them yet.
     */
    public static List<Operation> optimize(String app, List<Operation> operations) {
        List<Operation> optimized = new ArrayList<>();
        List<Operation> stretch = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation.isElidable()) {
                optimized.addAll(Optimizer.optimize(app, stretch));
                optimized.add(operation);
                stretch.clear();
            } else {
                stretch.add(operation);
            }
        }
        optimized.addAll(Optimizer.optimize(app, stretch));
        return optimized;
    }

    /**
     * Returns the file with other operations.
     *
     * @param file the name of the file in messages
     * @throws UnrewritableFileException if something in it would be lost
     */
    public static MigrationText write(
            MigrationText source, String file, String packageName, MigrationNode before, List<Operation> after) {
        Optional<OperationList> found = OperationList.find(source.text())
                .filter(text ->
                        text.entries().size() == before.operations().get().size());
        return found.map(text -> new OperationRewrite(before, after, text).write(source))
                .or(() -> asGenerated(source, packageName, before, after))
                .orElseThrow(() -> new UnrewritableFileException(file));
    }

    private MigrationText write(MigrationText source) {
        collectComments();
        Imports imports = source.imports();
        List<OperationList.Entry> entries = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            Integer place = places.get(after.get(i));
            OperationList.Entry entry = place == null
                    ? OperationList.Entry.of(after.get(i).toSource().render(imports, text.indent(), text.indent() + 1))
                    : text.entries().get(place);
            entries.add(entry.after(comments.getOrDefault(i, List.of())));
        }
        return new MigrationText(text.with(entries, rest)).with(imports, source);
    }

    private void collectComments() {
        List<Operation> operations = before.operations().get();
        for (int i = 0; i < operations.size(); i++) {
            Operation gone = operations.get(i);
            List<String> lost = text.entries().get(i).allComments();
            if (!lost.isEmpty() && after.stream().noneMatch(each -> each == gone)) {
                heir(gone, i)
                        .map(index -> comments.computeIfAbsent(index, each -> new ArrayList<>()))
                        .orElse(rest)
                        .addAll(lost);
            }
        }
    }

    /**
     * Returns the operation into which another one was joined: a new one on the same model, else the next one that
     * stayed.
     */
    private Optional<Integer> heir(Operation gone, int place) {
        Optional<String> model = gone.subject();
        return first(i ->
                        isNew(i) && model.isPresent() && after.get(i).subject().equals(model))
                .or(() -> first(i -> isNew(i) && references(i, model)))
                .or(() -> first(i -> places.getOrDefault(after.get(i), -1) > place));
    }

    private Optional<Integer> first(IntPredicate fits) {
        return IntStream.range(0, after.size()).filter(fits).boxed().findFirst();
    }

    private boolean isNew(int index) {
        return !places.containsKey(after.get(index));
    }

    private boolean references(int index, Optional<String> model) {
        return model.map(name ->
                        after.get(index).references(new ModelKey(before.key().app(), name)))
                .orElse(true);
    }

    /** A file that is unchanged since it was generated can be generated again, however long it is. */
    private static Optional<MigrationText> asGenerated(
            MigrationText source, String packageName, MigrationNode before, List<Operation> after) {
        try {
            List<String> remarks = source.text()
                    .lines()
                    .filter(line -> line.startsWith("// "))
                    .map(line -> line.substring(3))
                    .toList();
            String generated =
                    MigrationWriter.write(before, packageName, remarks).text();
            return squeezed(generated).equals(squeezed(source.text()))
                    ? Optional.of(
                            new MigrationText(MigrationWriter.write(before.withOperations(after), packageName, remarks)
                                    .text()))
                    : Optional.empty();
        } catch (CodeAsSourceException e) {
            return Optional.empty();
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
