package io.kuaka.tooling.config;

import java.util.Optional;
import java.util.function.Function;

/** Replaces placeholders such as {@code ${name:default}} in what names files and profiles. */
@FunctionalInterface
public interface Placeholders {
    /**
     * Returns a text without placeholders; empty if one has no value.
     *
     * @param settings the values of the files so far, which those outside of them override
     */
    Optional<String> replace(String text, Function<String, Optional<String>> settings);
}
