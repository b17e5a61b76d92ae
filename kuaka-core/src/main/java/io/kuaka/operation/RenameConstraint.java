package io.kuaka.operation;

import io.kuaka.state.ModelState;

/** Renames a constraint of a model. */
public record RenameConstraint(String model, String oldName, String newName) implements MemberRename {
    @Override
    public ModelState applyTo(ModelState state) {
        return state.withAlteredConstraint(oldName, state.constraint(oldName).withName(newName));
    }

    @Override
    public Operation between(String from, String to) {
        return new RenameConstraint(model, from, to);
    }

    @Override
    public String describe() {
        return "Rename constraint " + oldName + " on " + model + " to " + newName;
    }
}
