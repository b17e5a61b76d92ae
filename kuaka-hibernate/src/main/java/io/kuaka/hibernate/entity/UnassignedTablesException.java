package io.kuaka.hibernate.entity;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.List;

/** Thrown when tables belong to no app, and no default app is set. */
public final class UnassignedTablesException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final List<String> tables;

    public UnassignedTablesException(List<String> tables) {
        super("These tables belong to no app: " + String.join(", ", tables)
                + ". Set kuaka.default-app (default-app in kuaka.properties) to the label of the app that should own"
                + " them, or make the entities' package an app, with @App on its package-info or a sub-package"
                + " \"migrations\".");
        this.tables = List.copyOf(tables);
    }

    /** Returns the tables, each with the entity that maps it. */
    public List<String> tables() {
        return tables;
    }
}
