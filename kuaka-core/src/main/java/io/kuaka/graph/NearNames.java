package io.kuaka.graph;

import io.kuaka.base.EditDistance;
import io.kuaka.migration.MigrationKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Finds known names that are similar to an unknown one. */
final class NearNames {
    private static final int MOST = 3;

    private NearNames() {}

    /** Returns the nearest migrations, the nearest one first. */
    static List<MigrationKey> of(MigrationKey wanted, Collection<MigrationKey> known) {
        String text = wanted.toString();
        return known.stream()
                .filter(key -> isNear(wanted, key))
                .sorted(Comparator.<MigrationKey>comparingInt(key -> EditDistance.between(text, key.toString()))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** Returns a sentence that names them, with a space before it; empty where there are none. */
    static String sentence(MigrationKey wanted, Collection<MigrationKey> known) {
        List<MigrationKey> near = of(wanted, known);
        return near.isEmpty()
                ? ""
                : " Did you mean: " + near.stream().map(MigrationKey::toString).collect(Collectors.joining(", ")) + "?";
    }

    /** A wrong number is no slip, and in an app of another name most names are the same. */
    private static boolean isNear(MigrationKey wanted, MigrationKey key) {
        boolean isSlip = !title(wanted).isEmpty() && EditDistance.isNear(title(wanted), title(key));
        return key.app().equals(wanted.app())
                ? number(key).equals(number(wanted)) || isSlip
                : EditDistance.isNear(wanted.app(), key.app()) && isSlip;
    }

    private static String number(MigrationKey key) {
        int end = key.name().indexOf('_');
        return end < 0 ? key.name() : key.name().substring(0, end);
    }

    /** What follows the number; empty if nothing does. */
    private static String title(MigrationKey key) {
        int end = key.name().indexOf('_');
        return end < 0 ? "" : key.name().substring(end + 1);
    }
}
