package io.kuaka.autodetect;

import static io.kuaka.expression.Expression.sql;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.date;
import static io.kuaka.state.Fields.duration;
import static io.kuaka.state.Fields.instant;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.autodetect.question.DetectionStoppedException;
import io.kuaka.autodetect.question.OpenQuestion;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.CopyLinks;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.DeleteModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RenameField;
import io.kuaka.operation.RenameModel;
import io.kuaka.operation.ReorderPrimaryKey;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.LinkCopy;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.UnrelatedAttributesException;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A column or a table of the same name before and after was dropped and made anew; its values were gone. */
class KeptValuesTest {
    private static final Field ID = bigint("id").primaryKey().identity();
    private static final ProjectState HARBOUR = ProjectState.empty()
            .withModel("harbour", model("Pier").fields(ID, integer("number").unique()))
            .withModel(
                    "harbour",
                    model("Berth")
                            .fields(
                                    integer("pier").primaryKey(),
                                    integer("place").primaryKey()));

    @Test
    void aReferenceThatBecomesAPlainFieldKeepsItsColumn() {
        assertThat(operations(
                        boat(reference("pier", "harbour.Pier")),
                        boat(bigint("pierId").column("pier_id")),
                        Map.of()))
                .containsExactly(
                        new RenameField("Boat", "pier", "pierId").keepingColumns(),
                        new AlterField("Boat", bigint("pierId").column("pier_id")));
    }

    @Test
    void aPlainFieldThatBecomesAReferenceKeepsItsColumn() {
        assertThat(operations(
                        boat(bigint("pierId").column("pier_id")), boat(reference("pier", "harbour.Pier")), Map.of()))
                .containsExactly(
                        new RenameField("Boat", "pierId", "pier"),
                        new AlterField("Boat", reference("pier", "harbour.Pier")));
    }

    @Test
    void plainFieldsTakeOverTheColumnsOfAReferenceAndGiveThemBack() {
        Field pier = integer("pierNumber").column("p");
        Field place = integer("placeNumber").column("q");
        Field berth = reference("berth", "harbour.Berth").columns("p", "q");

        assertThat(operations(boat(berth), boat(pier, place), Map.of()))
                .containsExactly(
                        new AddField("Boat", pier), new AddField("Boat", place), new RemoveField("Boat", "berth"));
        assertThat(operations(boat(pier, place), boat(berth), Map.of()))
                .containsExactly(
                        new AddField("Boat", berth),
                        new RemoveField("Boat", "pierNumber"),
                        new RemoveField("Boat", "placeNumber"));
    }

    @Test
    void anotherFieldOverTheSameColumnIsAskedAbout() {
        ProjectState from = boat(duration("voyage").column("v"));
        ProjectState to = boat(instant("arrival").column("v").nullable());
        String question = "drop values of harbour.Boat.v";

        assertThat(openQuestions(from, to)).containsExactly(question);
        assertThat(operations(from, to, Map.of(question, "yes")))
                .containsExactly(
                        new RemoveField("Boat", "voyage"),
                        new AddField("Boat", instant("arrival").column("v").nullable()));
        assertThatExceptionOfType(DetectionStoppedException.class)
                .isThrownBy(() -> operations(from, to, Map.of(question, "no")))
                .withMessage(
                        "Stopped at a question: The existing values of \"v\" in the table of \"harbour.Boat\" would be lost, or replaced by others. Drop them? No migration was written. Change the model and run"
                                + " again.");
    }

    /** All values fit, so that there is only one right answer. */
    @Test
    void anotherFieldOverTheSameColumnOfALongerTypeKeepsItWithoutAQuestion() {
        Field number = bigint("number").column("n");

        assertThat(operations(boat(integer("count").column("n")), boat(number), Map.of()))
                .containsExactly(new RenameField("Boat", "count", "number"), new AlterField("Boat", number));
        assertThat(openQuestions(boat(number), boat(integer("count").column("n"))))
                .isNotEmpty();
    }

    /** Its values were replaced by those that the database computes. */
    @Test
    void aPlainColumnThatIsComputedFromNowOnIsAskedAbout() {
        ProjectState plain = boat(integer("length"), integer("twice"));
        ProjectState computed = boat(integer("length"), integer("twice").generated(sql("length * 2")));
        ProjectState otherwise = boat(integer("length"), integer("twice").generated(sql("length + length")));

        assertThat(openQuestions(plain, computed)).containsExactly("drop values of harbour.Boat.twice");
        assertThat(openQuestions(computed, otherwise)).isEmpty();
    }

    @Test
    void aReferenceByAnotherFieldOfTheSameModelIsAltered() {
        Field byNumber = reference("pier", "harbour.Pier").column("pier_number").toFields("number");

        assertThat(operations(boat(reference("pier", "harbour.Pier")), boat(byNumber), Map.of()))
                .containsExactly(new AlterField("Boat", byNumber));
    }

    @Test
    void theFieldThatAReferenceLeavesGoesAfterIt() {
        ProjectState from = boat(reference("pier", "harbour.Pier").toFields("number"));
        ProjectState to = boat(reference("pier", "harbour.Pier"))
                .updateModel(new ModelKey("harbour", "Pier"), pier -> pier.withoutField("number"));

        assertThat(operations(from, to, Map.of()))
                .containsExactly(
                        new AlterField("Boat", reference("pier", "harbour.Pier")), new RemoveField("Pier", "number"));
    }

    @Test
    void theFieldThatAReferenceNamesFromNowOnComesBeforeIt() {
        ProjectState from = boat(reference("pier", "harbour.Pier"));
        Field code = integer("code").unique().nullable();
        Field byCode = reference("pier", "harbour.Pier").column("pier_code").toFields("code");
        ProjectState to = boat(byCode).updateModel(new ModelKey("harbour", "Pier"), pier -> pier.withField(code));

        assertThat(operations(from, to, Map.of()))
                .containsExactly(new AddField("Pier", code), new AlterField("Boat", byCode));
    }

    @Test
    void aReferenceToAnotherModelIsAskedAbout() {
        ProjectState from = boat(reference("pier", "harbour.Pier").nullable());
        Field elsewhere = reference("pier", "harbour.Boat").nullable();
        String question = "drop values of harbour.Boat.pier_id";

        assertThat(openQuestions(from, boat(elsewhere))).containsExactly(question);
        assertThat(operations(from, boat(elsewhere), Map.of(question, "no")))
                .containsExactly(new AlterField("Boat", elsewhere));
        assertThat(operations(from, boat(elsewhere), Map.of(question, "yes")))
                .containsExactly(new RemoveField("Boat", "pier"), new AddField("Boat", elsewhere));
    }

    /** Its values were taken for keys of the other model. */
    @Test
    void aReferenceToAnotherModelUnderAnotherNameInTheSameColumnIsAskedAbout() {
        ProjectState from =
                boat(reference("pier", "harbour.Pier").column("place").unique().nullable());
        Field elsewhere =
                reference("tug", "harbour.Boat").column("place").unique().nullable();
        String question = "drop values of harbour.Boat.place";

        assertThat(openQuestions(from, boat(elsewhere))).containsExactly(question);
        assertThat(operations(from, boat(elsewhere), Map.of(question, "no")))
                .containsExactly(new RenameField("Boat", "pier", "tug"), new AlterField("Boat", elsewhere));
        assertThat(operations(from, boat(elsewhere), Map.of(question, "yes")))
                .containsExactly(new RemoveField("Boat", "pier"), new AddField("Boat", elsewhere));
    }

    /** Its key alone makes no row of it. */
    @Test
    void aColumnThatRefersToANewModelWithAnotherMandatoryFieldIsAskedAbout() {
        ProjectState from = boat(integer("port").nullable());
        Field port = reference("port", "harbour.Port").column("port").nullable();
        ProjectState to = boat(port)
                .withModel("harbour", model("Port").fields(integer("number").primaryKey(), integer("size")));
        String question = "leave out rows of harbour.Port for harbour.Boat.port";

        assertThat(openQuestions(from, to)).containsExactly(question);
        assertThat(operations(from, to, Map.of(question, "yes"))).endsWith(new AlterField("Boat", port));
        assertThatExceptionOfType(DetectionStoppedException.class)
                .isThrownBy(() -> operations(from, to, Map.of(question, "no")))
                .withMessageContaining("because of \"size\"");
    }

    @Test
    void aReferenceToAModelWithTheSameKeyKeepsItsMeaning() {
        ProjectState ferries = HARBOUR.withModel(
                "harbour",
                model("Ferry").fields(reference("boat", "harbour.Boat").primaryKey()));
        ProjectState from = tickets(boats(ferries), "harbour.Boat");
        ProjectState to = tickets(boats(ferries), "harbour.Ferry");

        assertThat(operations(from, to, Map.of()))
                .containsExactly(new AlterField("Ticket", reference("vessel", "harbour.Ferry")));
    }

    @Test
    void theLinksOfAManyToOneThatBecomesAManyToManyAreCopiedIfWanted() {
        ProjectState from = boat(reference("pier", "harbour.Pier").nullable());
        ModelState joinTable = model("Pier.boats")
                .table("pier_boats")
                .fields(
                        reference("owner", "harbour.Pier").column("pier_id").primaryKey(),
                        reference("element", "harbour.Boat").column("boat_id").primaryKey());
        ProjectState to = boat().withModel("harbour", joinTable);
        String question = "copy links of harbour.Boat.pier to Pier.boats";

        assertThat(openQuestions(from, to)).containsExactly(question);
        assertThat(operations(from, to, Map.of(question, "yes")))
                .containsExactly(
                        new CreateModel(joinTable),
                        new CopyLinks("Boat.pier", "Pier.boats"),
                        new RemoveField("Boat", "pier"));
        assertThat(operations(from, to, Map.of(question, "no")))
                .containsExactly(new CreateModel(joinTable), new RemoveField("Boat", "pier"));

        String back = "copy links of harbour.Pier.boats to Boat.pier";
        assertThat(operations(to, from, Map.of(back, "yes")))
                .containsExactly(
                        new AddField("Boat", reference("pier", "harbour.Pier").nullable()),
                        new CopyLinks("Pier.boats", "Boat.pier"),
                        new DeleteModel("Pier.boats"));
    }

    @Test
    void linksByOtherFieldsAreNotCopied() {
        ProjectState from =
                boat(reference("pier", "harbour.Pier").toFields("number").nullable());
        ModelState joinTable = model("Pier.boats")
                .table("pier_boats")
                .fields(
                        reference("owner", "harbour.Pier").column("pier_id").primaryKey(),
                        reference("element", "harbour.Boat").column("boat_id").primaryKey());

        ProjectState to = boat().withModel("harbour", joinTable);
        String question = "drop links of harbour.Boat.pier";

        assertThat(openQuestions(from, to)).containsExactly(question);
        assertThat(operations(from, to, Map.of(question, "yes")))
                .containsExactly(new CreateModel(joinTable), new RemoveField("Boat", "pier"));
        assertThatExceptionOfType(UnrelatedAttributesException.class)
                .isThrownBy(() -> LinkCopy.between(
                        new OperationContext(
                                Dialects.named("sqlite"), "harbour", from, from.withModel("harbour", joinTable)),
                        "Boat.pier",
                        "Pier.boats"))
                .withMessageContaining("by the same fields");
    }

    private static ProjectState boats(ProjectState state) {
        return state.withModel("harbour", model("Boat").fields(ID));
    }

    private static ProjectState tickets(ProjectState state, String vessel) {
        return state.withModel("harbour", model("Ticket").fields(ID, reference("vessel", vessel)));
    }

    @Test
    void aJoinTableThatBecomesAnEntityIsAskedAbout() {
        ProjectState from = boat().withModel(
                        "harbour",
                        model("Boat.piers")
                                .table("boat_pier")
                                .fields(
                                        reference("owner", "harbour.Boat")
                                                .column("boat_id")
                                                .primaryKey(),
                                        reference("element", "harbour.Pier")
                                                .column("pier_id")
                                                .primaryKey()));
        ProjectState to = boat().withModel(
                        "harbour",
                        model("Mooring")
                                .table("boat_pier")
                                .fields(
                                        reference("boat", "harbour.Boat").primaryKey(),
                                        reference("pier", "harbour.Pier").primaryKey(),
                                        date("since").nullable()));

        assertThat(openQuestions(from, to)).containsExactly("rename harbour.Boat.piers to Mooring");
    }

    @Test
    void aJoinTableThatTheOtherEntityOwnsNowRefersToTheSameRows() {
        ProjectState from = boat().withModel("harbour", joinTable("Boat.piers", "Boat", "boat_id", "Pier", "pier_id"));
        ProjectState to = boat().withModel("harbour", joinTable("Pier.boats", "Pier", "pier_id", "Boat", "boat_id"));

        assertThat(operations(from, to, Map.of()))
                .containsExactly(
                        new RenameModel("Boat.piers", "Pier.boats"),
                        new RenameField("Pier.boats", "element", "element_owner").keepingColumns(),
                        new RenameField("Pier.boats", "owner", "element").keepingColumns(),
                        new RenameField("Pier.boats", "element_owner", "owner").keepingColumns(),
                        new ReorderPrimaryKey("Pier.boats", List.of("owner", "element")));
    }

    private static ModelState joinTable(String name, String owner, String first, String element, String second) {
        return model(name)
                .table("boat_pier")
                .fields(
                        reference("owner", "harbour." + owner).column(first).primaryKey(),
                        reference("element", "harbour." + element)
                                .column(second)
                                .primaryKey());
    }

    /** An {@code @IdClass} may state the key as texts, over the columns of the references. */
    @Test
    void theColumnsOfAJoinTableStayWithTheReferencesOfItsEntity() {
        ProjectState from = boat().withModel("harbour", joinTable("Boat.piers", "Boat", "boat_id", "Pier", "pier_id"));
        ProjectState to = boat().withModel(
                        "harbour",
                        model("Mooring")
                                .table("boat_pier")
                                .fields(
                                        varchar("boat_id", 20).primaryKey(),
                                        varchar("pier_id", 20).primaryKey(),
                                        reference("vessel", "harbour.Boat").column("boat_id"),
                                        reference("jetty", "harbour.Pier").column("pier_id")));
        String question = "rename harbour.Boat.piers to Mooring";

        assertThat(openQuestions(from, to)).containsExactly(question);
        assertThat(operations(from, to, Map.of(question, "yes")))
                .contains(
                        new RenameField("Mooring", "element", "jetty"), new RenameField("Mooring", "owner", "vessel"));
    }

    @Test
    void theEqualTypeIsLikelierThanTheLikerNameAndAllCandidatesAreListed() {
        ProjectState from = boat(varchar("telephone", 20));
        ProjectState to = boat(varchar("email", 90).nullable(), varchar("phone", 20));

        assertThat(openQuestions(from, to))
                .containsExactly("rename harbour.Boat.telephone to phone", "rename harbour.Boat.telephone to email");
    }

    private static ProjectState boat(Field... fields) {
        return HARBOUR.withModel("harbour", model("Boat").fields(ID).fields(fields));
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
