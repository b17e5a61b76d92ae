package io.kuaka.spring.models;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the settings say of tables that entities alone don't tell.
 *
 * @param defaultApp the app for tables whose entities belong to none; null if that is an error
 * @param unmanaged the tables that are left to others, with or without their schema; an asterisk stands for any text
 */
public record TableRules(@Nullable String defaultApp, List<String> unmanaged) {
    public TableRules {
        unmanaged = List.copyOf(unmanaged);
    }
}
