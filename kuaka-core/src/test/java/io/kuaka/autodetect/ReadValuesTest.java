package io.kuaka.autodetect;

import static io.kuaka.expression.Expression.rowNumber;
import static io.kuaka.expression.Expression.sql;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.arrange.CircularChangesException;
import io.kuaka.autodetect.detector.UnreadableValueException;
import io.kuaka.autodetect.question.Answers;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.autodetect.question.Questioner;
import io.kuaka.expression.Expression;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.DeleteModel;
import io.kuaka.operation.FieldOperation;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.ReorderPrimaryKey;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.fact.ListPosition;
import io.kuaka.testing.InOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Existing rows got their values from what the same migration had removed by then: it couldn't run. */
class ReadValuesTest {
    private static final int CASES = 400;
    private static final Field ID = bigint("id").primaryKey();
    private static final ModelState BOAT = model("Boat").fields(ID);

    private static List<Operation> operations(ProjectState from, ProjectState to, String answers) {
        List<MigrationNode> made = migrations(from, to, answers);
        assertThat(made).hasSize(1);
        return made.get(0).operations().get();
    }

    private static List<MigrationNode> migrations(ProjectState from, ProjectState to, String answers) {
        AnswersQuestioner questioner = new AnswersQuestioner(Answers.parse(answers));
        AutodetectOptions options = AutodetectOptions.defaults()
                .withListPositions(Map.of("port.Boat.names.index", List.of(new ListPosition(List.of("owner"), 0))));
        return InOrder.of(Autodetector.detect(from, to, Map.of(), questioner, options));
    }

    private static ProjectState port(ModelState... models) {
        ProjectState state = ProjectState.empty();
        for (ModelState model : models) {
            state = state.withModel("port", model);
        }
        return state;
    }

    /** The numbers were in the order of the values only. */
    @Test
    void aMapThatBecomesAListIsNumberedInTheOrderOfItsKey() {
        ModelState table = model("Boat.names").table("boat_names");
        Field owner = reference("owner", "port.Boat").column("boat_id").primaryKey();
        Field element = varchar("element", 20).column("name");
        Field index = integer("index").column("pos").primaryKey();
        ModelState map = table.fields(owner, varchar("key", 20).column("place").primaryKey(), element);
        ModelState list = table.fields(index, owner, element);

        assertThat(operations(port(BOAT, map), port(BOAT, list), "default port.Boat.names.index = numbered"))
                .containsExactly(
                        new AddField(
                                "Boat.names",
                                index,
                                rowNumber("boat_names", List.of("boat_id"), List.of("place", "name"))),
                        new RemoveField("Boat.names", "key"),
                        new ReorderPrimaryKey("Boat.names", List.of("index", "owner")));
    }

    @Test
    void sqlReadsTheColumnsOfAFieldThatGoes() {
        ModelState before = BOAT.withField(integer("depth").column("boat_depth"));
        Field label = varchar("label", 20);

        assertThat(operations(
                        port(before),
                        port(BOAT.withField(label)),
                        "default port.Boat.label = sql concat(boat_depth, 'm')"))
                .containsExactly(
                        new AddField("Boat", label, sql("concat(boat_depth, 'm')")), new RemoveField("Boat", "depth"));
    }

    @Test
    void sqlReadsTheRowsOfAModelThatGoes() {
        String query = "(select max(p.note) from pier p where p.boat_no = boat.id)";
        Field label = varchar("label", 20);
        ModelState pier = model("Pier").table("pier").fields(ID, bigint("boat_no"), varchar("note", 20));

        assertThat(operations(port(BOAT, pier), port(BOAT.withField(label)), "default port.Boat.label = sql " + query))
                .containsExactly(new AddField("Boat", label, sql(query)), new DeleteModel("Pier"));
    }

    /** The migration of the other app removed it first, or at any time. */
    @Test
    void aFieldOfAnotherAppIsRemovedByAMigrationThatDependsOnWhoReadsIt() {
        ModelState buoy = model("Buoy").table("buoy").fields(ID);
        ProjectState from = port(BOAT).withModel("coast", buoy.withField(varchar("note", 20)));
        ProjectState to = port(BOAT.withField(varchar("label", 20))).withModel("coast", buoy);
        List<MigrationNode> made = migrations(from, to, "default port.Boat.label = sql (select max(note) from buoy)");

        assertThat(made).extracting(migration -> migration.key().app()).containsExactly("port", "coast");
        assertThat(made.get(1).dependencies()).containsExactly(made.get(0).key());
    }

    /** A reference to a key goes before the key changes, so nothing can be read from it then. */
    @Test
    void whatHasToGoFirstCantBeRead() {
        ModelState pier = model("Pier").table("pier").fields(ID);
        ProjectState from =
                port(BOAT, pier.withField(reference("boat", "port.Boat").column("boat_id")));
        ProjectState to = port(model("Boat").fields(bigint("no").primaryKey()), pier);

        assertThatExceptionOfType(UnreadableValueException.class)
                .isThrownBy(() -> operations(from, to, """
                        rename port.Boat.id to no = no
                        default port.Boat.no = sql (select pier.id from pier where pier.boat_id = boat.id)
                        """))
                .withMessage("The values that existing rows of \"port.Boat\" get in \"no\" are read from what has to be"
                        + " removed first (Remove field boat from Pier). No migration was written. Make two:"
                        + " the first one adds \"no\", as a plain attribute if it is to be part of a key, and"
                        + " the second one does the rest.")
                .satisfies(exception -> assertThat(exception.model()).isEqualTo(ModelKey.parse("port.Boat")))
                .satisfies(exception -> assertThat(exception.field()).isEqualTo("no"));
    }

    /** An answer that belonged to another outcome of the question was refused, and the question wasn't asked. */
    @Test
    void anAnswerThatSeemsUnsuitableWaitsForOpenQuestions() {
        ProjectState from = port(BOAT.withField(integer("depth").nullable()));
        ProjectState to = port(BOAT.withField(bigint("width")));

        assertThatExceptionOfType(OpenQuestionsException.class)
                .isThrownBy(() -> operations(from, to, "default port.Boat.width = 'wide'"))
                .withMessageContaining("rename port.Boat.depth to width");
    }

    /** Over random changes, in which values for rows are read from any columns that there are at the beginning. */
    @Test
    void whateverValuesAreReadFromIsThere() {
        int refused = 0;
        int read = 0;
        for (int seed = 0; seed < CASES; seed++) {
            RandomStates states = new RandomStates(seed);
            ProjectState from = states.next();
            ProjectState to = states.mutate(from, 2 + seed % 20);
            Reading reading = new Reading(from, to, new Random(seed), new HashMap<>());
            try {
                for (MigrationNode migration :
                        InOrder.of(Autodetector.detect(from, to, Map.of(), reading, AutodetectOptions.defaults()))) {
                    read += reading.check(migration, from, seed);
                    from = migration.apply(from);
                }
            } catch (UnreadableValueException | CircularChangesException e) {
                refused++;
            }
        }
        assertThat(read).isGreaterThan(CASES / 4);
        assertThat(refused).isLessThan(CASES / 20);
    }

    /** Answers with SQL over a column of the start, of the same table or another one. */
    private record Reading(ProjectState from, ProjectState to, Random random, Map<Expression, Place> places)
            implements Questioner {
        private record Place(ModelKey model, String column) {}

        int check(MigrationNode migration, ProjectState before, int seed) {
            int read = 0;
            ProjectState state = before;
            for (Operation operation : migration.operations().get()) {
                Place place = operation instanceof FieldOperation filling
                        ? filling.fill().map(places::get).orElse(null)
                        : null;
                if (place != null) {
                    read++;
                    assertThat(state.models())
                            .as("seed %s: %s", seed, operation)
                            .containsKey(place.model());
                    assertThat(state.model(place.model()).fields().values())
                            .as("seed %s: %s", seed, operation)
                            .anyMatch(field -> field.columns().contains(place.column()));
                }
                state = operation.apply(migration.key().app(), state);
            }
            return read;
        }

        private Optional<Expression> any(ModelKey model) {
            List<Place> all = new ArrayList<>();
            from.models().forEach((key, table) -> table.fields().values().stream()
                    .filter(field -> isReadable(key, table, field))
                    .forEach(field -> field.columns().forEach(column -> all.add(new Place(key, column)))));
            if (all.isEmpty() || !from.hasModel(model)) {
                return Optional.empty();
            }
            Place place = all.get(random.nextInt(all.size()));
            Expression value = place.model().equals(model)
                    ? sql("concat(" + place.column() + ", " + places.size() + ")")
                    : sql("(select max(" + place.column() + ") + " + places.size() + " from "
                            + from.model(place.model()).table() + ")");
            places.put(value, place);
            return Optional.of(value);
        }

        /** What is renamed is renamed first, as are the ends of join tables without a question. */
        private boolean isReadable(ModelKey key, ModelState table, Field field) {
            ModelState now = to.models().get(key);
            Field then = now == null ? null : now.fields().get(field.name());
            return field.generated() == null
                    && !(key.isPart() && field.isReference())
                    && (now == null || now.table().equals(table.table()))
                    && (then == null || then.equals(field));
        }

        @Override
        public Expression notNullAddition(ModelKey model, Field field) {
            return any(model).orElseGet(() -> Expression.value(1));
        }

        @Override
        public Optional<Expression> notNullAlteration(ModelKey model, Field field) {
            return any(model);
        }

        @Override
        public boolean fieldRename(ModelKey model, Field before, Field now) {
            return false;
        }

        @Override
        public boolean modelRename(ModelKey before, ModelKey now) {
            return false;
        }

        @Override
        public boolean valuesDropped(ModelKey model, List<String> columns) {
            return true;
        }

        @Override
        public boolean valuesLeft(ModelKey before, ModelKey now, List<String> columns) {
            return true;
        }

        @Override
        public boolean rowsLeft(ModelKey before, ModelKey now) {
            return true;
        }

        @Override
        public boolean linksDropped(String app, String before, String now) {
            return true;
        }

        @Override
        public boolean linksCopied(String app, String before, String now) {
            return false;
        }

        @Override
        public boolean redirection(ModelKey model, Field reference, ModelKey before) {
            return true;
        }
    }
}
