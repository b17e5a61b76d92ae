package io.kuaka.autodetect;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.text;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.detector.ResizedKeyException;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.autodetect.question.Questioner;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.AlterModelTable;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.DeleteModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveConstraint;
import io.kuaka.operation.RenameConstraint;
import io.kuaka.operation.RenameField;
import io.kuaka.operation.RenameIndex;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names that pass from one part of the database to another, and keys that references need meanwhile. */
class NamesInOrderTest {
    private static final Field ID = bigint("id").primaryKey();

    @Test
    void tablesInAChainMoveFromItsFreeEnd() {
        assertThat(operations(
                        shop(plain("Ferry", "first"), plain("Barge", "second")),
                        shop(plain("Ferry", "second"), plain("Barge", "third"))))
                .containsExactly(
                        new AlterModelTable("Barge", "third", null), new AlterModelTable("Ferry", "second", null));
    }

    @Test
    void oneOfTheTablesThatExchangeNamesHasATemporaryOne() {
        assertThat(operations(
                        shop(plain("Ferry", "first"), plain("Barge", "second")),
                        shop(plain("Ferry", "second"), plain("Barge", "first"))))
                .containsExactly(
                        new AlterModelTable("Ferry", "kuaka__first_tmp", null),
                        new AlterModelTable("Barge", "first", null),
                        new AlterModelTable("Ferry", "second", null));
    }

    /** All needs of names were dropped where a circle was, so that the chain beside it ran in the wrong order, too. */
    @Test
    void aChainBesideACircleKeepsItsOrder() {
        assertThat(operations(
                        shop(indexed("A", "ix_1"), indexed("B", "ix_2"), indexed("C", "ix_3"), indexed("D", "ix_4")),
                        shop(indexed("A", "ix_2"), indexed("B", "ix_1"), indexed("C", "ix_4"), indexed("D", "ix_5"))))
                .containsExactly(
                        new RenameIndex("B", "ix_2", "kuaka__ix_2_tmp"),
                        new RenameIndex("D", "ix_4", "ix_5"),
                        new RenameIndex("A", "ix_1", "ix_2"),
                        new RenameIndex("C", "ix_3", "ix_4"),
                        new RenameIndex("B", "kuaka__ix_2_tmp", "ix_1"));
    }

    @Test
    void indexesOfOneTableExchangeNamesWithoutBeingBuiltAgain() {
        ModelState before = model("Ferry").fields(ID, integer("berths"), integer("cars"));

        assertThat(operations(
                        shop(before.indexes(
                                index("ix_a").on("berths"), index("ix_b").on("cars"))),
                        shop(before.indexes(
                                index("ix_b").on("berths"), index("ix_a").on("cars")))))
                .containsExactly(
                        new RenameIndex("Ferry", "ix_a", "kuaka__ix_a_tmp"),
                        new RenameIndex("Ferry", "ix_b", "ix_a"),
                        new RenameIndex("Ferry", "kuaka__ix_a_tmp", "ix_b"));
    }

    @Test
    void aFieldIsRenamedAfterAnotherOneHasLeftItsColumn() {
        ModelState before = model("Ferry").fields(ID, integer("berths").column("cars"), integer("seats"));
        ModelState after = model("Ferry").fields(ID, integer("berths"), integer("cars"));

        assertThat(operations(shop(before), shop(after), new Agreeing()))
                .containsExactly(new AlterField("Ferry", integer("berths")), new RenameField("Ferry", "seats", "cars"));
    }

    @Test
    void aTableOfADeletedModelIsFreeBeforeANewModelTakesIt() {
        ModelState crew = model("Crew").fields(ID, varchar("name", 9));

        List<Operation> operations = operations(
                shop(plain("Ferry", "boats"), crew),
                shop(crew, model("Rating").table("boats").fields(ID)));

        assertThat(operations)
                .containsExactly(
                        new DeleteModel("Ferry"),
                        new CreateModel(model("Rating").table("boats").fields(ID)));
    }

    @Test
    void aKeyThatAReferenceNeedsIsReplacedByOneThatIsThereAlready() {
        ModelState port = model("Port").fields(ID, varchar("zone", 9), integer("number"));
        ModelState ferry = model("Ferry")
                .fields(
                        ID,
                        reference("home", "shop.Port")
                                .toFields("zone", "number")
                                .columns("home_zone", "home_number"));

        assertThat(operations(
                        shop(port.constraints(unique("by_zone").on("zone", "number")), ferry),
                        shop(port.constraints(unique("by_number").on("number", "zone")), ferry)))
                .containsExactly(
                        new AddConstraint("Port", unique("by_number").on("number", "zone")),
                        new RemoveConstraint("Port", "by_zone"));
    }

    @Test
    void aKeyThatKeepsItsNameMakesWayUnderATemporaryOne() {
        ModelState port = model("Port").fields(ID, varchar("zone", 9), integer("number"));
        ModelState ferry = model("Ferry")
                .fields(
                        ID,
                        reference("home", "shop.Port")
                                .toFields("zone", "number")
                                .columns("home_zone", "home_number"));

        assertThat(operations(
                        shop(port.constraints(unique("place").on("zone", "number")), ferry),
                        shop(port.constraints(unique("place").on("number", "zone")), ferry)))
                .containsExactly(
                        new RenameConstraint("Port", "place", "kuaka__place_tmp"),
                        new AddConstraint("Port", unique("place").on("number", "zone")),
                        new RemoveConstraint("Port", "kuaka__place_tmp"));
    }

    @Test
    void referencesLeaveANaturalKeyBeforeASurrogateTakesItsPlace() {
        Field code = varchar("code", 2);
        Field id = bigint("id").primaryKey().identity();
        Field toCode = reference("country", "shop.Country").toFields("code").column("country_code");
        ModelState town =
                model("Town").fields(ID, reference("country", "shop.Country").column("country_code"));

        assertThat(operations(
                        shop(model("Country").fields(code.primaryKey()), town),
                        shop(model("Country").fields(id, code.unique()), town.withAlteredField(toCode))))
                .containsExactly(
                        new AlterField("Town", toCode),
                        new AddField("Country", id),
                        new AlterField("Country", code.unique()));
    }

    @Test
    void aKeyThatGetsAColumnUnderACollectionIsRefusedWithTheWayOut() {
        ModelState notes = model("Log.notes")
                .fields(
                        reference("owner", "shop.Log")
                                .columns("log_day", "log_ship")
                                .primaryKey(),
                        varchar("element", 9));
        ModelState more = notes.withAlteredField(reference("owner", "shop.Log")
                .columns("log_day", "log_page", "log_ship")
                .primaryKey());
        ModelState log =
                model("Log").fields(integer("day").primaryKey(), integer("ship").primaryKey());

        assertThatThrownBy(() -> operations(
                        shop(log, notes), shop(log.withField(integer("page").primaryKey()), more)))
                .isInstanceOf(ResizedKeyException.class)
                .hasMessageStartingWith(
                        "The key of \"shop.Log\" changes from \"day\", \"ship\" to \"day\", \"ship\", \"page\", but \"shop.Log.notes\"")
                .hasMessageContaining("makemigrations --empty");
    }

    /** The message spoke of two columns, which the key has only in between. */
    @Test
    void aKeyThatGivesWayToAnotherUnderAReferenceIsRefusedWithTheWayOut() {
        ModelState before = model("Land").fields(varchar("code", 2).primaryKey());
        ModelState after = model("Land").fields(ID, varchar("code", 2).unique());
        ModelState city =
                model("City").fields(ID, reference("land", "shop.Land").column("land"));

        assertThatThrownBy(() -> operations(shop(before, city), shop(after, city)))
                .isInstanceOf(ResizedKeyException.class)
                .hasMessageStartingWith(
                        "The key of \"shop.Land\" changes from \"code\" to \"id\", but \"shop.City.land\"")
                .hasMessageContaining("referencedColumnName = \"code\"")
                .hasMessageContaining("@CollectionTable");

        ModelState island =
                model("Island").fields(reference("land", "shop.Land").primaryKey());
        assertThatThrownBy(() -> operations(shop(before, island), shop(after, island)))
                .as("a joined subclass can refer to nothing but the key")
                .isInstanceOf(ResizedKeyException.class)
                .hasMessageContaining("makemigrations --empty");
    }

    /** MySQL has no unique constraint over a text of any length. */
    @Test
    void aUniqueConstraintWaitsForTheFieldThatIsRenamedAndAltered() {
        ModelState before = model("Book").fields(ID, text("name"));
        ModelState after = model("Book")
                .fields(ID, varchar("title", 20))
                .constraints(unique("u").on("title"));

        assertThat(operations(shop(before), shop(after), new Agreeing()))
                .containsExactly(
                        new RenameField("Book", "name", "title"),
                        new AlterField("Book", varchar("title", 20)),
                        new AddConstraint("Book", unique("u").on("title")));
    }

    private static ModelState plain(String name, String table) {
        return model(name).table(table).fields(ID);
    }

    private static ModelState indexed(String name, String index) {
        return model(name).fields(ID, integer("size")).indexes(index(index).on("size"));
    }

    private static ProjectState shop(ModelState... models) {
        ProjectState state = ProjectState.empty();
        for (ModelState model : models) {
            state = state.withModel("shop", model);
        }
        return state;
    }

    private static List<Operation> operations(ProjectState from, ProjectState to) {
        return operations(from, to, new AnswersQuestioner(Map.of("rename shop.Ferry to Rating", "no")));
    }

    private static List<Operation> operations(ProjectState from, ProjectState to, Questioner questioner) {
        return Autodetector.detect(from, to, Map.of(), questioner, AutodetectOptions.defaults()).values().stream()
                .flatMap(List::stream)
                .flatMap(migration -> migration.operations().get().stream())
                .toList();
    }
}
