package io.kuaka.schema.grammar;

import java.util.EnumSet;
import java.util.Set;

/** The set of things that a database can do. */
public record Features(Set<Feature> supported) {
    public Features {
        supported = Set.copyOf(supported);
    }

    /** Returns the features given, and no others. */
    public static Features of(Feature first, Feature... rest) {
        return new Features(EnumSet.of(first, rest));
    }

    /** Returns whether the database can do it. */
    public boolean supports(Feature feature) {
        return supported.contains(feature);
    }
}
