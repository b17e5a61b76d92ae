package io.kuaka.state.fact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a field that holds positions in a list has to do with: the list of an owner.
 *
 * @param owner the fields that refer to the owner
 * @param base the position of the first element
 */
public record ListPosition(List<String> owner, int base) {
    public ListPosition {
        owner = List.copyOf(owner);
    }

    /** Returns what a field means that holds positions in such lists; empty if all of them begin at 0. */
    public static Optional<Meaning> meaning(List<ListPosition> lists) {
        Map<String, String> values = new TreeMap<>();
        lists.stream()
                .filter(list -> list.base != 0)
                .forEach(list -> values.put(list.name(), String.valueOf(list.base)));
        return values.isEmpty() ? Optional.empty() : Optional.of(new Meaning(Meaning.Kind.POSITIONS, values));
    }

    /** Returns the base of lists with this owner where a field has a meaning: 0 unless it says otherwise. */
    public int in(Meaning meaning) {
        return Integer.parseInt(meaning.values().getOrDefault(name(), "0"));
    }

    private String name() {
        return String.join(" ", owner);
    }
}
