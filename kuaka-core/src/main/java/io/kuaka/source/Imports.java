package io.kuaka.source;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Collects the imports of a Java file while its parts are rendered.
 *
 * <p>A class is imported by its simple name unless another class with that name came first; then its full name is
 * written. Not thread-safe: use one instance per file.
 */
public final class Imports {
    private final Map<String, String> qualifiedBySimpleName = new HashMap<>();
    private final SortedSet<String> classes = new TreeSet<>();
    private final SortedSet<String> staticOwners = new TreeSet<>();

    /** Reserves the simple name of a class that the file imports already. */
    public void reserve(String className) {
        qualifiedBySimpleName.putIfAbsent(className.substring(className.lastIndexOf('.') + 1), className);
    }

    /** Returns how {@code type} is written in this file, and imports it where needed. */
    public String nameOf(Class<?> type) {
        String qualified = type.getCanonicalName();
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        String importable = outermost.getCanonicalName();
        String taken = qualifiedBySimpleName.putIfAbsent(outermost.getSimpleName(), importable);
        if (taken != null && !taken.equals(importable)) {
            return qualified;
        }
        if (!outermost.getPackageName().equals("java.lang")) {
            classes.add(importable);
        }
        return qualified.substring(
                importable.length() - outermost.getSimpleName().length());
    }

    /** Makes the static members of {@code owner} available by their simple names. */
    public void useStatic(Class<?> owner) {
        staticOwners.add(owner.getCanonicalName());
    }

    /** Returns the imported classes in alphabetical order. */
    public SortedSet<String> classes() {
        return new TreeSet<>(classes);
    }

    /** Returns the classes whose static members are all imported, in alphabetical order. */
    public SortedSet<String> staticOwners() {
        return new TreeSet<>(staticOwners);
    }
}
