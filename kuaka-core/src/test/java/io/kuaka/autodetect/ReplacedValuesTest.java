package io.kuaka.autodetect;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.sql;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.bool;
import static io.kuaka.state.Fields.character;
import static io.kuaka.state.Fields.enumeration;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.autodetect.question.OpenQuestion;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.expression.Expression;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveConstraint;
import io.kuaka.operation.RenameModel;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that are kept in another way from then on: the rows have to follow, and no cast tells how. */
class ReplacedValuesTest {
    private static final Field ID = bigint("id").primaryKey();
    private static final Field STATE = enumeration("state", "DRAFT", "OPEN", "DONE");
    private static final String OPEN_TO_HELD = "rename shop.Job.state.OPEN to HELD";

    @Test
    void aConstantThatLeavesWhileAnotherComesIsAskedAbout() {
        Field held = enumeration("state", "DRAFT", "HELD", "DONE");

        assertThat(openQuestions(job(STATE), job(held))).containsExactly(OPEN_TO_HELD);
        assertThat(operations(job(STATE), job(held), Map.of(OPEN_TO_HELD, "yes")))
                .containsExactly(new AlterField("Job", held)
                        .replacing("DRAFT", "DRAFT")
                        .replacing("OPEN", "HELD")
                        .replacing("DONE", "DONE"));
        assertThat(operations(job(STATE), job(held), Map.of(OPEN_TO_HELD, "no")))
                .containsExactly(new AlterField("Job", held));
    }

    @Test
    void allConstantsThatAnotherMayHaveBecomeAreListedTheLikeliestFirst() {
        Field more = enumeration("state", "DRAFT", "HELD", "OPENED", "DONE");

        assertThat(openQuestions(job(STATE), job(more)))
                .containsExactly("rename shop.Job.state.OPEN to OPENED", OPEN_TO_HELD);
    }

    @Test
    void constantsThatOnlyComeOrOnlyLeaveAreNotAskedAbout() {
        Field more = enumeration("state", "DRAFT", "OPEN", "HELD", "DONE");

        assertThat(openQuestions(job(STATE), job(more))).isEmpty();
        assertThat(openQuestions(job(more), job(STATE))).isEmpty();
    }

    /** The column and its type stay, so nothing was written but the new check, which the rows violate. */
    @Test
    void otherLettersForTrueAndFalseReplaceTheOnesBefore() {
        Field lit = character("lit", 1);
        ModelState letters = model("Job").fields(ID, lit);
        ProjectState from = state(letters.constraints(check("job_lit_check", sql("lit in ('F','T')"))));
        ProjectState to = state(letters.constraints(check("job_lit_check", sql("lit in ('N','Y')"))));

        assertThat(operations(from, to, Map.of()))
                .containsExactly(
                        new RemoveConstraint("Job", "job_lit_check"),
                        new AlterField("Job", lit).replacing("T", "Y").replacing("F", "N"),
                        new AddConstraint("Job", check("job_lit_check", sql("lit in ('N','Y')"))));
    }

    @Test
    void otherLettersAreSeenInARenamedModel() {
        Field lit = character("lit", 1);
        ProjectState from = state(model("Job")
                .fields(ID, lit, varchar("name", 9))
                .constraints(check("job_lit_check", sql("lit in ('F','T')"))));
        ProjectState to = state(model("Task")
                .fields(ID, lit, varchar("name", 9))
                .constraints(check("task_lit_check", sql("lit in ('N','Y')"))));

        assertThat(operations(from, to, Map.of("rename shop.Job to Task", "yes")))
                .contains(
                        new RenameModel("Job", "Task"),
                        new AlterField("Task", lit).replacing("T", "Y").replacing("F", "N"));
    }

    private static final String SHIP = "shop.Ship.DTYPE=";

    private static ProjectState ships(String... classes) {
        String listed = Stream.of(classes).map(each -> "'" + each + "'").collect(Collectors.joining(","));
        return state(model("Ship")
                .fields(ID, varchar("DTYPE", 31))
                .constraints(check("ship_dtype_check", sql("DTYPE in (" + listed + ")"))));
    }

    static Stream<Arguments> renamedClasses() {
        return Stream.of(
                Arguments.of(
                        ships("Ferry", "Barge"),
                        ships("Liner", "Barge"),
                        Map.of("Liner", "Ferry"),
                        "Ferry=Liner Barge=Barge"),
                // The name is given up, and taken by a new class, or by one that gives up its own.
                Arguments.of(ships("Ferry"), ships("Liner", "Ferry"), Map.of("Liner", "Ferry"), "Ferry=Liner"),
                Arguments.of(
                        ships("Ferry", "Barge"),
                        ships("Ferry", "Liner"),
                        Map.of("Liner", "Ferry", "Ferry", "Barge"),
                        "Ferry=Liner Barge=Ferry"),
                // They were renamed long ago.
                Arguments.of(ships("Ferry", "Liner"), ships("Liner"), Map.of("Liner", "Ferry"), ""),
                // They exchanged their names, which is asked about.
                Arguments.of(
                        ships("Ferry", "Barge"),
                        ships("Barge", "Ferry"),
                        Map.of("Barge", "Ferry", "Ferry", "Barge"),
                        "Ferry=Barge Barge=Ferry"));
    }

    /** Rows of a class whose name another one took became rows of that class without a word. */
    @ParameterizedTest
    @MethodSource("renamedClasses")
    void rowsFollowTheNamesOfTheirClasses(
            ProjectState from, ProjectState to, Map<String, String> renamed, String replacements) {
        Map<String, String> hints = new HashMap<>();
        renamed.forEach((now, former) -> hints.put(SHIP + now, former));

        Map<String, String> answers = Map.of("exchange shop.Ship.DTYPE.Barge and Ferry", "yes");
        assertThat(replacements(operations(from, to, answers, hints))).isEqualTo(replacements);
    }

    /** They were replaced without a question, as two entities have these names. */
    @Test
    void aTextThatIsCalledLikeAnEntityDoesNotFollowIt() {
        Field kind = varchar("kind", 9);
        ProjectState from = state(
                        model("Audit").fields(ID, kind).constraints(check("kinds", sql("kind in ('Book','')"))))
                .withModel("shop", model("Book").fields(ID));
        ProjectState to = state(
                        model("Audit").fields(ID, kind).constraints(check("kinds", sql("kind in ('Volume','')"))))
                .withModel("shop", model("Volume").fields(ID));
        OpenQuestionsException open = catchThrowableOfType(
                OpenQuestionsException.class, () -> operations(from, to, Map.of(), Map.of("shop.Volume", "Book")));

        assertThat(open.questions())
                .extracting(OpenQuestion::key)
                .containsExactly("rename shop.Audit.kind.Book to Volume");
        assertThat(open).hasMessageContaining("Was the value \"Book\" of \"shop.Audit.kind\" renamed to \"Volume\"?");
    }

    /** An empty text isn't the name of an entity, which ended in an exception. */
    @Test
    void anEmptyTextCanLeaveAList() {
        Field grade = varchar("grade", 9);
        ModelState job = model("Job").fields(ID, grade);

        assertThat(openQuestions(
                        state(job.constraints(check("grades", sql("grade in ('','A')")))),
                        state(job.constraints(check("grades", sql("grade in ('B','A')"))))))
                .containsExactly("rename shop.Job.grade. to B");
    }

    @Test
    void aNumberThatLeavesWhileAnotherComesIsAskedAbout() {
        Field kind = integer("kind");
        ModelState job = model("Job").fields(ID, kind);
        ProjectState from = state(job.constraints(check("kinds", sql("kind in (1,2)"))));
        ProjectState to = state(job.constraints(check("kinds", sql("kind in (2,3)"))));
        String question = "rename shop.Job.kind.1 to 3";

        assertThat(openQuestions(from, to)).containsExactly(question);
        assertThat(operations(from, to, Map.of(question, "yes")))
                .contains(new AlterField("Job", kind).replacing(1, 3).replacing(2, 2));
    }

    /** What is kept as something else is no list of the column's values. */
    @Test
    void onlyAListOfAllValuesOfTheFieldItselfIsAskedAbout() {
        Field code = varchar("code", 9);
        ModelState job = model("Job").fields(ID, code);
        Expression upper = Expression.upper(field("code"));

        assertThat(openQuestions(
                        state(job.constraints(check("codes", upper.in("A", "B")))),
                        state(job.constraints(check("codes", upper.in("A", "C"))))))
                .isEmpty();
        assertThat(openQuestions(
                        state(job.constraints(check("codes", field("code").in("A", "B")))),
                        state(job.constraints(check("codes", field("code").in("A", "C"))))))
                .containsExactly("rename shop.Job.code.B to C");
    }

    /** The second look at a field that leaves the key replaced letters of booleans that it has no more. */
    @Test
    void aFieldThatLeavesTheKeyIsReplacedOnce() {
        ProjectState from = state(model("Job")
                .fields(ID, character("lit", 1).primaryKey(), varchar("name", 9))
                .constraints(check("job_lit_check", sql("lit in ('N','Y')"))));
        ProjectState to = state(model("Job").fields(ID, bool("lit"), varchar("name", 20)));

        assertThat(replacements(operations(from, to, Map.of()))).isEqualTo("Y=true N=false");
    }

    private static String replacements(List<Operation> operations) {
        return operations.stream()
                .filter(AlterField.class::isInstance)
                .flatMap(operation -> ((AlterField) operation).replacements().entrySet().stream())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    @Test
    void allModelsThatANewOneMayHaveBeenAreListed() {
        ProjectState from = state(model("Job").fields(ID, varchar("name", 9)))
                .withModel("shop", model("Errand").fields(ID, varchar("name", 9)));

        assertThat(openQuestions(from, state(model("Jobs").fields(ID, varchar("name", 9)))))
                .containsExactly("rename shop.Job to Jobs", "rename shop.Errand to Jobs");
    }

    private static ProjectState job(Field field) {
        return state(model("Job").fields(ID, field));
    }

    private static ProjectState state(ModelState model) {
        return ProjectState.empty().withModel("shop", model);
    }

    private static List<String> openQuestions(ProjectState from, ProjectState to) {
        OpenQuestionsException open =
                catchThrowableOfType(OpenQuestionsException.class, () -> operations(from, to, Map.of()));
        return open == null
                ? List.of()
                : open.questions().stream().map(OpenQuestion::key).toList();
    }

    private static List<Operation> operations(ProjectState from, ProjectState to, Map<String, String> answers) {
        return operations(from, to, answers, Map.of());
    }

    private static List<Operation> operations(
            ProjectState from, ProjectState to, Map<String, String> answers, Map<String, String> hints) {
        AutodetectOptions options = AutodetectOptions.defaults().withRenameHints(hints);
        return Autodetector.detect(from, to, Map.of(), new AnswersQuestioner(answers), options).values().stream()
                .flatMap(List::stream)
                .flatMap(migration -> migration.operations().get().stream())
                .toList();
    }
}
