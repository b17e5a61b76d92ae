package io.kuaka.autodetect;

import static io.kuaka.expression.Expression.sql;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.bool;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.autodetect.question.OpenQuestion;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.operation.AddField;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A column left the table of one class of a hierarchy and came, empty, in that of another: its values were gone. */
class MovedValuesTest {
    private static final Field ID = bigint("id").primaryKey();
    private static final Field NAME = varchar("name", 40).nullable();
    private static final Field BARKS = bool("barks").nullable();
    private static final Field KIND = varchar("kind", 31);
    private static final Field OF_PET = reference("id", "zoo.Pet").column("id").primaryKey();

    private static final ProjectState SINGLE = zoo(pet(ID, KIND, NAME, BARKS));
    private static final ProjectState JOINED = zoo(pet(ID, NAME), dog(OF_PET, BARKS));
    private static final ProjectState OF_EACH_CLASS = zoo(pet(ID, NAME), dog(ID, NAME, BARKS));

    private static ProjectState zoo(ModelState... models) {
        ProjectState state = ProjectState.empty();
        for (ModelState model : models) {
            state = state.withModel("zoo", model);
        }
        return state;
    }

    private static ModelState pet(Field... fields) {
        return model("Pet").fields(fields);
    }

    private static ModelState dog(Field... fields) {
        return model("Dog").fields(fields);
    }

    private static List<Operation> operations(ProjectState before, ProjectState after, Map<String, String> answers) {
        return Autodetector.detect(
                        before, after, Map.of(), new AnswersQuestioner(answers), AutodetectOptions.defaults())
                .values()
                .stream()
                .flatMap(List::stream)
                .flatMap(migration -> migration.operations().get().stream())
                .toList();
    }

    private static List<String> asked(ProjectState before, ProjectState after) {
        return asked(before, after, Map.of());
    }

    private static List<String> asked(ProjectState before, ProjectState after, Map<String, String> hints) {
        try {
            Autodetector.detect(
                    before,
                    after,
                    Map.of(),
                    AnswersQuestioner.withoutAnswers(),
                    AutodetectOptions.defaults().withRenameHints(hints));
            return List.of();
        } catch (OpenQuestionsException e) {
            return e.questions().stream().map(OpenQuestion::key).toList();
        }
    }

    @Test
    void aClassGetsATableOfItsOwn() {
        assertThat(asked(SINGLE, JOINED)).contains("drop moved values of zoo.Pet.barks");
        assertThat(asked(SINGLE, OF_EACH_CLASS)).contains("drop moved values of zoo.Pet.barks");
    }

    /** Its rows became rows of the upper class without a question. */
    @Test
    void aClassWithoutColumnsOfItsOwnGetsATable() {
        ModelState pets = pet(ID, KIND, NAME).constraints(check("pet_kind_check", sql("kind in ('Pet','Dog')")));

        assertThat(asked(zoo(pets), zoo(pet(ID, NAME), dog(ID, NAME)))).containsExactly("leave rows of zoo.Dog in Pet");
        assertThat(asked(zoo(pet(ID, varchar("DTYPE", 31), NAME)), zoo(pet(ID, NAME), dog(OF_PET))))
                .containsExactly("leave rows of zoo.Dog in Pet");
    }

    /** The question came only where the column has the names of classes, or is called as Hibernate calls it. */
    @Test
    void whatTellsClassesMayHaveAnyValues() {
        ModelState codes = pet(ID, KIND, NAME).constraints(check("pet_kind_check", sql("kind in ('P','D')")));

        assertThat(asked(zoo(codes), zoo(pet(ID, NAME), dog(ID, NAME))))
                .containsExactly("leave rows of zoo.Dog in Pet");
        assertThat(asked(zoo(pet(ID, KIND, NAME)), zoo(pet(ID, NAME), dog(OF_PET))))
                .containsExactly("leave rows of zoo.Dog in Pet");
        assertThat(asked(zoo(pet(ID, integer("kind"), NAME)), zoo(pet(ID, NAME), dog(OF_PET))))
                .containsExactly("leave rows of zoo.Dog in Pet");
        assertThat(asked(zoo(pet(ID, integer("kind").nullable(), NAME)), zoo(pet(ID, NAME), dog(OF_PET))))
                .isEmpty();
        assertThat(asked(zoo(pet(ID, varchar("petKind", 9).column("pet_kind"), NAME)), zoo(pet(ID, NAME), dog(OF_PET))))
                .isEmpty();
    }

    /** A collection mostly has a name in the plural: with it, the values were dropped without a question. */
    @Test
    void anAttributeUnderItsFormerNameBecomesACollectionOrWasOne() {
        ProjectState plain = zoo(pet(ID, varchar("tag", 20).nullable()));
        ProjectState collection = zoo(
                pet(ID),
                model("Pet.tags")
                        .fields(
                                reference("owner", "zoo.Pet").primaryKey(),
                                varchar("element", 20).primaryKey()));

        assertThat(asked(plain, collection, Map.of("zoo.Pet.tags", "Pet.tag")))
                .containsExactly("drop moved values of zoo.Pet.tag");
        assertThat(asked(collection, plain, Map.of("zoo.Pet.tag", "tags")))
                .containsExactly("drop moved values of zoo.Pet.tags.element");
        assertThat(asked(plain, collection)).isEmpty();
    }

    /** The names of its columns stay, whatever the attributes are called. */
    @Test
    void anEmbeddedObjectBecomesElementsOfACollectionOrWasOne() {
        Field street = varchar("home.street", 20).column("street").nullable();
        ProjectState plain = zoo(pet(ID, street, NAME));
        ProjectState collection = zoo(
                pet(ID, NAME),
                model("Pet.places")
                        .fields(
                                reference("owner", "zoo.Pet"),
                                varchar("element.street", 20).column("street").nullable()));

        assertThat(asked(plain, collection)).containsExactly("drop moved values of zoo.Pet.street");
        assertThat(asked(collection, plain)).containsExactly("drop moved values of zoo.Pet.places.street");
    }

    /** Deleted rows came back without a question. */
    @Test
    void rowsThatAreMarkedAsDeletedStayIfTheMarksGo() {
        Field mark = bool("gone").comment("Soft-delete indicator");

        assertThat(asked(zoo(pet(ID, NAME, mark)), zoo(pet(ID, NAME)))).containsExactly("drop values of zoo.Pet.gone");
        assertThat(asked(zoo(pet(ID, NAME, mark)), zoo())).isEmpty();
    }

    @Test
    void aClassLosesItsTable() {
        assertThat(asked(JOINED, SINGLE)).contains("drop moved values of zoo.Dog.barks");
        assertThat(asked(OF_EACH_CLASS, SINGLE)).contains("drop moved values of zoo.Dog.barks");
    }

    /** An abstract class at the top has no table of its own, so that all tables are new or gone. */
    @Test
    void aHierarchyUnderAnAbstractClassGetsOneTableOrLosesIt() {
        Field lives = bool("lives").nullable();
        Field claws = varchar("claws", 9).nullable();
        ProjectState each = zoo(dog(ID, BARKS), model("Cat").fields(ID, lives, claws));
        ProjectState one = zoo(model("Creature").fields(ID, KIND.nullable(), BARKS, lives, claws));

        assertThat(asked(each, one))
                .containsExactly("drop moved values of zoo.Cat.lives claws", "drop moved values of zoo.Dog.barks");
        assertThat(asked(one, each))
                .containsExactly(
                        "drop moved values of zoo.Creature.lives claws", "drop moved values of zoo.Creature.barks");
    }

    @Test
    void anAttributeMovesUpOrDown() {
        ProjectState up = zoo(pet(ID, NAME, BARKS), dog(OF_PET));

        assertThat(asked(JOINED, up)).containsExactly("drop moved values of zoo.Dog.barks");
        assertThat(asked(up, JOINED)).containsExactly("drop moved values of zoo.Pet.barks");
    }

    @Test
    void anAttributeMovesToASecondaryTable() {
        ProjectState main = zoo(pet(ID, NAME, BARKS));
        ProjectState secondary =
                zoo(pet(ID, NAME), model("Pet.notes").table("notes").fields(OF_PET, BARKS));

        assertThat(asked(main, secondary)).containsExactly("drop moved values of zoo.Pet.barks");
        assertThat(asked(secondary, main)).containsExactly("drop moved values of zoo.Pet.notes.barks");
    }

    @Test
    void othersThatHaveAColumnOfThatNameAreNoQuestion() {
        ProjectState before = zoo(pet(ID, NAME, BARKS));

        assertThat(asked(before, zoo(pet(ID, BARKS), model("Keeper").fields(ID, NAME, KIND))))
                .isEmpty();
        assertThat(asked(
                        zoo(pet(ID, NAME, BARKS), model("Keeper").fields(ID, KIND)),
                        zoo(pet(ID, BARKS), model("Keeper").fields(ID, KIND, NAME))))
                .isEmpty();
    }

    @Test
    void theAnswerYesDropsThem() {
        Map<String, String> answers = Map.of("drop moved values of zoo.Dog.barks", "yes");

        assertThat(operations(JOINED, zoo(pet(ID, NAME, BARKS), dog(OF_PET)), answers))
                .containsExactly(new RemoveField("Dog", "barks"), new AddField("Pet", BARKS));
    }

    private static final Field STREET = varchar("street", 40).nullable();
    private static final Field TOWN = varchar("home.town", 30).column("town").nullable();
    private static final Field OF_HOME = reference("home", "zoo.Home").nullable();

    private static ModelState home(Field... fields) {
        return model("Home").fields(fields);
    }

    private static List<Arguments> movesBetweenLinkedEntities() {
        Field noted = varchar("note", 20).nullable();
        ModelState homes = model("Pet.homes")
                .fields(
                        reference("owner", "zoo.Pet").primaryKey(),
                        reference("element", "zoo.Home").primaryKey());
        return List.of(
                Arguments.of(
                        "an embedded object becomes an entity with more columns",
                        zoo(pet(ID, NAME, STREET, TOWN)),
                        zoo(pet(ID, NAME, OF_HOME), home(ID, STREET, TOWN, noted)),
                        List.of("drop moved values of zoo.Pet.street town")),
                Arguments.of(
                        "an entity becomes an embedded object",
                        zoo(pet(ID, NAME, OF_HOME), home(ID, STREET, TOWN)),
                        zoo(pet(ID, NAME, STREET, TOWN)),
                        List.of("drop moved values of zoo.Home.street town")),
                Arguments.of(
                        "a new entity refers to the one that it is split off",
                        zoo(pet(ID, NAME, STREET)),
                        zoo(pet(ID, NAME), home(ID, STREET, reference("pet", "zoo.Pet"))),
                        List.of("drop moved values of zoo.Pet.street")),
                Arguments.of(
                        "two entities with references become one",
                        zoo(
                                pet(ID, NAME),
                                home(ID, STREET, reference("pet", "zoo.Pet").unique())),
                        zoo(pet(ID, NAME, STREET)),
                        List.of("drop moved values of zoo.Home.street")),
                Arguments.of(
                        "an attribute goes to the other side of a reference",
                        zoo(pet(ID, NAME, OF_HOME), home(ID, STREET)),
                        zoo(pet(ID, NAME, STREET, OF_HOME), home(ID)),
                        List.of("drop moved values of zoo.Home.street")),
                Arguments.of(
                        "an attribute goes to the other side of a join table",
                        zoo(pet(ID, NAME, STREET), home(ID), homes),
                        zoo(pet(ID, NAME), home(ID, STREET), homes),
                        List.of("drop moved values of zoo.Pet.street")),
                Arguments.of(
                        "the entities have nothing to do with each other",
                        zoo(pet(ID, NAME, STREET), home(ID)),
                        zoo(pet(ID, NAME), home(ID, STREET)),
                        List.of()),
                Arguments.of(
                        "the values are of another kind",
                        zoo(pet(ID, NAME, OF_HOME), home(ID, STREET)),
                        zoo(pet(ID, NAME, OF_HOME, bool("street").nullable()), home(ID)),
                        List.of()));
    }

    /** They were dropped without a question where the other table had more columns, or the rows no key in common. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void movesBetweenLinkedEntities(String name, ProjectState before, ProjectState after, List<String> questions) {
        assertThat(asked(before, after)).as(name).isEqualTo(questions);
    }
}
