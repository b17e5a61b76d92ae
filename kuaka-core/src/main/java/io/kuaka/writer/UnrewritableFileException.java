package io.kuaka.writer;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when the operations in a migration's file can't be replaced without losing something. */
public final class UnrewritableFileException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnrewritableFileException(String file) {
        super("The file " + file
                + " can't be rewritten without losing what its author wrote: operations() must end in return"
                + " List.of(…) with one expression per operation. Nothing was changed. Rewrite it in this form, or"
                + " change it by hand.");
    }
}
