package io.kuaka.command.adopt;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.Collection;

/** Thrown when there is nothing that an adoption could take over. */
public final class NothingToAdoptException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private NothingToAdoptException(String message) {
        super(message);
    }

    static NothingToAdoptException noApps(Collection<String> managed) {
        return new NothingToAdoptException(
                managed.isEmpty()
                        ? "There is nothing to adopt: no entities were found."
                        : "There is nothing to adopt: the apps already have migrations. For another database that has"
                                + " their tables, record these with 'kuaka migrate --fake-initial', which compares the"
                                + " tables first.");
    }

    static NothingToAdoptException noTables() {
        return new NothingToAdoptException("There is nothing to adopt: the database has none of the tables of the"
                + " entities. Create them with 'kuaka makemigrations' and 'kuaka migrate'.");
    }
}
