package io.kuaka.state;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Thrown when the named model or sequence doesn't exist at this point of history. */
public final class NoSuchModelException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MOST_NAMES = 20;

    private final String what;
    private final transient ModelKey key;
    private final transient List<ModelKey> known;

    NoSuchModelException(String what, ModelKey key, Collection<ModelKey> known) {
        this(what, key, known, null);
    }

    private NoSuchModelException(String what, ModelKey key, Collection<ModelKey> known, @Nullable String place) {
        super(what + " \"" + key + "\" does not exist" + before(place) + ". Known " + what.toLowerCase(Locale.ROOT)
                + "s: " + names(known) + ".");
        this.what = what;
        this.key = key;
        this.known = List.copyOf(known);
    }

    /** Returns the name that was looked up. */
    public ModelKey key() {
        return key;
    }

    @Override
    public MigrationException at(String place) {
        return new NoSuchModelException(what, key, known, place);
    }

    private static String names(Collection<ModelKey> known) {
        if (known.isEmpty()) {
            return "none";
        }
        String names =
                known.stream().limit(MOST_NAMES).map(key -> "\"" + key + "\"").collect(Collectors.joining(", "));
        return known.size() > MOST_NAMES ? names + " and " + (known.size() - MOST_NAMES) + " more" : names;
    }
}
