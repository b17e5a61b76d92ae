package io.kuaka.autodetect;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.enumeration;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.detector.IneffectiveHint;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.autodetect.question.OpenQuestion;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RenameField;
import io.kuaka.operation.RenameModel;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that are exchanged by what {@code @RenamedFrom} says: whether it was done is told by the history as a whole. */
class ExchangesTest {
    private static final Field ID = bigint("id").primaryKey();
    private static final Field A = integer("a").nullable();
    private static final Field B = integer("b").nullable();
    private static final Map<String, String> FIELDS = Map.of("shop.Pair.a", "b", "shop.Pair.b", "a");
    private static final Map<String, String> MODELS = Map.of("shop.A", "B", "shop.B", "A");
    private static final Map<String, String> CLASSES =
            Map.of("shop.Ship.kind=Barge", "Ferry", "shop.Ship.kind=Ferry", "Barge");
    private static final String OF_FIELDS = "exchange shop.Pair.a and b";
    private static final String OF_MODELS = "exchange shop.A and B";
    private static final String OF_CLASSES = "exchange shop.Ship.kind.Barge and Ferry";

    private static final List<Operation> TRIO = List.of(
            new CreateModel(pair(A, B)),
            new RenameField("Pair", "a", "kuaka__a_tmp"),
            new RenameField("Pair", "b", "a"),
            new RenameField("Pair", "kuaka__a_tmp", "b"));

    private static ModelState pair(Field... fields) {
        return model("Pair")
                .fields(Stream.concat(Stream.of(ID), Stream.of(fields)).toArray(Field[]::new));
    }

    private static ModelState ship(String... kinds) {
        return model("Ship").fields(ID, enumeration("kind", kinds));
    }

    private static AlterField kinds(String... kinds) {
        return new AlterField("Ship", enumeration("kind", kinds));
    }

    static Stream<Arguments> histories() {
        return Stream.of(
                // One took the name that is now another one's, long ago: nothing was exchanged.
                Arguments.of(
                        List.of(new CreateModel(pair(B)), new RenameField("Pair", "b", "a"), new AddField("Pair", B)),
                        FIELDS,
                        OF_FIELDS,
                        false),
                Arguments.of(
                        List.of(
                                new CreateModel(model("B").fields(ID)),
                                new RenameModel("B", "A"),
                                new CreateModel(model("B").fields(ID))),
                        MODELS,
                        OF_MODELS,
                        false),
                Arguments.of(
                        List.of(
                                new CreateModel(ship("Ferry")),
                                kinds("Barge").replacing("Ferry", "Barge"),
                                kinds("Barge", "Ferry")),
                        CLASSES,
                        OF_CLASSES,
                        false),
                // Both are in the history, but one was made anew.
                Arguments.of(
                        List.of(
                                new CreateModel(pair(A, B)),
                                new RemoveField("Pair", "a"),
                                new RenameField("Pair", "b", "a"),
                                new AddField("Pair", B)),
                        FIELDS,
                        OF_FIELDS,
                        false),
                // They have their own names again.
                Arguments.of(
                        List.of(
                                new CreateModel(pair(A)),
                                new RenameField("Pair", "a", "c"),
                                new AddField("Pair", B),
                                new RenameField("Pair", "c", "a")),
                        FIELDS,
                        OF_FIELDS,
                        false),
                Arguments.of(List.of(new CreateModel(pair(A, B))), FIELDS, OF_FIELDS, false),
                // They have exchanged their names, whatever happened besides.
                Arguments.of(TRIO, FIELDS, OF_FIELDS, true),
                Arguments.of(
                        List.of(
                                new CreateModel(model("Two").fields(ID, A, B)),
                                new RenameField("Two", "b", "c"),
                                new RenameField("Two", "a", "b"),
                                new AlterField("Two", integer("c")),
                                new RenameModel("Two", "Pair"),
                                new RenameField("Pair", "c", "a")),
                        FIELDS,
                        OF_FIELDS,
                        true),
                Arguments.of(
                        List.of(
                                new CreateModel(model("A").fields(ID)),
                                new CreateModel(model("B").fields(ID)),
                                new RenameModel("A", "A_B"),
                                new RenameModel("B", "A"),
                                new RenameModel("A_B", "B")),
                        MODELS,
                        OF_MODELS,
                        true),
                Arguments.of(
                        List.of(
                                new CreateModel(ship("Barge", "Ferry")),
                                kinds("Barge", "Ferry")
                                        .replacing("Barge", "Ferry")
                                        .replacing("Ferry", "Barge")),
                        CLASSES,
                        OF_CLASSES,
                        true));
    }

    /** One rename of the past, of whatever had the name then, counted as the exchange: nobody was asked. */
    @ParameterizedTest
    @MethodSource
    void histories(List<Operation> history, Map<String, String> hints, String question, boolean isDone) {
        if (isDone) {
            assertThat(detect(history, end(history), Map.of(), hints).migrations())
                    .isEmpty();
        } else {
            assertThat(openQuestions(history, end(history), hints)).containsExactly(question);
            assertThat(operations(detect(history, end(history), Map.of(question, "yes"), hints)))
                    .isNotEmpty();
        }
    }

    /** The second exchange of the same names can't be told from the first one, so hints of that are reported. */
    @Test
    void theHintsOfAnExchangeThatWasDoneAreReported() {
        assertThat(detect(TRIO, end(TRIO), Map.of(), FIELDS).ineffectiveHints())
                .extracting(IneffectiveHint::describe)
                .containsExactly(
                        "@RenamedFrom(\"b\") on \"shop.Pair.a\" has no effect, as a migration has exchanged the names already;"
                                + " another exchange of them isn't noticed. Remove the annotation.",
                        "@RenamedFrom(\"a\") on \"shop.Pair.b\" has no effect, as a migration has exchanged the names already;"
                                + " another exchange of them isn't noticed. Remove the annotation.");
    }

    /** What is exchanged is in the history then, and isn't asked about again. */
    @Test
    void anExchangeIsDoneOnce() {
        List<Operation> history = new ArrayList<>(List.of(new CreateModel(pair(A, B))));
        history.addAll(operations(detect(history, end(history), Map.of(OF_FIELDS, "yes"), FIELDS)));

        assertThat(history).containsExactlyElementsOf(TRIO);
        assertThat(detect(history, end(history), Map.of(OF_FIELDS, "yes"), FIELDS)
                        .migrations())
                .isEmpty();
    }

    /** The names in between were those of a field and a table that were there. */
    @Test
    void theNameInBetweenIsNobodys() {
        List<Operation> fields = List.of(new CreateModel(
                pair(A, B, integer("a_b"), integer("kuaka__a_tmp"), integer("c").column("kuaka__a2_tmp"))));
        List<Operation> models = List.of(
                new CreateModel(model("A").fields(ID)),
                new CreateModel(model("B").fields(ID)),
                new CreateModel(model("Other").table("KUAKA__a_tmp").fields(ID)));

        assertThat(operations(detect(fields, end(fields), Map.of(OF_FIELDS, "yes"), FIELDS)))
                .first()
                .isEqualTo(new RenameField("Pair", "a", "kuaka__a3_tmp"));
        assertThat(operations(detect(models, end(models), Map.of(OF_MODELS, "yes"), MODELS)))
                .first()
                .isEqualTo(new RenameModel("A", "kuaka__a2_tmp"));
    }

    /** Two names of 60 letters gave one that was too long for the database. */
    @Test
    void theNameInBetweenIsShort() {
        String one = "one".repeat(20);
        String two = "two".repeat(20);
        List<Operation> history = List.of(new CreateModel(pair(
                reference(one, "shop.Pair").nullable(),
                reference(two, "shop.Pair").nullable())));
        Map<String, String> hints = Map.of("shop.Pair." + one, two, "shop.Pair." + two, one);

        assertThat(operations(detect(
                        history, end(history), Map.of("exchange shop.Pair." + one + " and " + two, "yes"), hints)))
                .first()
                .isEqualTo(new RenameField("Pair", one, "kuaka__oneoneoneoneoneo_tmp"));
    }

    private static ProjectState end(List<Operation> history) {
        ProjectState state = ProjectState.empty();
        for (Operation operation : history) {
            state = operation.apply("shop", state);
        }
        return state;
    }

    private static DetectedChanges detect(
            List<Operation> history, ProjectState to, Map<String, String> answers, Map<String, String> hints) {
        MigrationNode node = MigrationNode.of(MigrationKey.parse("shop.0001_initial"), List.of(), history);
        return Autodetector.detect(
                MigrationGraph.of(List.of(node)),
                to,
                new AnswersQuestioner(answers),
                AutodetectOptions.defaults().withRenameHints(hints));
    }

    private static List<Operation> operations(DetectedChanges changes) {
        return changes.migrations().stream()
                .flatMap(migration -> migration.operations().get().stream())
                .toList();
    }

    private static List<String> openQuestions(List<Operation> history, ProjectState to, Map<String, String> hints) {
        OpenQuestionsException open =
                catchThrowableOfType(OpenQuestionsException.class, () -> detect(history, to, Map.of(), hints));
        return open.questions().stream().map(OpenQuestion::key).toList();
    }
}
