package io.kuaka.command.project;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Finds the package that several packages have in common. */
public final class UpperPackage {
    private UpperPackage() {}

    /** Returns the longest package that is or contains all packages; a single segment, such as com, doesn't count. */
    public static Optional<String> of(SortedSet<String> packages) {
        List<String> first = List.of(packages.first().split("\\."));
        List<String> last = List.of(packages.last().split("\\."));
        int common = 0;
        while (common < Math.min(first.size(), last.size()) && first.get(common).equals(last.get(common))) {
            common++;
        }
        return common < 2 ? Optional.empty() : Optional.of(String.join(".", first.subList(0, common)));
    }
}
