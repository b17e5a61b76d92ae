package io.kuaka.hibernate.discovery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose tables are, where entities alone don't tell.
 *
 * @param defaultApp the app for what belongs to no app; null for none
 * @param unmanaged the tables that are left to others, with or without their schema and in any case; an asterisk stands
 *     for any text
 */
public record TableOwnership(@Nullable String defaultApp, List<String> unmanaged) {
    public TableOwnership {
        unmanaged = List.copyOf(unmanaged);
    }

    /** Returns what holds without settings. */
    public static TableOwnership none() {
        return new TableOwnership(null, List.of());
    }
}
