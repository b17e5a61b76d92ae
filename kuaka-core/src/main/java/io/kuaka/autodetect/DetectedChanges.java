package io.kuaka.autodetect;

import io.kuaka.autodetect.detector.IneffectiveHint;
import io.kuaka.migration.MigrationNode;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * What leads from one state to another.
 *
 * @param byApp the migrations of each app, in order, numbered and named
 * @param ineffectiveHints the former names that the code states in vain
 */
public record DetectedChanges(SortedMap<String, List<MigrationNode>> byApp, List<IneffectiveHint> ineffectiveHints) {
    public DetectedChanges {
        byApp = Collections.unmodifiableSortedMap(byApp);
        ineffectiveHints = List.copyOf(ineffectiveHints);
    }

    /** Returns the migrations of all apps, app by app. */
    public List<MigrationNode> migrations() {
        return byApp.values().stream().flatMap(Collection::stream).toList();
    }
}
