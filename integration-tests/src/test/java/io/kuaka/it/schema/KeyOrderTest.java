package io.kuaka.it.schema;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.Agreeing;
import io.kuaka.autodetect.Autodetector;
import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Operation;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds that keys of several columns, and all that refers to them, have one order however a database came there: that
 * of a fresh one.
 */
@Tag("slow")
class KeyOrderTest {
    private static final List<Field> PARTS = List.of(
            integer("harbor").primaryKey(),
            integer("number").primaryKey(),
            integer("season").primaryKey(),
            integer("side").column("half").primaryKey());

    @ParameterizedTest
    @EnumSource
    void aKeyHasTheOrderOfAFreshDatabaseForwardAndBack(Engine engine) throws SQLException {
        int seeds = engine == Engine.SQLITE || engine == Engine.H2 ? 60 : 12;
        for (int seed = 0; seed < seeds; seed++) {
            Random random = new Random(seed);
            List<Field> before = key(random);
            List<Field> after = key(random);
            boolean isReferred = before.size() == after.size();
            ProjectState from = port(before, isReferred);
            ProjectState to = port(after, isReferred);
            assertLeadsThereAndBack(engine, from, random.nextBoolean() ? withFerry(to, after) : to, seed);
        }
    }

    private static List<Field> key(Random random) {
        List<Field> shuffled = new ArrayList<>(PARTS);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, 2 + random.nextInt(3));
    }

    /** References to all of a key can't stay where it gets or loses columns. */
    private static ProjectState port(List<Field> key, boolean isReferred) {
        ModelState pier = model("Pier").fields(key.toArray(Field[]::new)).withField(integer("depth"));
        ProjectState port = SchemaRun.shop(pier);
        return isReferred
                ? port.withModel("shop", model("Berth").fields(integer("row").primaryKey(), whole("pier", key)))
                        .withModel(
                                "shop",
                                model("Pier.lamps")
                                        .fields(
                                                whole("owner", key),
                                                integer("place").primaryKey()))
                        .withModel("shop", model("Ship").fields(bigint("id").primaryKey(), berth(key)))
                : port;
    }

    private static ProjectState withFerry(ProjectState port, List<Field> key) {
        return port.withModel(
                "shop",
                model("Ferry").fields(whole("home", key), integer("line").primaryKey()));
    }

    private static Field whole(String name, List<Field> key) {
        return reference(name, "shop.Pier").columns(columns(name, key)).primaryKey();
    }

    private static Field berth(List<Field> key) {
        List<String> columns = new ArrayList<>(List.of("berth_row"));
        columns.addAll(List.of(columns("berth", key)));
        return reference("berth", "shop.Berth")
                .columns(columns.toArray(String[]::new))
                .nullable();
    }

    private static String[] columns(String reference, List<Field> key) {
        return key.stream().map(field -> reference + "_" + field.name()).toArray(String[]::new);
    }

    private static void assertLeadsThereAndBack(Engine engine, ProjectState from, ProjectState to, int seed)
            throws SQLException {
        List<MigrationNode> migrations = Autodetector.detect(
                        from, to, Map.of(), new Agreeing(), AutodetectOptions.defaults())
                .getOrDefault("shop", List.of());
        ProjectState state = from;
        List<Operation> back = new ArrayList<>();
        try (SchemaRun run = SchemaRun.with(engine, from)) {
            for (MigrationNode migration : migrations) {
                back.addAll(0, migration.inverses(state));
                run.migrate(state, migration.operations().get().toArray(Operation[]::new));
                state = migration.apply(state);
            }
            assertThat(state).as("seed %d", seed).isEqualTo(to);
            assertThat(run.differences(to)).as("seed %d", seed).isEmpty();
            run.migrate(to, back.toArray(Operation[]::new));
            assertThat(run.differences(from)).as("seed %d, back", seed).isEmpty();
        }
    }
}
