package io.kuaka.autodetect;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.bool;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.operation.MoveModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RenameField;
import io.kuaka.operation.RenameModel;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The history of a renamed entity was dropped, and a new one began without a question. */
class RenamedHistoriesTest {
    private static final Field ID = bigint("id").primaryKey().identity();
    private static final Field REVISION =
            integer("originalId.REV").column("REV").primaryKey();
    private static final Map<ModelKey, ModelKey> HISTORIES = Map.of(
            key("port.AUD_Ship"), key("port.Ship"),
            key("port.AUD_Boat"), key("port.Boat"),
            key("port.Ship_Crew_AUD"), key("port.Ship.crew"),
            key("fleet.AUD_Boat"), key("fleet.Boat"));

    @Test
    void aHistoryFollowsItsEntityAndAllOfItsColumns() {
        ProjectState from = with("port", boat("title", "width"), history("AUD_Boat", "title", "width"));
        ProjectState to = with(
                "port",
                model("Ship").fields(ID, varchar("name", 40), integer("beam").nullable()),
                history("AUD_Ship", "name", "beam"));

        assertThat(operations(
                        from, to, Map.of("port.Ship", "Boat", "port.Ship.name", "title", "port.Ship.beam", "width")))
                .containsExactly(
                        new RenameModel("Boat", "Ship"),
                        new RenameModel("AUD_Boat", "AUD_Ship"),
                        new RenameField("Ship", "title", "name"),
                        new RenameField("Ship", "width", "beam"),
                        new RenameField("AUD_Ship", "title", "name"),
                        new RenameField("AUD_Ship", "title_MOD", "name_MOD"),
                        new RenameField("AUD_Ship", "width", "beam"));
    }

    @Test
    void aHistoryFollowsItsJoinTable() {
        ProjectState from = with(
                "port",
                boat("title", "width"),
                crew("Boat.sailors", "Boat_Crew", "Boat_id"),
                links("Boat_Crew_AUD", "Boat_id"));
        ProjectState to = with(
                "port",
                model("Ship").fields(ID, varchar("title", 40), integer("width").nullable()),
                crew("Ship.crew", "Ship_Crew", "Ship_id"),
                links("Ship_Crew_AUD", "Ship_id"));

        assertThat(operations(from, to, Map.of("port.Ship", "Boat", "port.Ship.crew", "Ship.sailors")))
                .contains(
                        new RenameModel("Boat_Crew_AUD", "Ship_Crew_AUD"),
                        new RenameField("Ship_Crew_AUD", "originalId.Boat_id", "originalId.Ship_id"));
    }

    /** The history of the secondary table was dropped. */
    @Test
    void theHistoryOfASecondaryTableFollowsIt() {
        ProjectState from = with(
                "port",
                boat("title", "width"),
                more("Boat.boat_more", "boat_more", "Boat"),
                history("AUD_Boat", "title", "width"),
                more("AUD_Boat.boat_more_AUD", "boat_more_AUD", "AUD_Boat"));
        ProjectState to = with(
                "port",
                model("Ship").fields(ID, varchar("title", 40), integer("width").nullable()),
                more("Ship.ship_more", "ship_more", "Ship"),
                history("AUD_Ship", "title", "width"),
                more("AUD_Ship.ship_more_AUD", "ship_more_AUD", "AUD_Ship"));

        assertThat(operations(from, to, Map.of("port.Ship", "Boat", "port.Ship.ship_more", "Ship.boat_more")))
                .contains(new RenameModel("AUD_Ship.boat_more_AUD", "AUD_Ship.ship_more_AUD"));
    }

    /** Columns were dropped on both sides. */
    @Test
    void historiesAreExchangedWithTheirEntities() {
        ProjectState from = with(
                "port",
                boat("title", "width"),
                history("AUD_Boat", "title", "width"),
                ship("name", "beam"),
                history("AUD_Ship", "name", "beam"));
        ProjectState to = with(
                "port",
                ship("title", "width"),
                history("AUD_Ship", "title", "width"),
                boat("name", "beam"),
                history("AUD_Boat", "name", "beam"));

        assertThat(operations(from, to, Map.of("port.Ship", "Boat", "port.Boat", "Ship")))
                .containsExactly(
                        new RenameModel("Boat", "kuaka__boat_tmp"),
                        new RenameModel("AUD_Boat", "kuaka__aud_boat_tmp"),
                        new RenameModel("Ship", "Boat"),
                        new RenameModel("AUD_Ship", "AUD_Boat"),
                        new RenameModel("kuaka__boat_tmp", "Ship"),
                        new RenameModel("kuaka__aud_boat_tmp", "AUD_Ship"));
    }

    @Test
    void aHistoryMovesWithItsEntity() {
        ProjectState from = with("port", boat("title", "width"), history("AUD_Boat", "title", "width"));
        ProjectState to = with("fleet", boat("title", "width"), history("AUD_Boat", "title", "width"));

        assertThat(operations(from, to, Map.of("fleet.Boat", "port.Boat")))
                .containsExactly(
                        new MoveModel(key("port.Boat"), key("fleet.Boat"), false),
                        new MoveModel(key("port.AUD_Boat"), key("fleet.AUD_Boat"), false));
    }

    private static ModelKey key(String name) {
        return ModelKey.parse(name);
    }

    private static ModelState more(String name, String table, String owner) {
        return model(name)
                .table(table)
                .fields(
                        reference("owner", "port." + owner).column("id").primaryKey(),
                        varchar("remark", 40).nullable());
    }

    private static ModelState ship(String text, String number) {
        return model("Ship").fields(ID, varchar(text, 40), integer(number).nullable());
    }

    private static ModelState boat(String text, String number) {
        return model("Boat").fields(ID, varchar(text, 40), integer(number).nullable());
    }

    private static ModelState history(String name, String text, String number) {
        return model(name)
                .fields(
                        REVISION,
                        bigint("originalId.id").column("id").primaryKey(),
                        varchar(text, 40).nullable(),
                        bool(text + "_MOD").nullable(),
                        integer(number).nullable());
    }

    private static ModelState crew(String name, String table, String column) {
        return model(name)
                .table(table)
                .fields(
                        reference("owner", "port." + name.substring(0, name.indexOf('.')))
                                .column(column)
                                .primaryKey(),
                        bigint("element").column("crew_id").primaryKey());
    }

    private static ModelState links(String name, String column) {
        return model(name)
                .fields(
                        REVISION,
                        bigint("originalId." + column).column(column).primaryKey(),
                        bigint("originalId.crew_id").column("crew_id").primaryKey());
    }

    private static ProjectState with(String app, ModelState... models) {
        ProjectState state = ProjectState.empty();
        for (ModelState model : models) {
            state = state.withModel(app, model);
        }
        return state;
    }

    private static List<Operation> operations(ProjectState from, ProjectState to, Map<String, String> hints) {
        return Autodetector.detect(
                        from,
                        to,
                        Map.of(),
                        new AnswersQuestioner(Map.of("exchange port.Boat and Ship", "yes")),
                        AutodetectOptions.defaults().withRenameHints(hints).withHistories(HISTORIES))
                .values()
                .stream()
                .flatMap(List::stream)
                .flatMap(migration -> migration.operations().get().stream())
                .toList();
    }
}
