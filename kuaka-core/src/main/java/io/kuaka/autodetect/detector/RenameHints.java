package io.kuaka.autodetect.detector;

import io.kuaka.state.ModelKey;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The former names stated in the code, which answer questions about renames.
 *
 * <p>A hint may stay in the code for ever: it counts only while the history has the former name and not the current
 * one, or both of an exchange, which {@link PastNames} tells whether it was done.
 */
public final class RenameHints {
    private final Map<String, String> formerNames;
    private final Map<ModelKey, ModelKey> histories;

    /**
     * Makes hints.
     *
     * @param formerNames from {@code catalog.Novel}, {@code catalog.Novel.title} or {@code catalog.Novel.kind=Story} to
     *      the former name; with its app, if a model was in another app
     * @param histories from each model that keeps the history of another one to that one
     */
    public RenameHints(Map<String, String> formerNames, Map<ModelKey, ModelKey> histories) {
        this.formerNames = Map.copyOf(formerNames);
        this.histories = Map.copyOf(histories);
    }

    /** Returns the model whose history a model keeps. */
    Optional<ModelKey> historyOf(ModelKey model) {
        return Optional.ofNullable(histories.get(model));
    }

    /** Returns whether {@code now} says that it was {@code before}. */
    boolean tell(ModelKey before, ModelKey now) {
        String former = formerNames.get(now.toString());
        return former != null
                && (before.toString().equals(former)
                        || (before.app().equals(now.app()) && before.name().equals(former)));
    }

    /** Returns the former name of a model, if the code states it. */
    Optional<String> formerName(ModelKey model) {
        return Optional.ofNullable(formerNames.get(model.toString()));
    }

    /** Returns the former name of a field, if the code states it. */
    Optional<String> formerName(ModelKey model, String field) {
        return Optional.ofNullable(formerNames.get(model + "." + field));
    }

    /** Returns what a value of a field was before, if the code states it. */
    Optional<String> formerValue(ModelKey model, String field, String value) {
        return Optional.ofNullable(formerNames.get(model + "." + field + "=" + value));
    }

    /** Returns all values of a field whose former name the code states, with that. */
    SortedMap<String, String> formerValues(ModelKey model, String field) {
        String prefix = model + "." + field + "=";
        SortedMap<String, String> values = new TreeMap<>();
        formerNames.forEach((name, former) -> {
            if (name.startsWith(prefix)) {
                values.put(name.substring(prefix.length()), former);
            }
        });
        return values;
    }
}
