package io.kuaka.operation;

import io.kuaka.state.ModelState;

/** Renames an index of a model. */
public record RenameIndex(String model, String oldName, String newName) implements MemberRename {
    @Override
    public ModelState applyTo(ModelState state) {
        return state.withAlteredIndex(oldName, state.index(oldName).withName(newName));
    }

    @Override
    public Operation between(String from, String to) {
        return new RenameIndex(model, from, to);
    }

    @Override
    public String describe() {
        return "Rename index " + oldName + " on " + model + " to " + newName;
    }
}
