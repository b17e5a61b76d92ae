package io.kuaka.spring.models;

import io.kuaka.spring.database.StartException;
import java.io.Serial;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Thrown when entities have changes without a migration. */
public final class ModelsChangedException extends StartException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final SortedSet<String> apps;

    ModelsChangedException(SortedSet<String> apps) {
        super(
                "The models of these apps have changes without a migration: "
                        + apps.stream().map(app -> "\"" + app + "\"").collect(Collectors.joining(", ")) + ".",
                "Run 'kuaka makemigrations', or set kuaka.check-models=off.");
        this.apps = new TreeSet<>(apps);
    }

    /** Returns the labels of the apps. */
    public SortedSet<String> apps() {
        return new TreeSet<>(apps);
    }
}
