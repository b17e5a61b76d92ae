package io.kuaka.spring.neighbour;

import io.kuaka.spring.database.StartException;
import java.io.Serial;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Thrown when Kuaka and another tool change the same tables, and nobody has said that they may. */
public final class TablesOwnedTwiceException extends StartException {
    @Serial
    private static final long serialVersionUID = 1L;

    TablesOwnedTwiceException(String tool, SortedMap<String, String> scripts) {
        super(
                "Both " + tool + " and Kuaka change these tables: "
                        + scripts.entrySet().stream()
                                .map(each -> "\"" + each.getKey() + "\" (" + tool + " in \"" + each.getValue() + "\")")
                                .collect(Collectors.joining(", "))
                        + ".",
                "Leave each table to one of them. If both are to change a table, say so: kuaka.shared-tables="
                        + String.join(",", scripts.keySet()) + ".");
    }
}
