package io.kuaka.writer;

import io.kuaka.operation.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Consecutive operations of one model, which get a method of their own if a migration is too long for one.
 *
 * @param name the name of the method
 */
record OperationGroup(String name, List<Operation> operations) {
    OperationGroup {
        operations = List.copyOf(operations);
    }

    /**
     * Returns operations in their order, divided where the model changes and where a method would be too long.
     *
     * @param length the length of an operation's source
     * @param most the most that a method may have
     */
    static List<OperationGroup> of(List<Operation> operations, ToIntFunction<Operation> length, int most) {
        List<OperationGroup> groups = new ArrayList<>();
        Map<String, Integer> uses = new HashMap<>();
        List<Operation> open = new ArrayList<>();
        String model = "";
        int total = 0;
        for (Operation operation : operations) {
            String next = operation.subject().orElse(model);
            int more = length.applyAsInt(operation);
            if (!open.isEmpty() && (!next.equals(model) || total + more > most)) {
                groups.add(new OperationGroup(name(model, uses), open));
                open = new ArrayList<>();
                total = 0;
            }
            open.add(operation);
            total += more;
            model = next;
        }
        groups.add(new OperationGroup(name(model, uses), open));
        return groups;
    }

    /** Returns an unused name: {@code bookAuthorsOperations} for the model {@code Book.authors}. */
    private static String name(String model, Map<String, Integer> uses) {
        StringBuilder name = new StringBuilder();
        for (String word : model.split("[^\\p{L}\\p{N}]+", -1)) {
            name.append(name.isEmpty() ? lower(word) : upper(word));
        }
        name.append(name.isEmpty() ? "firstOperations" : "Operations");
        int number = uses.merge(name.toString(), 1, Integer::sum);
        return number == 1 ? name.toString() : name.toString() + number;
    }

    private static String lower(String word) {
        return word.isEmpty() ? "" : word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }

    private static String upper(String word) {
        return word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
