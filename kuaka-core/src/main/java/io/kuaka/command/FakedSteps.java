package io.kuaka.command;

import io.kuaka.command.project.DatabaseComparison;
import io.kuaka.command.project.Project;
import io.kuaka.compare.Comparison;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.graph.Direction;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.PlanStep;
import io.kuaka.migration.AppliedOperation;
import io.kuaka.migration.MigrationKey;
import io.kuaka.operation.Operation;
import io.kuaka.operation.SeparateDatabaseAndState;
import io.kuaka.recorder.OwnNames;
import io.kuaka.recorder.Signature.How;
import io.kuaka.schema.table.TableMapping;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides which steps of a plan are only recorded, and refuses that where the database isn't as if they had been run.
 *
 * <p>Compared are the tables that the steps create or change. Taking all of an app's migrations out of the history says
 * nothing about the database, so that only those are compared then that were interrupted: they count as undone.
 */
final class FakedSteps {
    private final Project project;
    private final Migrate.Prepared prepared;
    private final OwnNames own;
    private final Connection connection;
    private final MigrationGraph graph;

    private FakedSteps(Project project, Migrate.Prepared prepared, OwnNames own, Connection connection) {
        this.project = project;
        this.prepared = prepared;
        this.own = own;
        this.connection = connection;
        this.graph = prepared.graph().thatHolds(prepared.plan());
    }

    /** Returns how each of these steps comes into the history; the others are run. */
    static Map<MigrationKey, How> of(Project project, Migrate.Prepared prepared, OwnNames own, Connection connection)
            throws SQLException {
        return new FakedSteps(project, prepared, own, connection).decide();
    }

    private Map<MigrationKey, How> decide() throws SQLException {
        Faking faking = prepared.options().faking();
        List<PlanStep> steps =
                switch (faking.scope()) {
                    case NONE -> List.of();
                    case INITIAL -> initial();
                    case ALL -> prepared.steps();
                };
        List<PlanStep> compared = isReset() ? interrupted(steps) : steps;
        if (faking.isVerified() && !compared.isEmpty()) {
            requireRun(compared);
        }
        How how = faking.isVerified() ? How.FAKE_VERIFIED : How.FAKE;
        return steps.stream().collect(Collectors.toMap(PlanStep::key, step -> how));
    }

    private boolean isReset() {
        return Migrate.ZERO.equals(prepared.options().name());
    }

    private List<PlanStep> interrupted(List<PlanStep> steps) {
        return steps.stream()
                .filter(step -> prepared.unfinished().has(step.key()))
                .toList();
    }

    /** Returns the initial migrations that create tables all of which are there. */
    private List<PlanStep> initial() throws SQLException {
        List<PlanStep> steps = prepared.steps();
        List<ProjectState> before = graph.states().before(prepared.plan());
        Predicate<TableName> isThere = DatabaseComparison.tablesThere(
                prepared.dialect(), connection, graph.states().atEnd());
        List<PlanStep> initial = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            PlanStep step = steps.get(i);
            if (step.direction() == Direction.FORWARD && step.migration().isInitial()) {
                ProjectState after = step.migration().apply(before.get(i));
                Set<TableName> created = tables(after);
                created.removeAll(tables(before.get(i)));
                boolean creates = !before.get(i)
                        .models()
                        .keySet()
                        .containsAll(after.models().keySet());
                if (creates && created.stream().allMatch(isThere)) {
                    initial.add(step);
                }
            }
        }
        return initial;
    }

    private void requireRun(List<PlanStep> steps) throws SQLException {
        ProjectState before = graph.states().of(appliedBefore(steps));
        ProjectState after = graph.states().of(appliedAfter(steps));
        Comparison comparison = DatabaseComparison.of(project, prepared.dialect(), own, connection, after);
        Set<ModelKey> changed = changedBy(steps);
        List<SchemaDifference> differences = new ArrayList<>(comparison.of(changed::contains));
        Set<TableName> gone = tables(before);
        gone.removeAll(tables(after));
        if (!gone.isEmpty()) {
            gone.retainAll(droppedBy(steps));
        }
        differences.addAll(comparison.stillThere(gone));
        differences.removeIf(this::isAcceptedLeftover);
        if (!differences.isEmpty()) {
            throw new FakeRefusedException(steps.stream().map(PlanStep::key).toList(), differences, others());
        }
    }

    /** What is missing or another thing shows that a migration wasn't run, whoever is used to that. */
    private boolean isAcceptedLeftover(SchemaDifference difference) {
        return difference.expected() == null
                && prepared.options().faking().accepted().stream().anyMatch(rule -> rule.covers(difference));
    }

    /** What the steps only forget stays in the database. */
    private Set<TableName> droppedBy(List<PlanStep> steps) {
        Set<TableName> dropped = new HashSet<>();
        graph.states().visit(prepared.plan(), (step, states) -> {
            if (steps.contains(step)) {
                step.migration().replay(states.get(0)).stream()
                        .filter(applied -> !isOfModelsOnly(applied.operation()))
                        .forEach(applied -> dropped.addAll(dropped(applied, step.direction())));
            }
        });
        return dropped;
    }

    private static boolean isOfModelsOnly(Operation operation) {
        return operation instanceof SeparateDatabaseAndState separate
                && separate.databaseOperations().isEmpty();
    }

    private Set<TableName> dropped(AppliedOperation applied, Direction direction) {
        Set<TableName> before = tables(applied.before());
        Set<TableName> after = tables(applied.after());
        return switch (direction) {
            case FORWARD -> without(before, after);
            case BACKWARD -> without(after, before);
        };
    }

    private static Set<TableName> without(Set<TableName> tables, Set<TableName> others) {
        tables.removeAll(others);
        return tables;
    }

    private String others() {
        return prepared.options().faking().scope() == Faking.Scope.INITIAL
                ? "record all migrations with --fake if it is as it would be after all of them, "
                : "";
    }

    /** What was interrupted and undone isn't in the history, but may have left tables. */
    private Set<MigrationKey> appliedBefore(List<PlanStep> steps) {
        Set<MigrationKey> applied = new HashSet<>(graph.applied());
        steps.stream().filter(step -> step.direction() == Direction.BACKWARD).forEach(step -> applied.add(step.key()));
        return applied;
    }

    /** An initial migration may depend on one that is going to run. */
    private Set<MigrationKey> appliedAfter(List<PlanStep> steps) {
        Set<MigrationKey> applied = new HashSet<>(graph.applied());
        for (PlanStep step : steps) {
            switch (step.direction()) {
                case FORWARD -> applied.addAll(graph.ancestors(step.key()));
                case BACKWARD -> applied.remove(step.key());
            }
        }
        return applied;
    }

    /** What the steps change that are going to run isn't in the database yet. */
    private Set<ModelKey> changedBy(List<PlanStep> steps) {
        Set<ModelKey> changed = new HashSet<>();
        graph.states().visit(prepared.plan(), (step, states) -> {
            if (steps.contains(step)) {
                changed.addAll(changed(step, states.get(0), states.get(states.size() - 1)));
            }
        });
        return changed;
    }

    private static Set<ModelKey> changed(PlanStep step, ProjectState before, ProjectState after) {
        return switch (step.direction()) {
            case FORWARD -> changed(before, after);
            case BACKWARD -> changed(after, before);
        };
    }

    private static Set<ModelKey> changed(ProjectState before, ProjectState after) {
        return Stream.concat(after.models().keySet().stream(), after.sequences().keySet().stream())
                .filter(key -> changes(key, before, after))
                .collect(Collectors.toSet());
    }

    /** A column changes with the one that it refers to, so that tables are compared and not models. */
    private static boolean changes(ModelKey key, ProjectState before, ProjectState after) {
        if (after.sequences().containsKey(key)) {
            return !after.sequence(key).equals(before.sequences().get(key));
        }
        return !before.hasModel(key) || !TableMapping.of(after, key).equals(TableMapping.of(before, key));
    }

    private Set<TableName> tables(ProjectState state) {
        return state.models().keySet().stream()
                .filter(project.placement()::has)
                .map(key -> TableMapping.of(state, key).name())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
