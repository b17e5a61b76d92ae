package io.kuaka.graph;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a database's history has migrations as applied whose dependencies aren't. */
public final class InconsistentHistoryException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Offender> offenders;

    /** An applied migration and a dependency of it that isn't applied. */
    public record Offender(MigrationKey applied, MigrationKey dependency) {}

    InconsistentHistoryException(List<Offender> offenders) {
        super(words(offenders));
        this.offenders = List.copyOf(offenders);
    }

    /** Returns what is wrong, and the way out. */
    public static String words(List<Offender> offenders) {
        return "The database's history doesn't match the migrations: "
                + offenders.stream()
                        .map(each -> each.applied() + " is applied, but its dependency " + each.dependency() + " is"
                                + " not")
                        .collect(Collectors.joining("; "))
                + ". If the dependencies are right and the database already has these changes, record the missing migrations with "
                + offenders.stream()
                        .map(Offender::dependency)
                        .distinct()
                        .map(key -> "'kuaka migrate " + key.app() + " " + key.name() + " --fake'")
                        .collect(Collectors.joining(" and "))
                + ".";
    }

    /** Returns all such pairs, in the order of their names. */
    public List<Offender> offenders() {
        return offenders;
    }
}
