package io.kuaka.command.inspect;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Thrown when a schema is to be looked at that the database doesn't have, or that is empty. */
public final class UnknownSchemaException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String schema;

    UnknownSchemaException(String schema, @Nullable String own) {
        super("The database has neither tables nor sequences in a schema \"" + schema + "\""
                + (own == null ? "." : ", as far as this user sees. The connection's own schema is \"" + own + "\".")
                + " Write the schema as the database has it, or leave --schema out.");
        this.schema = schema;
    }

    /** Returns the name that was asked for. */
    public String schema() {
        return schema;
    }
}
