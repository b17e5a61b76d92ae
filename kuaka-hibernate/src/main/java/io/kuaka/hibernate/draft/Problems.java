package io.kuaka.hibernate.draft;

import java.util.ArrayList;
import java.util.List;

/** Collects what can't be read, so that all of it is reported at once. */
public final class Problems {
    private final List<String> found = new ArrayList<>();

    /** Notes a problem: where it is, as in {@code Entity "Book", attribute "cover"}, and what it is with the way out. */
    public void add(String where, String what) {
        String problem = where + ": " + what;
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    /**
     * Ends the reading if there was a problem.
     *
     * @throws UnsupportedMappingException with all problems
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new UnsupportedMappingException(found);
        }
    }
}
