package io.kuaka.command;

import io.kuaka.base.MigrationException;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Migrations were to be recorded without being run, but the database isn't as if they had been run. */
public final class FakeRefusedException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<SchemaDifference> differences;

    /** {@code others} says what else could be recorded, as a part of a sentence; empty if nothing could. */
    FakeRefusedException(List<MigrationKey> migrations, List<SchemaDifference> differences, String others) {
        super("The database isn't as it would be after "
                + migrations.stream().map(MigrationKey::toString).collect(Collectors.joining(", "))
                + ". Nothing was recorded. Change the database to match, " + others
                + "or record the migrations regardless with --unverified. What differs:"
                + differences.stream()
                        .map(each -> System.lineSeparator() + "  " + each.describe() + ": "
                                + each.severity().words())
                        .collect(Collectors.joining()));
        this.differences = List.copyOf(differences);
    }

    /** Returns what differs, the worst first. */
    public List<SchemaDifference> differences() {
        return differences;
    }
}
