package io.kuaka.autodetect.detector;

import io.kuaka.state.ModelKey;
import java.util.Map;
import java.util.Optional;

/**
 * The former names that the code itself states, which settle questions about renames.
 *
 * <p>A hint may stay in the code for ever: it counts only while the former name is still in the history and the present
 * one isn't.
 */
public final class RenameHints {
    private final Map<String, String> formerNames;

    /**
     * Makes hints.
     *
     * @param formerNames from {@code catalog.Novel} or {@code catalog.Novel.title} to the name it had before; a model
     *     that had another app is written with it
     */
    public RenameHints(Map<String, String> formerNames) {
        this.formerNames = Map.copyOf(formerNames);
    }

    /** Returns whether {@code now} says that it was {@code before}. */
    boolean tell(ModelKey before, ModelKey now) {
        String former = formerNames.get(now.toString());
        return former != null
                && (before.toString().equals(former)
                        || (before.app().equals(now.app()) && before.name().equals(former)));
    }

    /** Returns the former name of a field, where the code states it. */
    Optional<String> formerName(ModelKey model, String field) {
        return Optional.ofNullable(formerNames.get(model + "." + field));
    }
}
