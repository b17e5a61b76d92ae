package io.kuaka.command.repair;

import io.kuaka.base.MigrationException;
import io.kuaka.compare.Comparison;
import io.kuaka.compare.FoundState;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.executor.MigrationScript;
import io.kuaka.graph.Direction;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Operation;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out how differences are fixed: the SQL leads from the state that the database has to the same state without the
 * one difference, so that whatever else differs stays as it is.
 */
public final class Repairs {
    private final Dialect dialect;
    private final Comparison comparison;
    private final ProjectState there;

    private Repairs(Dialect dialect, Comparison comparison) {
        this.dialect = dialect;
        this.comparison = comparison;
        this.there = FoundState.of(comparison, comparison.all().differences()).state();
    }

    /**
     * Returns how each of some differences is fixed.
     *
     * @param differences some of those that the comparison found
     */
    public static Map<SchemaDifference, Repair> of(
            Dialect dialect, Comparison comparison, List<SchemaDifference> differences) {
        Repairs repairs = new Repairs(dialect, comparison);
        Map<SchemaDifference, Repair> all = new LinkedHashMap<>();
        differences.forEach(each -> all.put(each, repairs.of(each)));
        return all;
    }

    private Repair of(SchemaDifference difference) {
        if (difference.isRenamedTable()) {
            TableName owner = difference.owner();
            Sql back = dialect.grammar().renameTable(comparison.nameInDatabase(owner), owner);
            return new Repair(List.of(back.text()), List.of());
        }
        FoundState alone = FoundState.of(comparison, List.of(difference));
        List<SchemaDifference> others = comparison.all().differences().stream()
                .filter(each -> !each.equals(difference))
                .toList();
        ProjectState fixed = FoundState.of(comparison, others).state();
        List<Operation> operations = alone.untold().isEmpty()
                ? StateSteps.between(comparison.state(), alone.state()).stream()
                        .flatMap(step -> step.operations().get().stream())
                        .toList()
                : List.of();
        List<MigrationNode> steps = StateSteps.between(there, fixed);
        return new Repair(statements(steps.isEmpty() ? redefinition(difference) : steps), operations);
    }

    private List<MigrationNode> redefinition(SchemaDifference difference) {
        return Redefinitions.of(comparison, there, List.of(difference)).steps();
    }

    private List<String> statements(List<MigrationNode> steps) {
        List<String> statements = new ArrayList<>();
        ProjectState state = there;
        try {
            for (MigrationNode step : steps) {
                MigrationScript script = MigrationScript.of(dialect, step, Direction.FORWARD, state);
                script.statements().stream().flatMap(Repairs::change).forEach(statements::add);
                state = step.apply(state);
            }
        } catch (MigrationException e) {
            // Not every change has SQL, for instance one between types whose values can't be converted.
            return List.of();
        }
        return statements;
    }

    /** What only looks at rows first isn't needed by somebody who reads what the database answers. */
    private static Stream<String> change(PlannedStatement planned) {
        Optional<Sql> sql = planned.statement().match(Optional::of, call -> Optional.empty());
        return sql.filter(each -> each.violation() == null).map(Sql::text).stream();
    }
}
