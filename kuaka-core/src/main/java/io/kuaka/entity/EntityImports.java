package io.kuaka.entity;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The imports of an entity's file, by names: the classes of JPA and Hibernate needn't be on the class path. */
final class EntityImports {
    private final Set<String> taken;
    private final Map<String, String> bySimpleName = new HashMap<>();

    /**
     * Starts with none.
     *
     * @param taken simple names that mean something else in this file, such as those of other entities
     */
    EntityImports(Set<String> taken) {
        this.taken = taken;
    }

    /** Returns how a class is written: by its simple name where that is free. */
    String nameOf(String className) {
        int dot = className.lastIndexOf('.');
        String simple = className.substring(dot + 1);
        if (dot < 0) {
            return simple;
        }
        if (taken.contains(simple)
                || !bySimpleName.getOrDefault(simple, className).equals(className)) {
            return className;
        }
        bySimpleName.put(simple, className);
        return simple;
    }

    /** Returns the classes to import, in order. */
    SortedSet<String> classes() {
        SortedSet<String> classes = new TreeSet<>(bySimpleName.values());
        classes.removeIf(each -> each.matches("java\\.lang\\.\\w+"));
        return classes;
    }
}
