package io.kuaka.autodetect.arrange;

import io.kuaka.autodetect.detector.Proposal;
import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Thrown when changes of several apps depend on each other, so no order of migrations can make them. */
public final class CircularChangesException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    public CircularChangesException(SortedMap<String, List<Proposal>> open) {
        super("These changes depend on each other: " + list(open)
                + ". Make some of them in an earlier migration, one or two models at a time.");
    }

    private static String list(SortedMap<String, List<Proposal>> open) {
        return open.entrySet().stream()
                .map(entry ->
                        "\"" + entry.getValue().get(0).operation().describe() + "\" in app \"" + entry.getKey() + "\"")
                .collect(Collectors.joining(", "));
    }
}
