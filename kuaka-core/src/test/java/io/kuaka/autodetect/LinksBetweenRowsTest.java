package io.kuaka.autodetect;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.autodetect.question.DetectionStoppedException;
import io.kuaka.autodetect.question.OpenQuestion;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.operation.AddField;
import io.kuaka.operation.CopyLinks;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which rows belong together was dropped with the attribute that said it, and only a mark in the plan told of it. */
class LinksBetweenRowsTest {
    private static final Field ID = bigint("id").primaryKey().identity();
    private static final Field KEEPER = reference("keeper", "zoo.Keeper").nullable();
    private static final ModelState ANIMALS = model("Keeper.animals")
            .table("keeper_animals")
            .fields(
                    reference("owner", "zoo.Keeper").column("keeper_id").primaryKey(),
                    reference("element", "zoo.Animal").column("animal_id").primaryKey());

    @Test
    void aListNeedsPlacesThatNoReferenceKnows() {
        ProjectState to = zoo(List.of(), List.of()).withModel("zoo", ANIMALS.withField(integer("animals_ORDER")));
        String question = "drop links of zoo.Animal.keeper";

        assertThat(openQuestions(zoo(List.of(), List.of(KEEPER)), to)).containsExactly(question);
        assertThatExceptionOfType(DetectionStoppedException.class)
                .isThrownBy(() -> operations(zoo(List.of(), List.of(KEEPER)), to, Map.of(question, "no")))
                .withMessageContaining(
                        "\"Keeper.animals\" links the same entities, but the links can't be copied there");
    }

    @Test
    void aListThatBecomesAReferenceGivesItsLinksAway() {
        ProjectState from = zoo(List.of(), List.of()).withModel("zoo", ANIMALS.withField(integer("animals_ORDER")));

        assertThat(openQuestions(from, zoo(List.of(), List.of(KEEPER))))
                .containsExactly("copy links of zoo.Keeper.animals to Animal.keeper");
    }

    @Test
    void aOneToOneOwnedByItsOtherSideIsAskedAbout() {
        ProjectState from = zoo(List.of(), List.of(KEEPER.unique()));
        ProjectState to =
                zoo(List.of(reference("animal", "zoo.Animal").nullable().unique()), List.of());
        String question = "drop links of zoo.Animal.keeper";

        assertThat(openQuestions(from, to)).containsExactly(question);
        assertThat(operations(from, to, Map.of(question, "yes")))
                .containsExactlyInAnyOrder(
                        new RemoveField("Animal", "keeper"),
                        new AddField(
                                "Keeper",
                                to.model(new ModelKey("zoo", "Keeper")).field("animal")));
    }

    @Test
    void aReferenceOfAnotherMeaningIsNotAskedAbout() {
        ProjectState from = zoo(List.of(), List.of(KEEPER));
        ProjectState to = zoo(List.of(reference("favourite", "zoo.Animal").nullable()), List.of());

        assertThat(openQuestions(from, to)).isEmpty();
    }

    @Test
    void aReferenceToItsOwnModelIsAskedAbout() {
        ProjectState from =
                zoo(List.of(), List.of(reference("mother", "zoo.Animal").nullable()));
        ProjectState to = zoo(List.of(), List.of())
                .withModel(
                        "zoo",
                        model("Animal.parents")
                                .table("animal_parents")
                                .fields(
                                        reference("owner", "zoo.Animal")
                                                .column("child_id")
                                                .primaryKey(),
                                        reference("element", "zoo.Animal")
                                                .column("parent_id")
                                                .primaryKey()));

        assertThat(openQuestions(from, to)).containsExactly("drop links of zoo.Animal.mother");
    }

    @Test
    void aColumnThatStaysLosesNoLinks() {
        ProjectState from = zoo(List.of(), List.of(KEEPER));
        ProjectState to = zoo(
                        List.of(),
                        List.of(bigint("keeperNumber").column("keeper_id").nullable()))
                .withModel("zoo", ANIMALS);

        assertThat(operations(from, to, Map.of())).doesNotHaveAnyElementsOfTypes(RemoveField.class);
    }

    @Test
    void linksAreCopiedUnderThePresentNameOfTheirEntity() {
        ProjectState from = zoo(List.of(), List.of()).withModel("zoo", ANIMALS);
        ProjectState to = ProjectState.empty()
                .withModel("zoo", model("Ranger").fields(ID))
                .withModel(
                        "zoo",
                        model("Animal")
                                .fields(ID, reference("ranger", "zoo.Ranger").nullable()));

        assertThat(operations(
                        from,
                        to,
                        Map.of(
                                "rename zoo.Keeper to Ranger",
                                "yes",
                                "copy links of zoo.Ranger.animals to Animal.ranger",
                                "yes")))
                .contains(new CopyLinks("Ranger.animals", "Animal.ranger"))
                .doesNotHaveAnyElementsOfTypes(CreateModel.class);
    }

    private static ProjectState zoo(List<Field> ofKeeper, List<Field> ofAnimal) {
        return ProjectState.empty()
                .withModel("zoo", model("Keeper").fields(ID).fields(ofKeeper.toArray(new Field[0])))
                .withModel("zoo", model("Animal").fields(ID).fields(ofAnimal.toArray(new Field[0])));
    }

    private static List<Operation> operations(ProjectState from, ProjectState to, Map<String, String> answers) {
        return Autodetector.detect(from, to, Map.of(), new AnswersQuestioner(answers), AutodetectOptions.defaults())
                .values()
                .stream()
                .flatMap(List::stream)
                .flatMap(migration -> migration.operations().get().stream())
                .toList();
    }

    private static List<String> openQuestions(ProjectState from, ProjectState to) {
        try {
            operations(from, to, Map.of());
        } catch (OpenQuestionsException e) {
            return e.questions().stream().map(OpenQuestion::key).toList();
        }
        return List.of();
    }
}
