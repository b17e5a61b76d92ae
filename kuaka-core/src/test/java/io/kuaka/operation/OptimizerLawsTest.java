package io.kuaka.operation;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.index;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.base.MigrationException;
import io.kuaka.state.Fields;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The optimizer's law over thousands of random lists: the same state at the end, and wherever SQL looks at it. */
class OptimizerLawsTest {
    private static final String APP = "shop";
    private static final List<String> MODELS = List.of("Author", "Book", "Tag", "Order");
    private static final List<String> FIELDS = List.of("name", "title", "price", "note");

    @Test
    void theOptimizedListLeadsToTheSameState() {
        for (int seed = 0; seed < 3000; seed++) {
            List<Operation> operations = operations(new Random(seed), 4 + seed % 30);
            List<Operation> optimized;
            try {
                optimized = Optimizer.optimize(APP, operations);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + " " + words(operations), e);
            }

            assertThat(seen(optimized).equals(seen(operations)))
                    .as("seed %s\n%s\n%s", seed, words(operations), words(optimized))
                    .isTrue();
            assertThat(optimized).hasSizeLessThanOrEqualTo(operations.size());
        }
    }

    @Test
    void optimizingAgainChangesNothing() {
        for (int seed = 0; seed < 1000; seed++) {
            List<Operation> optimized = Optimizer.optimize(APP, operations(new Random(seed), 4 + seed % 30));

            assertThat(Optimizer.optimize(APP, optimized)).as("seed %s", seed).isEqualTo(optimized);
        }
    }

    @Test
    void thousandsOfOperationsAreNotTooMany() {
        List<Operation> operations = operations(new Random(1), 5000);

        assertThat(Optimizer.optimize(APP, operations)).hasSizeLessThan(operations.size());
    }

    private static String words(List<Operation> operations) {
        return operations.stream().map(Operation::describe).toList().toString();
    }

    /** Returns the state at the end, and before each SQL that isn't elidable. */
    private static Map<String, ProjectState> seen(List<Operation> operations) {
        Map<String, ProjectState> seen = new LinkedHashMap<>();
        ProjectState state = ProjectState.empty();
        for (Operation operation : operations) {
            if (operation instanceof RunSql run && !run.isElidable()) {
                seen.put(run.sql().get(0), state);
            }
            state = operation.apply(APP, state);
        }
        seen.put("end", state);
        return seen;
    }

    private static List<Operation> operations(Random random, int size) {
        List<Operation> operations = new ArrayList<>();
        ProjectState state = ProjectState.empty();
        while (operations.size() < size) {
            Operation operation = operation(random, state, operations.size());
            try {
                ProjectState next = operation.apply(APP, state);
                if (holdsTogether(next) && !next.equals(state) || operation instanceof RunSql) {
                    state = next;
                    operations.add(operation);
                }
            } catch (MigrationException e) {
                // It doesn't fit the state: another one may.
            }
        }
        return operations;
    }

    /** No database has two tables or two indexes of one name, and none lets an index or a reference point at nothing. */
    private static boolean holdsTogether(ProjectState state) {
        List<String> names = new ArrayList<>();
        for (ModelState model : state.models().values()) {
            names.add("table " + model.table().toLowerCase(Locale.ROOT));
            names.addAll(model.indexes().keySet());
            names.addAll(model.constraints().keySet());
            boolean fits = model.references().stream().allMatch(state::hasModel)
                    && model.indexes().values().stream()
                            .allMatch(index -> model.fields().keySet().containsAll(index.fields()))
                    && model.constraints().values().stream()
                            .allMatch(rule -> model.fields().keySet().containsAll(rule.fields()));
            if (!fits) {
                return false;
            }
        }
        return new HashSet<>(names).size() == names.size();
    }

    private static Operation operation(Random random, ProjectState state, int number) {
        String model = any(random, MODELS);
        String field = any(random, FIELDS);
        return switch (random.nextInt(16)) {
            case 0, 1 -> new CreateModel(created(random, state, model));
            case 2 -> new DeleteModel(model);
            case 3 -> new RenameModel(model, any(random, MODELS));
            case 4 -> new AddField(model, integer(field).nullable());
            case 5 ->
                new AddField(
                        model, reference(field, APP + "." + any(random, MODELS)).nullable());
            case 6 -> new RemoveField(model, field);
            case 7, 8 -> new RenameField(model, field, any(random, FIELDS));
            case 9, 10 -> new AlterField(model, varchar(field, 10 + random.nextInt(90)));
            case 11 -> new AddIndex(model, index("i" + random.nextInt(5)).on(field));
            case 12 ->
                random.nextBoolean()
                        ? new RemoveIndex(model, "i" + random.nextInt(5))
                        : new RenameIndex(model, "i" + random.nextInt(5), "i" + random.nextInt(5));
            case 13 -> new AddConstraint(model, check("c" + number, field(field).isNotNull()));
            case 14 ->
                switch (random.nextInt(3)) {
                    case 0 -> new AlterModelComment(model, "c" + number);
                    case 1 -> new RenamePrimaryKey(model, "k" + number);
                    default -> new AlterModelTable(model, "t" + random.nextInt(3), null);
                };
            default -> sql(random, number);
        };
    }

    private static RunSql sql(Random random, int number) {
        RunSql sql = new RunSql("select " + number, "select 0");
        return random.nextInt(3) == 0 ? sql : sql.elidable();
    }

    private static ModelState created(Random random, ProjectState state, String name) {
        ModelState model = Fields.model(name).fields(integer("id").primaryKey(), varchar(any(random, FIELDS), 20));
        ModelKey other = new ModelKey(APP, any(random, MODELS));
        return random.nextBoolean() && state.hasModel(other)
                ? model.withField(reference("other", other.toString()))
                : model;
    }

    private static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
