package io.kuaka.command.project;

import io.kuaka.base.MigrationException;
import io.kuaka.state.ModelKey;
import java.io.Serial;

/** Thrown when a model or a sequence is to have the name of a table that Kuaka keeps for itself. */
public final class OccupiedTableException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ModelKey owner;

    OccupiedTableException(String kind, ModelKey owner, String name) {
        super("No migration was written: the " + kind + " \"" + owner + "\" has the name \"" + name
                + "\" in the database, where Kuaka keeps its history and its lock. Choose another name for it, as with"
                + " @Table(name = …), or name the history's table in the setting \"table\".");
        this.owner = owner;
    }

    /** Returns whose name it is. */
    public ModelKey owner() {
        return owner;
    }
}
