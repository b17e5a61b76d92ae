package io.kuaka.autodetect.detector;

import io.kuaka.base.MigrationException;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import java.io.Serial;

/** Thrown when a new reference by several columns is NOT NULL: no one value fills these columns for rows that are there. */
public final class UnfillableReferenceException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnfillableReferenceException(ModelKey model, Field field) {
        super("The new reference \"" + field.name() + "\" of \"" + model
                + "\" is NOT NULL, and no one value fills its columns \""
                + String.join("\", \"", field.columns()) + "\" for rows that are there. No migration was written.\n"
                + "Add it in three steps, each with a migration of its own:\n"
                + "  1. Make the attribute optional, and run 'kuaka makemigrations'.\n"
                + "  2. Run 'kuaka makemigrations --empty', and fill the attribute there.\n"
                + "  3. Make it NOT NULL, and run 'kuaka makemigrations'; the answer is \"ignore\".");
    }
}
