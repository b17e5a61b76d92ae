package io.kuaka.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.command.repair.Repair;
import io.kuaka.command.repair.Repairs;
import io.kuaka.compare.Comparison;
import io.kuaka.compare.FoundState;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.operation.Operation;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How what somebody changed by hand is fixed: the history follows the database, or the database the history. */
@Tag("slow")
class RepairsTest {
    private static final String CHANGES = "io.kuaka.it.schema.ChangesByHand#seeds";

    @ParameterizedTest
    @MethodSource(CHANGES)
    void eachDifferenceIsMendedInTheHistoryOrInTheDatabase(Engine engine, ChangesByHand.Seed seed) throws SQLException {
        try (SchemaRun run = SchemaRun.with(engine, ChangesByHand.STATE)) {
            run.migrate(ChangesByHand.STATE, seed.change().toArray(Operation[]::new));
            Comparison comparison = run.comparison(ChangesByHand.STATE);
            List<SchemaDifference> differences = comparison.all().differences();

            FoundState found = FoundState.of(comparison, differences);
            assertThat(found.untold()).isEmpty();
            assertThat(run.diff(found.state()).differences()).isEmpty();

            ProjectState followed = ChangesByHand.STATE;
            for (Repair repair :
                    Repairs.of(run.dialect(), comparison, differences).values()) {
                for (Operation operation : repair.operations()) {
                    followed = operation.apply("shop", followed);
                }
            }
            assertThat(run.diff(followed).differences()).isEmpty();

            for (int i = 0; i < differences.size(); i++) {
                run.execute(nextStatements(run));
            }
            assertThat(run.diff(ChangesByHand.STATE).differences()).isEmpty();
        }
    }

    /** Returns the SQL of the first difference that has any: two that are one change go with each other. */
    private static String[] nextStatements(SchemaRun run) throws SQLException {
        Comparison comparison = run.comparison(ChangesByHand.STATE);
        return Repairs.of(run.dialect(), comparison, comparison.all().differences()).values().stream()
                .map(Repair::statements)
                .filter(statements -> !statements.isEmpty())
                .findFirst()
                .orElse(List.of())
                .toArray(String[]::new);
    }
}
