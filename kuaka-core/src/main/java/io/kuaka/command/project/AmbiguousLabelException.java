package io.kuaka.command.project;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Thrown when packages with entities would be apps with the same label. */
public final class AmbiguousLabelException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    AmbiguousLabelException(SortedMap<String, SortedSet<String>> packagesByLabel) {
        super(packagesByLabel.entrySet().stream()
                .map(entry -> "The packages \"" + String.join("\", \"", entry.getValue())
                        + "\" have the same app label \"" + entry.getKey() + "\".")
                .collect(Collectors.joining(" ", "", " " + wayOut(packagesByLabel))));
    }

    private static String wayOut(SortedMap<String, SortedSet<String>> packagesByLabel) {
        SortedSet<String> all = packagesByLabel.values().stream()
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        return UpperPackage.of(all)
                        .map(upper -> "If they are one app, put @App(\"" + upper.substring(upper.lastIndexOf('.') + 1)
                                + "\") on the package-info.java of \"" + upper + "\". Otherwise put")
                        .orElse("Put")
                + " @App with a label of its own on the package-info.java of each.";
    }
}
