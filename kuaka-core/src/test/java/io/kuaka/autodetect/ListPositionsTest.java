package io.kuaka.autodetect;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.when;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.autodetect.question.OpenQuestion;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.expression.Expression;
import io.kuaka.operation.AddField;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.fact.ListPosition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows get their places in lists that are new, whose owners and bases the reader knows. */
class ListPositionsTest {
    private static final Field ID = bigint("id").primaryKey();
    private static final ModelState CAGE = model("Cage").fields(ID);
    private static final Field IN_CAGE =
            reference("cage_id", "zoo.Cage").column("cage_id").nullable();
    private static final Field IN_VAN = reference("van", "zoo.Cage").nullable();
    private static final Field PLACE = integer("place").nullable();

    private static ProjectState zoo(ModelState... models) {
        ProjectState state = ProjectState.empty().withModel("zoo", CAGE);
        for (ModelState model : models) {
            state = state.withModel("zoo", model);
        }
        return state;
    }

    private static ModelState pet(Field... fields) {
        return model("Pet").fields(ID).fields(fields);
    }

    private static AutodetectOptions lists(ListPosition... positions) {
        return AutodetectOptions.defaults()
                .withListPositions(
                        Map.of("zoo.Pet.place", List.of(positions), "zoo.Cage.names.place", List.of(positions)));
    }

    private static ListPosition list(int base, String... owner) {
        return new ListPosition(List.of(owner), base);
    }

    private static List<String> asked(ProjectState before, ProjectState after, ListPosition... positions) {
        try {
            Autodetector.detect(before, after, Map.of(), AnswersQuestioner.withoutAnswers(), lists(positions));
            return List.of();
        } catch (OpenQuestionsException e) {
            return e.questions().stream().map(OpenQuestion::key).toList();
        }
    }

    private static Expression given(
            ProjectState before, ProjectState after, String question, ListPosition... positions) {
        return Autodetector.detect(
                        before, after, Map.of(), new AnswersQuestioner(Map.of(question, "numbered")), lists(positions))
                .values()
                .stream()
                .flatMap(List::stream)
                .flatMap(migration -> migration.operations().get().stream())
                .filter(AddField.class::isInstance)
                .map(operation -> ((AddField) operation).oneOffDefault())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onlyPositionsOfRowsThatHaveAnOwnerAreAskedAbout() {
        ProjectState before = zoo(pet(IN_CAGE, IN_VAN));
        ProjectState after = zoo(pet(IN_CAGE, IN_VAN, PLACE));

        assertThat(asked(before, after, list(0, "cage_id"))).containsExactly("default zoo.Pet.place");
        assertThat(asked(before, after, list(1, "van"))).containsExactly("default zoo.Pet.place");
        assertThat(asked(before, after, list(0, "van"), list(0, "cage_id"))).containsExactly("default zoo.Pet.place");
        assertThat(asked(before, after, list(0, "van"), list(1, "cage_id"))).containsExactly("default zoo.Pet.place");
        assertThat(asked(before, after)).isEmpty();
        assertThat(asked(zoo(pet()), after, list(0, "cage_id"))).isEmpty();
    }

    /** Which reference is the owner was guessed, and only lists that begin at 0 were recognised. */
    @Test
    void positionsCountFromTheBaseForEachOwner() {
        ProjectState before = zoo(pet(IN_CAGE, IN_VAN));
        ProjectState after = zoo(pet(IN_CAGE, IN_VAN, PLACE));
        String question = "default zoo.Pet.place";

        assertThat(given(before, after, question, list(0, "cage_id")))
                .isEqualTo(Expression.rowNumber("Pet", List.of("cage_id"), List.of("id")));
        assertThat(given(before, after, question, list(1, "van")))
                .isEqualTo(Expression.rowNumber("Pet", List.of("van_id"), List.of("id"))
                        .plus(1));
        assertThat(given(before, after, question, list(0, "cage_id"), list(1, "van")))
                .isEqualTo(when(
                                field("cage_id").isNotNull(),
                                Expression.rowNumber("Pet", List.of("cage_id"), List.of("id")))
                        .when(
                                field("van").isNotNull(),
                                Expression.rowNumber("Pet", List.of("van_id"), List.of("id"))
                                        .plus(1)));
    }

    /** The table was looked for in the schema of the connection. */
    @Test
    void collectionsAreNumberedInTheSchemaOfTheirTable() {
        Field owner = reference("owner", "zoo.Cage");
        ModelState names = model("Cage.names").table("names").schema("archive");
        Field element = varchar("element", 9);
        Field place = integer("place").primaryKey();

        assertThat(given(
                        zoo(names.fields(owner, element)),
                        zoo(names.fields(owner.primaryKey(), element, place)),
                        "default zoo.Cage.names.place",
                        list(1, "owner")))
                .isEqualTo(Expression.rowNumber("names", List.of("owner_id"), List.of("element"))
                        .schema("archive")
                        .plus(1));
    }
}
