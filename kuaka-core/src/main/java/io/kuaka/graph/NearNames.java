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

    /** A name is near if less than this share of its characters would have to change. */
    private static final double NEAR = 0.4;

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

    private static boolean isNear(MigrationKey wanted, MigrationKey key) {
        if (!key.app().equals(wanted.app())) {
            return isNear(wanted.toString(), key.toString());
        }
        return number(key.name()).equals(number(wanted.name())) || isNear(wanted.name(), key.name());
    }

    private static boolean isNear(String wanted, String name) {
        return EditDistance.between(wanted, name) < NEAR * Math.max(wanted.length(), name.length());
    }

    private static String number(String name) {
        int end = name.indexOf('_');
        return end < 0 ? name : name.substring(0, end);
    }
}
