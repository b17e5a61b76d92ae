package io.kuaka.operation;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.Collection;
import java.util.List;

/** A user's SQL was written for other kinds of databases than the one that it should run on. */
public final class MissingVariantException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String dialect;
    private final List<String> variants;

    MissingVariantException(String dialect, Collection<String> variants) {
        this("This SQL", dialect, List.copyOf(variants));
    }

    private MissingVariantException(String place, String dialect, List<String> variants) {
        super(place + " has no SQL for " + dialect + ", only for " + String.join(", ", variants)
                + ". Nothing was run. Add .orOn(\"" + dialect
                + "\", ...) to it, .otherwise(...) for all other databases, or .otherwiseNothing().");
        this.dialect = dialect;
        this.variants = variants;
    }

    /** Returns the name of the dialect that there is no SQL for. */
    public String dialect() {
        return dialect;
    }

    @Override
    public MissingVariantException at(String place) {
        return new MissingVariantException(place, dialect, variants);
    }
}
