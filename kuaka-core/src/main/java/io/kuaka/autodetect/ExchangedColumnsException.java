package io.kuaka.autodetect;

import io.kuaka.base.MigrationException;
import io.kuaka.state.ModelKey;
import java.io.Serial;
import java.util.Collection;
import java.util.TreeSet;

/** Fields take each other's columns. Thrown before anything is written. */
public final class ExchangedColumnsException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    ExchangedColumnsException(ModelKey model, Collection<String> fields) {
        super(
                "Fields of \"" + model + "\" take each other's columns: \""
                        + String.join("\", \"", new TreeSet<>(fields))
                        + "\". Give one of them a column of another name, make that migration, and then the one that you want.");
    }
}
