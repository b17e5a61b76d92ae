package io.kuaka.autodetect.arrange;

import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.fact.ListPosition;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The options of a run of the autodetector.
 *
 * @param apps the apps to make migrations for, with those that they depend on; empty for all
 * @param name the name of the migrations without their number; null for one made from the operations
 * @param renameHints former names, as {@link io.kuaka.state.ModelReader#renameHints} gives them
 * @param histories models that keep the history of others, as {@link io.kuaka.state.ModelReader#histories} gives them
 * @param listPositions the fields that hold positions in lists, as {@link io.kuaka.state.ModelReader#listPositions} gives them
 * @param unmanaged which models have tables that are left to others, as
 *     {@link io.kuaka.state.ModelReader#leavesToOthers} says
 * @param clock the time for names that have nothing better
 * @param concurrently whether indexes of existing tables are created and dropped without blocking writes
 * @param keepingNames whether a renamed model keeps names of its constraints and indexes for which it now says none, as
 *     {@link io.kuaka.state.diff.KeptNames} does for other models
 */
public record AutodetectOptions(
        Set<String> apps,
        @Nullable String name,
        Map<String, String> renameHints,
        Map<ModelKey, ModelKey> histories,
        Map<String, List<ListPosition>> listPositions,
        Predicate<ModelState> unmanaged,
        Clock clock,
        boolean concurrently,
        boolean keepingNames) {
    public AutodetectOptions {
        apps = Set.copyOf(apps);
        renameHints = Map.copyOf(renameHints);
        histories = Map.copyOf(histories);
        listPositions = Map.copyOf(listPositions);
    }

    /** Returns the options for all apps, with names made from the operations. */
    public static AutodetectOptions defaults() {
        return new AutodetectOptions(
                Set.of(), null, Map.of(), Map.of(), Map.of(), model -> false, Clock.systemUTC(), false, false);
    }

    /** Returns these options for some apps only. */
    public AutodetectOptions withApps(Set<String> newApps) {
        return new AutodetectOptions(
                newApps, name, renameHints, histories, listPositions, unmanaged, clock, concurrently, keepingNames);
    }

    /** Returns these options with a name for the migrations. */
    public AutodetectOptions withName(@Nullable String newName) {
        return new AutodetectOptions(
                apps, newName, renameHints, histories, listPositions, unmanaged, clock, concurrently, keepingNames);
    }

    /** Returns these options with former names. */
    public AutodetectOptions withRenameHints(Map<String, String> newHints) {
        return new AutodetectOptions(
                apps, name, newHints, histories, listPositions, unmanaged, clock, concurrently, keepingNames);
    }

    /** Returns these options with models that keep the history of others. */
    public AutodetectOptions withHistories(Map<ModelKey, ModelKey> newHistories) {
        return new AutodetectOptions(
                apps, name, renameHints, newHistories, listPositions, unmanaged, clock, concurrently, keepingNames);
    }

    /** Returns these options with fields that hold positions in lists. */
    public AutodetectOptions withListPositions(Map<String, List<ListPosition>> newPositions) {
        return new AutodetectOptions(
                apps, name, renameHints, histories, newPositions, unmanaged, clock, concurrently, keepingNames);
    }

    /** Returns these options with models whose tables are left to others. */
    public AutodetectOptions withUnmanaged(Predicate<ModelState> newUnmanaged) {
        return new AutodetectOptions(
                apps, name, renameHints, histories, listPositions, newUnmanaged, clock, concurrently, keepingNames);
    }

    /** Returns these options with another clock. */
    public AutodetectOptions withClock(Clock newClock) {
        return new AutodetectOptions(
                apps, name, renameHints, histories, listPositions, unmanaged, newClock, concurrently, keepingNames);
    }

    /** Returns these options with or without concurrent indexes. */
    public AutodetectOptions withConcurrently(boolean newConcurrently) {
        return new AutodetectOptions(
                apps, name, renameHints, histories, listPositions, unmanaged, clock, newConcurrently, keepingNames);
    }

    /** Returns these options for models that keep the names of a history. */
    public AutodetectOptions withKeptNames() {
        return new AutodetectOptions(
                apps, name, renameHints, histories, listPositions, unmanaged, clock, concurrently, true);
    }
}
