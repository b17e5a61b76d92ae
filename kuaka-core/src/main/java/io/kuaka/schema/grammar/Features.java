package io.kuaka.schema.grammar;

import java.util.EnumSet;
import java.util.Set;

/** The features that a database supports. */
public record Features(Set<Feature> supported) {
    public Features {
        supported = Set.copyOf(supported);
    }

    /** Returns a set of features. */
    public static Features of(Feature first, Feature... rest) {
        return new Features(EnumSet.of(first, rest));
    }

    /** Returns whether the database supports the feature. */
    public boolean supports(Feature feature) {
        return supported.contains(feature);
    }
}
