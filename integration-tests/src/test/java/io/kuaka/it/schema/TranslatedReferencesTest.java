package io.kuaka.it.schema;

import static io.kuaka.it.support.SchemaRun.assertMigrates;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.CopyLinks;
import io.kuaka.operation.Operation;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** References that identify the same rows by other fields from then on, with rows whose ids are numbers of others. */
class TranslatedReferencesTest {
    private static final ProjectState FLEET = SchemaRun.shop(
            model("Depot")
                    .fields(
                            bigint("id").primaryKey(),
                            integer("zone"),
                            integer("place"),
                            integer("number").nullable().unique())
                    .constraints(unique("depot_place_key").on("zone", "place")),
            model("Van")
                    .fields(
                            bigint("id").primaryKey(),
                            varchar("plate", 9).unique(),
                            reference("depot", "shop.Depot"),
                            reference("spare", "shop.Depot").nullable(),
                            reference("trailer", "shop.Van").nullable().unique()));
    private static final List<String> ROWS = List.of("1|A|1|2|2", "2|B|2|null|1", "3|C|1|1|null");

    private static SchemaRun fleet(Engine engine) throws SQLException {
        SchemaRun run = SchemaRun.with(engine, FLEET);
        insertFleet(run);
        return run;
    }

    private static void insertFleet(SchemaRun run) throws SQLException {
        run.execute(
                "insert into Depot (id, zone, place, number) values (1, 5, 6, 2), (2, 6, 5, 1)",
                "insert into Van (id, plate, depot_id, spare_id, trailer_id) values (3, 'C', 1, 1, null)",
                "insert into Van (id, plate, depot_id, spare_id, trailer_id) values (1, 'A', 1, 2, null)",
                "insert into Van (id, plate, depot_id, spare_id, trailer_id) values (2, 'B', 2, null, 1)",
                "update Van set trailer_id = 2 where id = 1");
    }

    /** Migrates, compares what the query finds, and goes back to the rows of the beginning. */
    private static void assertTranslates(Engine engine, Operation change, String query, String... rows)
            throws SQLException {
        try (SchemaRun run = fleet(engine)) {
            ProjectState after = assertMigrates(run, FLEET, change);
            assertThat(run.query(query)).containsExactly(rows);

            assertMigrates(run, after, change.inverse("shop", FLEET));
            assertThat(run.query("select id, plate, depot_id, spare_id, trailer_id from Van order by id"))
                    .isEqualTo(ROWS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReferenceByAnotherFieldFollowsItsRowsIntoAnotherColumn(Engine engine) throws SQLException {
        assertTranslates(
                engine,
                new AlterField(
                        "Van",
                        reference("depot", "shop.Depot").column("depot_number").toFields("number")),
                "select id, depot_number from Van order by id",
                "1|2",
                "2|1",
                "3|2");
    }

    @ParameterizedTest
    @EnumSource
    void aReferenceByAnotherFieldFollowsItsRowsInItsColumn(Engine engine) throws SQLException {
        assertTranslates(
                engine,
                new AlterField(
                        "Van", reference("spare", "shop.Depot").nullable().toFields("number")),
                "select id, spare_id from Van order by id",
                "1|1",
                "2|null",
                "3|2");
    }

    @ParameterizedTest
    @EnumSource
    void aUniqueReferenceToItsOwnTableFollowsItsRows(Engine engine) throws SQLException {
        assertTranslates(
                engine,
                new AlterField(
                        "Van",
                        reference("trailer", "shop.Van").nullable().unique().toFields("plate")),
                "select id, trailer_id from Van order by id",
                "1|B",
                "2|A",
                "3|null");
    }

    @ParameterizedTest
    @EnumSource
    void aReferenceOverOneColumnBecomesOneOverTwoAndComesBack(Engine engine) throws SQLException {
        assertTranslates(
                engine,
                new AlterField(
                        "Van",
                        reference("depot", "shop.Depot")
                                .columns("zone", "depot_id")
                                .toFields("zone", "place")),
                "select id, zone, depot_id from Van order by id",
                "1|5|6",
                "2|6|5",
                "3|5|6");
    }

    @ParameterizedTest
    @EnumSource
    void aReferenceToARowWithoutTheValueIsRefusedBeforeAnythingChanges(Engine engine) throws SQLException {
        Operation change =
                new AlterField("Van", reference("depot", "shop.Depot").toFields("number"));
        try (SchemaRun run = fleet(engine)) {
            run.execute("update Depot set number = null where id = 2");

            assertThatThrownBy(() -> run.migrate(FLEET, change))
                    .hasMessage("Table \"Van\" has rows whose \"depot_id\" can't be translated: they refer to no row of"
                            + " \"Depot\" with a value in \"number\". Update or delete them first.");
            assertThat(run.differences(FLEET)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void linksAreCopiedIntoAJoinTableAndBack(Engine engine) throws SQLException {
        ProjectState before = FLEET.withModel(
                "shop",
                model("Depot.vans")
                        .table("Depot_vans")
                        .fields(
                                reference("owner", "shop.Depot")
                                        .column("depot_id")
                                        .primaryKey(),
                                reference("element", "shop.Van")
                                        .column("van_id")
                                        .primaryKey()));
        Operation copy = new CopyLinks("Van.spare", "Depot.vans");
        try (SchemaRun run = SchemaRun.with(engine, before)) {
            insertFleet(run);

            run.migrate(before, copy);
            assertThat(run.query("select depot_id, van_id from Depot_vans order by van_id"))
                    .containsExactly("2|1", "1|3");

            run.execute("update Van set spare_id = null");
            run.migrate(before, copy.inverse("shop", before));
            assertThat(run.query("select id, plate, depot_id, spare_id, trailer_id from Van order by id"))
                    .isEqualTo(ROWS);

            run.execute("insert into Depot_vans (depot_id, van_id) values (2, 3)");
            assertThatThrownBy(() -> run.migrate(before, copy.inverse("shop", before)))
                    .hasMessage(
                            "Table \"Depot_vans\" links rows of \"Van\" more than once, but \"spare_id\" can hold only"
                                    + " one link. Delete the others first.");
        }
    }
}
