package io.kuaka.state;

import io.kuaka.base.Internal;
import io.kuaka.base.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * A problem with a state that gains by saying where in history it was met.
 *
 * <p>The state doesn't know which operation is applied to it. Whoever does catches the exception and throws the one that
 * {@link #at} returns.
 */
@Internal
public interface Located {
    /** Returns the same problem with a place such as {@code catalog.0002_tags, operation 1 (Add field slug to Book)}. */
    MigrationException at(String place);

    /** Returns the words that tell the place within a message; empty without one. */
    static String before(@Nullable String place) {
        return place == null ? "" : " before " + place;
    }
}
