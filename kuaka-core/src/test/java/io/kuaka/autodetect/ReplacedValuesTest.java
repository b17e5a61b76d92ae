package io.kuaka.autodetect;

import static io.kuaka.expression.Expression.sql;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.character;
import static io.kuaka.state.Fields.enumeration;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.autodetect.question.OpenQuestion;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveConstraint;
import io.kuaka.operation.RenameModel;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
        return Autodetector.detect(from, to, Map.of(), new AnswersQuestioner(answers), AutodetectOptions.defaults())
                .values()
                .stream()
                .flatMap(List::stream)
                .flatMap(migration -> migration.operations().get().stream())
                .toList();
    }
}
