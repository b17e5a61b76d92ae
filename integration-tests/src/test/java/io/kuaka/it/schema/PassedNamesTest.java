package io.kuaka.it.schema;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.unique;
import static io.kuaka.state.Sequence.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.Agreeing;
import io.kuaka.autodetect.Autodetector;
import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Operation;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Lets tables, sequences, columns, indexes and constraints take each other's names at random, in chains and in circles, while tables
 * come and go.
 *
 * <p>Each migration has to run, with rows; the values stay with their fields, the tables are those that a fresh database
 * gets, and the way back leads to where it began.
 */
class PassedNamesTest {
    private static final int SEEDS = Integer.getInteger("kuaka.seeds", 60);

    private static final int MODELS = 4;

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "H2"})
    void namesPassInAnyOrder(Engine engine) throws SQLException {
        for (int seed = 0; seed < SEEDS; seed++) {
            check(engine, seed);
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void namesPassInAnyOrderOnServers(Engine engine) throws SQLException {
        for (int seed = 0; seed < SEEDS / 6; seed++) {
            check(engine, seed);
        }
    }

    private static void check(Engine engine, int seed) throws SQLException {
        Random random = new Random(seed);
        ProjectState from = state(random, "Model0");
        ProjectState to = state(random, seed % 3 == 0 ? "Renamed" : "Model0");
        MigrationNode migration = detect(from, to);
        try (SchemaRun run = SchemaRun.with(engine, from)) {
            insertRows(run, from);
            Map<String, List<String>> before = values(run, from);

            run.migrate(from, migration.operations().get().toArray(Operation[]::new));

            assertThat(run.differences(to))
                    .as("seed %d: %s", seed, describe(migration))
                    .isEmpty();
            Map<String, List<String>> after = values(run, to);
            assertThat(of(to, before)).as("seed %d", seed).isEqualTo(of(from, after));

            run.migrate(to, migration.inverses(from).toArray(Operation[]::new));

            assertThat(run.differences(from))
                    .as("seed %d, back: %s", seed, describe(migration))
                    .isEmpty();
            assertThat(of(to, values(run, from))).as("seed %d, back", seed).isEqualTo(of(to, before));
        } catch (SQLException | IllegalStateException e) {
            throw new SQLException("seed " + seed + ": " + describe(migration), e);
        }
    }

    private static List<String> describe(MigrationNode migration) {
        return migration.operations().get().stream().map(Operation::describe).toList();
    }

    private static MigrationNode detect(ProjectState from, ProjectState to) {
        List<MigrationNode> migrations = new ArrayList<>();
        Autodetector.detect(
                        from,
                        to,
                        Map.of(),
                        new Agreeing(false),
                        AutodetectOptions.defaults().withRenameHints(Map.of("shop.Renamed", "Model0")))
                .values()
                .forEach(migrations::addAll);
        return migrations.isEmpty()
                ? MigrationNode.of(new MigrationKey("shop", "0001_nothing"), List.of(), List.of())
                : migrations.get(0);
    }

    /** All states have the same fields, indexes and constraints, each under some name. */
    private static ProjectState state(Random random, String first) {
        Deque<String> tables = shuffled("t", MODELS + 2, random);
        Deque<String> members = shuffled("name", 3 * MODELS + 2, random);
        ProjectState state = ProjectState.empty();
        int left = random.nextInt(2 * MODELS);
        for (int i = 0; i < MODELS; i++) {
            String name = i == 0 ? first : "Model" + i;
            ModelState model = shuffledModel(name, i <= 2 ? first : "Model1", tables.pop(), members, random);
            if (i < 2 || i != left) { // Others refer to the first two.
                state = state.withModel("shop", model);
            }
        }
        return state.withSequence("shop", sequence(tables.pop()).startingAt(7));
    }

    private static ModelState shuffledModel(
            String name, String referred, String table, Deque<String> members, Random random) {
        Deque<String> columns = shuffled("c", 4, random);
        return model(name)
                .table(table)
                .fields(
                        bigint("id").primaryKey(),
                        integer("size").column(columns.pop()),
                        varchar("title", 20).column(columns.pop()).unique(),
                        reference("next", "shop." + referred).column(columns.pop()))
                .indexes(
                        index(members.pop()).on("next", "size"),
                        index(members.pop()).on("title", "size"))
                .constraints(unique(members.pop()).on("size"));
    }

    private static Deque<String> shuffled(String start, int count, Random random) {
        List<String> names = new ArrayList<>(
                IntStream.range(0, count).mapToObj(i -> start + i).toList());
        Collections.shuffle(names, random);
        return new ArrayDeque<>(names);
    }

    private static void insertRows(SchemaRun run, ProjectState state) throws SQLException {
        for (ModelKey key : List.copyOf(state.models().keySet())) {
            ModelState model = state.model(key);
            for (int row = 1; row <= 2; row++) {
                run.execute("insert into " + model.table() + " (id, " + column(model, "size") + ", "
                        + column(model, "title") + ", " + column(model, "next") + ") values (" + row + ", "
                        + key.name().hashCode() % 1000 * row + ", '" + key.name() + row + "', " + row + ")");
            }
        }
    }

    /** Returns the values of each field, by the model that the seed gave it to. */
    private static Map<String, List<String>> values(SchemaRun run, ProjectState state) throws SQLException {
        Map<String, List<String>> values = new TreeMap<>();
        for (ModelState model : state.models().values()) {
            for (Field field : model.fields().values()) {
                values.put(
                        place(model, field),
                        run.query("select " + column(model, field.name()) + " from " + model.table() + " order by id"));
            }
        }
        return values;
    }

    /** Returns the values of those models that a state has, too. */
    private static Map<String, List<String>> of(ProjectState state, Map<String, List<String>> values) {
        Map<String, List<String>> common = new TreeMap<>();
        state.models().values().forEach(model -> model.fields().values().forEach(field -> Optional.ofNullable(
                        values.get(place(model, field)))
                .ifPresent(found -> common.put(place(model, field), found))));
        return common;
    }

    private static String place(ModelState model, Field field) {
        return model.name().replace("Renamed", "Model0") + "." + field.name();
    }

    private static String column(ModelState model, String field) {
        return model.field(field).columns().get(0);
    }
}
