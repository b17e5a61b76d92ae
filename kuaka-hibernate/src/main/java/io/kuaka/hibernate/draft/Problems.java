package io.kuaka.hibernate.draft;

import java.util.ArrayList;
import java.util.List;

/** Collects problems, so all of them are reported at once. */
public final class Problems {
    private final List<String> found = new ArrayList<>();

    /**
     * Adds a problem: its place, as in {@code Entity "Book", attribute "cover"}, and its description with the way out.
     */
    public void add(String where, String what) {
        String problem = where + ": " + what;
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    /**
     * Stops if there are problems.
     *
     * @throws UnsupportedMappingException with all problems
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new UnsupportedMappingException(found);
        }
    }
}
