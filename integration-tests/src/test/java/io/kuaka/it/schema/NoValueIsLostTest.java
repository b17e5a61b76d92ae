package io.kuaka.it.schema;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.decimal;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.Autodetector;
import io.kuaka.autodetect.RandomStates;
import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.autodetect.question.Questioner;
import io.kuaka.base.MigrationException;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SampleRows;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Operation;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Table;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Constraint;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds the promise that no value is lost without a question, over random states with rows.
 *
 * <p>Without answers, makemigrations either stops at a question, or every value whose table and column have the same name
 * before and after is still there.
 */
@Tag("slow")
class NoValueIsLostTest {
    private static final boolean IS_EXHAUSTIVE = Boolean.getBoolean("exhaustive");

    private static final AnswersQuestioner NOBODY = AnswersQuestioner.withoutAnswers();

    private static int seeds(Engine engine) {
        return switch (engine) {
            case SQLITE, H2 -> IS_EXHAUSTIVE ? 3000 : 200;
            case POSTGRESQL, MARIADB, MYSQL -> IS_EXHAUSTIVE ? 300 : 30;
        };
    }

    @ParameterizedTest
    @EnumSource
    void aValueUnderANameThatStaysIsKeptOrAskedAbout(Engine engine) throws SQLException {
        int seeds = seeds(engine);
        int migrated = 0;
        for (int seed = 0; seed < seeds; seed++) {
            RandomStates states = new RandomStates(seed);
            ProjectState start = states.next();
            ProjectState from = withTablesOfTheirOwn(start);
            ProjectState to = underOldNames(withTablesOfTheirOwn(states.mutate(start, seed % 4)), new Random(seed));
            Optional<List<MigrationNode>> made = detect(from, to, AnswersQuestioner.withoutAnswers());
            if (made.isPresent() && isKept(engine, from, to, made.get(), seed)) {
                migrated++;
            }
        }
        assertThat(migrated).as("migrations that ran with rows").isGreaterThan(seeds / 10);
    }

    /**
     * Apps may have models and sequences of one name; the random ones don't care that the database has one each. Nor do
     * they care that MariaDB and MySQL take no check of a key that the database numbers.
     */
    private static ProjectState withTablesOfTheirOwn(ProjectState state) {
        ProjectState result = state;
        for (ModelKey key : state.models().keySet()) {
            result =
                    result.updateModel(key, model -> withoutChecksOfKeys(model).table(key.app() + "_" + model.table()));
        }
        for (ModelKey key : state.sequences().keySet()) {
            result = result.renameSequence(key, new ModelKey(key.app(), key.app() + "_" + key.name()));
        }
        return result;
    }

    private static ModelState withoutChecksOfKeys(ModelState model) {
        ModelState less = model;
        for (Constraint constraint : model.constraints().values()) {
            if (constraint instanceof CheckConstraint
                    && model.primaryKey().stream().anyMatch(constraint::uses)) {
                less = less.withoutConstraint(constraint.name());
            }
        }
        return less;
    }

    /** Lets something else take the column of a field, or the table of a model, as nobody would who thinks of the rows. */
    private static ProjectState underOldNames(ProjectState state, Random random) {
        List<ModelKey> keys = List.copyOf(state.models().keySet());
        if (keys.isEmpty()) {
            return state;
        }
        ModelKey key = keys.get(random.nextInt(keys.size()));
        ModelState model = state.model(key);
        List<Field> fields = model.fields().values().stream()
                .filter(field ->
                        !field.isPrimaryKey() && model.fieldsUsing(field).isEmpty())
                .filter(field -> model.indexes().values().stream().noneMatch(index -> index.uses(field)))
                .filter(field -> model.constraints().values().stream().noneMatch(rule -> rule.uses(field)))
                .filter(field -> state.referrers(key).isEmpty())
                .toList();
        if (!fields.isEmpty() && random.nextInt(4) > 0) {
            Field old = fields.get(random.nextInt(fields.size()));
            return state.updateModel(key, each -> each.withoutField(old.name()).withField(another(old, random)));
        }
        return state;
    }

    private static Field another(Field old, Random random) {
        String name = random.nextBoolean() ? old.name() + "Too" : "another";
        Field field =
                switch (random.nextInt(4)) {
                    case 0 -> integer(name);
                    case 1 -> varchar(name, 30);
                    case 2 -> bigint(name);
                    default -> decimal(name, 10, 2);
                };
        return field.columns(old.columns().toArray(String[]::new)).nullable();
    }

    /** Returns whether the migrations ran; a migration that rows don't suit is refused, and loses nothing. */
    private static boolean isKept(Engine engine, ProjectState from, ProjectState to, List<MigrationNode> made, int seed)
            throws SQLException {
        try (SchemaRun run = SchemaRun.on(engine)) {
            migrate(
                    run,
                    ProjectState.empty(),
                    detect(ProjectState.empty(), from, NOBODY).orElseThrow());
            if (!insertRows(engine, run, from)) {
                return false;
            }
            Map<String, String> before = values(run, from, from, to);
            try {
                migrate(run, from, made);
            } catch (MigrationException | IllegalStateException | SQLException e) {
                return false;
            }
            assertThat(values(run, to, from, to)).as("seed %d", seed).isEqualTo(before);
            return true;
        }
    }

    private static Optional<List<MigrationNode>> detect(ProjectState from, ProjectState to, Questioner questioner) {
        try {
            List<MigrationNode> open = new ArrayList<>();
            Autodetector.detect(from, to, Map.of(), questioner, AutodetectOptions.defaults())
                    .values()
                    .forEach(open::addAll);
            List<MigrationNode> sorted = new ArrayList<>();
            while (!open.isEmpty()) {
                MigrationNode next = open.stream()
                        .filter(node -> open.stream()
                                .noneMatch(other -> node.dependencies().contains(other.key())))
                        .findFirst()
                        .orElseThrow();
                open.remove(next);
                sorted.add(next);
            }
            return Optional.of(sorted);
        } catch (OpenQuestionsException e) {
            return Optional.empty();
        }
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

    /** Inserts two rows into each table, which refer to each other's keys; returns whether the checks let them in. */
    private static boolean insertRows(Engine engine, SchemaRun run, ProjectState state) {
        try {
            run.insertRows(engine, state, 1, 2);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Returns what is in the columns that both states have: the values, or how many there are where the type changes. */
    private static Map<String, String> values(SchemaRun run, ProjectState state, ProjectState from, ProjectState to)
            throws SQLException {
        Map<String, String> values = new TreeMap<>();
        for (Table table : SampleRows.tables(state)) {
            for (Column column : table.columns()) {
                List<ColumnType> types = Stream.of(from, to)
                        .flatMap(each -> plainColumn(each, table, column).stream())
                        .map(Column::type)
                        .toList();
                if (types.size() == 2) {
                    String name = run.grammar().identifier(column.name());
                    String what = types.get(0).equals(types.get(1)) ? name : "count(" + name + ")";
                    values.put(
                            table.name().name() + "." + column.name(),
                            run.query("select " + what + " from "
                                            + run.grammar().name(table.name()) + " order by 1")
                                    .toString());
                }
            }
        }
        return values;
    }

    private static Optional<Column> plainColumn(ProjectState state, Table table, Column column) {
        return SampleRows.tables(state).stream()
                .filter(other -> other.name().equals(table.name()))
                .flatMap(other -> other.column(column.name()).stream())
                .filter(other -> other.generated() == null)
                .findFirst();
    }
}
