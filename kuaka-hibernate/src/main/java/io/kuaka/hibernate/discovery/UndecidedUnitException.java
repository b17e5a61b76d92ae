package io.kuaka.hibernate.discovery;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown when it isn't clear which persistence unit to use. */
public final class UndecidedUnitException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    public UndecidedUnitException(@Nullable String wanted, List<String> units) {
        super((wanted == null
                        ? "There are several persistence units: "
                        : "There is no persistence unit \"" + wanted + "\" among these: ")
                + (units.isEmpty() ? "none" : "\"" + String.join("\", \"", units) + "\"")
                + ". Select one with \"persistence-unit\" in kuaka.properties.");
    }
}
