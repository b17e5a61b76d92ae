package io.kuaka.state.fact;

import java.util.List;

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
}
