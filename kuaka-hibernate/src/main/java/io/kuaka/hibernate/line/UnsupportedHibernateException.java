package io.kuaka.hibernate.line;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when the project's Hibernate is older than what Kuaka can read entities with. */
public final class UnsupportedHibernateException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String version;

    UnsupportedHibernateException(String version, String oldest) {
        super("Kuaka can't read entities with Hibernate " + version
                + ", which is on the project's class path: it needs "
                + oldest + " or later. Upgrade Hibernate, or find out which dependency brings the old one with \"mvn"
                + " dependency:tree -Dincludes=org.hibernate*\".");
        this.version = version;
    }

    /** Returns the version on the class path. */
    public String version() {
        return version;
    }
}
