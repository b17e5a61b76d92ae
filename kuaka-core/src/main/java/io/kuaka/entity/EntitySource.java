package io.kuaka.entity;

import java.util.List;

/**
 * The source of an entity.
 *
 * @param packageName its package
 * @param className its simple name
 * @param table its table
 * @param text the whole file
 * @param notes what the table has and the entity can't express, each as a sentence
 */
public record EntitySource(String packageName, String className, String table, String text, List<String> notes) {
    public EntitySource {
        notes = List.copyOf(notes);
    }

    /** Returns where the file is, below the folder of the sources. */
    public String path() {
        return (packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/") + className + ".java";
    }
}
