package io.kuaka.spring.database;

import io.kuaka.base.MigrationException;
import io.kuaka.spring.settings.StartSpelling;
import java.io.Serial;

/** Thrown when an application can't start because of what its databases, settings or models are. */
public abstract class StartException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String wayOut;

    protected StartException(String problem, String wayOut) {
        super(problem + " " + StartSpelling.in(wayOut));
        this.problem = problem;
        this.wayOut = StartSpelling.in(wayOut);
    }

    /** Returns what is wrong. */
    public String problem() {
        return problem;
    }

    /** Returns what to do about it. */
    public String wayOut() {
        return wayOut;
    }
}
