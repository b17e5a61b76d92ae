package io.kuaka.routing;

import java.util.Map;
import java.util.Optional;

/**
 * An operation on its way to a database, as a {@link Router} sees it.
 *
 * @param database the alias of the database, as in {@code reporting}; {@link Placement#DEFAULT} for the usual one
 * @param app the app of the model; without one, the app whose migration has the operation
 * @param model the model that the operation is about, without its app, as in {@code Book}; its join and collection tables
 *     go with it. A renamed or moved one is asked about under both names. Empty for operations on sequences, extensions
 *     and the like, and for users' SQL and code
 * @param hints what users' SQL and code say about themselves, by {@code withHints}
 */
public record Route(String database, String app, Optional<String> model, Map<String, String> hints) {
    public Route {
        hints = Map.copyOf(hints);
    }

    /** Returns the value of a hint, or an empty text. */
    public String hint(String name) {
        return hints.getOrDefault(name, "");
    }
}
