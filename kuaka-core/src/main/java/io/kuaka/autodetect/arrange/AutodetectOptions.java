package io.kuaka.autodetect.arrange;

import io.kuaka.state.ModelKey;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of a run of the autodetector.
 *
 * @param apps the apps to make migrations for, with those that they depend on; empty for all
 * @param name the name of the migrations without their number; null for one made from the operations
 * @param renameHints former names, as {@link io.kuaka.state.ModelReader#renameHints} gives them
 * @param histories models that keep the history of others, as {@link io.kuaka.state.ModelReader#histories} gives them
 * @param clock the time for names that have nothing better
 * @param concurrently whether indexes of existing tables are created and dropped without blocking writes
 */
public record AutodetectOptions(
        Set<String> apps,
        @Nullable String name,
        Map<String, String> renameHints,
        Map<ModelKey, ModelKey> histories,
        Clock clock,
        boolean concurrently) {
    public AutodetectOptions {
        apps = Set.copyOf(apps);
        renameHints = Map.copyOf(renameHints);
        histories = Map.copyOf(histories);
    }

    /** Returns the options for all apps, with names made from the operations. */
    public static AutodetectOptions defaults() {
        return new AutodetectOptions(Set.of(), null, Map.of(), Map.of(), Clock.systemUTC(), false);
    }

    /** Returns these options for some apps only. */
    public AutodetectOptions withApps(Set<String> newApps) {
        return new AutodetectOptions(newApps, name, renameHints, histories, clock, concurrently);
    }

    /** Returns these options with a name for the migrations. */
    public AutodetectOptions withName(@Nullable String newName) {
        return new AutodetectOptions(apps, newName, renameHints, histories, clock, concurrently);
    }

    /** Returns these options with former names. */
    public AutodetectOptions withRenameHints(Map<String, String> newHints) {
        return new AutodetectOptions(apps, name, newHints, histories, clock, concurrently);
    }

    /** Returns these options with models that keep the history of others. */
    public AutodetectOptions withHistories(Map<ModelKey, ModelKey> newHistories) {
        return new AutodetectOptions(apps, name, renameHints, newHistories, clock, concurrently);
    }

    /** Returns these options with another clock. */
    public AutodetectOptions withClock(Clock newClock) {
        return new AutodetectOptions(apps, name, renameHints, histories, newClock, concurrently);
    }

    /** Returns these options with or without concurrent indexes. */
    public AutodetectOptions withConcurrently(boolean newConcurrently) {
        return new AutodetectOptions(apps, name, renameHints, histories, clock, newConcurrently);
    }
}
