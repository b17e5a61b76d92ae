package io.kuaka.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.Agreeing;
import io.kuaka.autodetect.Autodetector;
import io.kuaka.autodetect.RandomStates;
import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Operation;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.Constraint;
import io.kuaka.state.Field;
import io.kuaka.state.Fields;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random changes of random states: what is written runs, makes the tables of a fresh database, and so does its way back,
 * and the way forward again.
 */
@Tag("slow")
class RandomChangesTest {
    private static final boolean IS_EXHAUSTIVE = Boolean.getBoolean("exhaustive");

    private static int seeds(Engine engine) {
        return switch (engine) {
            case SQLITE, H2 -> IS_EXHAUSTIVE ? 2000 : 20;
            case POSTGRESQL, MARIADB, MYSQL -> IS_EXHAUSTIVE ? 200 : 6;
        };
    }

    @ParameterizedTest
    @EnumSource
    void theTablesAreThoseOfAFreshDatabaseThereAndBackAndThereAgain(Engine engine) throws SQLException {
        List<String> faults = new ArrayList<>();
        for (int seed = 0; seed < seeds(engine); seed++) {
            try {
                goThereAndBack(engine, seed);
            } catch (SQLException | RuntimeException | AssertionError e) {
                faults.add("seed " + seed + ": " + e);
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void goThereAndBack(Engine engine, int seed) throws SQLException {
        RandomStates states = new RandomStates(seed);
        ProjectState start = states.next();
        ProjectState from = possible(start);
        ProjectState to = possible(states.mutate(start, 1 + seed % 4));
        List<MigrationNode> initial = detect(List.of(), from);
        List<MigrationNode> all = new ArrayList<>(initial);
        List<MigrationNode> made = detect(initial, to);
        all.addAll(made);
        try (SchemaRun run = SchemaRun.on(engine)) {
            migrate(run, ProjectState.empty(), ordered(initial));
            assertThat(run.differences(from)).isEmpty();
            List<MigrationNode> steps =
                    ordered(all).stream().filter(made::contains).toList();
            migrate(run, from, steps);
            assertThat(run.differences(to)).as("there").isEmpty();
            back(run, from, steps);
            assertThat(run.differences(from)).as("back").isEmpty();
            migrate(run, from, steps);
            assertThat(run.differences(to)).as("there again").isEmpty();
        }
    }

    private static List<MigrationNode> detect(List<MigrationNode> history, ProjectState to) {
        return Autodetector.detect(MigrationGraph.of(history), to, new Agreeing(), AutodetectOptions.defaults())
                .migrations();
    }

    private static List<MigrationNode> ordered(List<MigrationNode> migrations) {
        return MigrationGraph.of(migrations).order();
    }

    private static void migrate(SchemaRun run, ProjectState before, List<MigrationNode> migrations)
            throws SQLException {
        ProjectState state = before;
        for (MigrationNode migration : migrations) {
            run.migrate(
                    migration.key().app(), state, migration.operations().get().toArray(Operation[]::new));
            state = migration.apply(state);
        }
    }

    private static void back(SchemaRun run, ProjectState before, List<MigrationNode> migrations) throws SQLException {
        List<ProjectState> states = new ArrayList<>(List.of(before));
        migrations.forEach(migration -> states.add(migration.apply(states.get(states.size() - 1))));
        for (int i = migrations.size() - 1; i >= 0; i--) {
            MigrationNode migration = migrations.get(i);
            run.migrate(
                    migration.key().app(),
                    states.get(i + 1),
                    migration.inverses(states.get(i)).toArray(Operation[]::new));
        }
    }

    /**
     * Apps may have models and sequences of one name, a model may be without a key, and a check may look at the numbers
     * of the database; databases don't take these.
     */
    private static ProjectState possible(ProjectState state) {
        ProjectState result = state;
        for (ModelKey key : state.models().keySet()) {
            result = result.updateModel(key, model -> withKey(model).table(key.app() + "_" + model.table()));
        }
        for (ModelKey key : state.sequences().keySet()) {
            result = result.renameSequence(key, new ModelKey(key.app(), key.app() + "_" + key.name()));
        }
        return result;
    }

    private static ModelState withKey(ModelState model) {
        Field id = Fields.bigint("id").primaryKey();
        ModelState keyed = !model.primaryKey().isEmpty()
                ? model
                : model.fields().containsKey("id") ? model.withAlteredField(id) : model.withField(id);
        for (Constraint constraint : List.copyOf(model.constraints().values())) {
            if (constraint instanceof CheckConstraint
                    && keyed.primaryKey().stream().anyMatch(constraint::uses)) {
                keyed = keyed.withoutConstraint(constraint.name());
            }
        }
        return keyed;
    }
}
