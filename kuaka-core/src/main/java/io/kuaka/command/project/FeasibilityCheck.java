package io.kuaka.command.project;

import io.kuaka.base.MigrationException;
import io.kuaka.executor.MigrationScript;
import io.kuaka.graph.Direction;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.IrreversibleOperationException;
import io.kuaka.recorder.OwnNames;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.conversion.InconvertibleTypeException;
import io.kuaka.schema.grammar.SharedNames;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes the SQL of migrations before they are written, so none is written that can't run. Needs no database.
 *
 * @param dialects the kinds of databases; one of them has to be able to run a migration
 * @param occupied the names of Kuaka's own tables, in lower case: no model can have one of them
 */
public record FeasibilityCheck(List<Dialect> dialects, List<String> occupied) {
    public FeasibilityCheck {
        dialects = List.copyOf(dialects);
        occupied = List.copyOf(occupied);
    }

    /** Returns the check for the database of a project or, if none is configured, for any supported one. */
    public static FeasibilityCheck on(Optional<Dialect> configured) {
        return new FeasibilityCheck(configured.map(List::of).orElseGet(Dialects::all), List.of());
    }

    /** Returns the check for the databases of a project or, if none is configured, for any supported one. */
    public static FeasibilityCheck on(Collection<Dialect> configured) {
        return new FeasibilityCheck(configured.isEmpty() ? Dialects.all() : List.copyOf(configured), List.of());
    }

    /** Returns the same check for a project with a history in tables of these names. */
    public FeasibilityCheck withHistoryIn(OwnNames names) {
        return new FeasibilityCheck(dialects, names.all());
    }

    /**
     * Makes sure that a migration can run.
     *
     * @param before the state before it
     * @throws InfeasibleMigrationException if none of the databases can run it, or reverse it
     * @throws OccupiedTableException if a model gets one of Kuaka's own tables
     */
    public void require(MigrationNode migration, ProjectState before) {
        requireFreeNames(migration.apply(before));
        List<MigrationException> refusals = new ArrayList<>();
        for (Dialect dialect : dialects) {
            refusal(dialect, migration, before).ifPresent(refusals::add);
        }
        if (!dialects.isEmpty() && refusals.size() == dialects.size()) {
            throw new InfeasibleMigrationException(
                    migration.key(), dialects.stream().map(Dialect::name).toList(), refusals.get(0));
        }
    }

    private void requireFreeNames(ProjectState after) {
        after.models().forEach((key, model) -> requireFree("model", key, model.table()));
        after.sequences().forEach((key, sequence) -> requireFree("sequence", key, sequence.name()));
    }

    private void requireFree(String kind, ModelKey owner, String name) {
        if (occupied.contains(name.replace("`", "").toLowerCase(Locale.ROOT))) {
            throw new OccupiedTableException(kind, owner, name);
        }
    }

    private static Optional<MigrationException> refusal(Dialect dialect, MigrationNode migration, ProjectState before) {
        try {
            SharedNames.require(dialect.grammar(), dialect.namespaces(), before, migration.apply(before));
            MigrationScript.of(dialect, migration, Direction.FORWARD, before);
            back(dialect, migration, before);
            return Optional.empty();
        } catch (MigrationException e) {
            return Optional.of(e);
        }
    }

    /** An irreversible operation is reported with the losses, and is no reason to refuse the migration. */
    private static void back(Dialect dialect, MigrationNode migration, ProjectState before) {
        try {
            MigrationScript.of(dialect, migration, Direction.BACKWARD, before);
        } catch (IrreversibleOperationException | InconvertibleTypeException e) {
            // Nothing is left to check.
        }
    }
}
