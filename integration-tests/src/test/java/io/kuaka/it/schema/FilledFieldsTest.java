package io.kuaka.it.schema;

import static io.kuaka.expression.Expression.concat;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.lower;
import static io.kuaka.expression.Expression.rowNumber;
import static io.kuaka.expression.Expression.sql;
import static io.kuaka.expression.Expression.upper;
import static io.kuaka.expression.Expression.value;
import static io.kuaka.it.support.SchemaRun.assertMigrates;
import static io.kuaka.state.Fields.blob;
import static io.kuaka.state.Fields.clob;
import static io.kuaka.state.Fields.date;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.NodeTree;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.AlterModelTable;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RenameField;
import io.kuaka.operation.RenameModel;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows get the values of new and changed fields, also when several changes meet in one migration. */
class FilledFieldsTest {
    @ParameterizedTest
    @EnumSource
    void aFieldBecomesRequiredAgainWithItsDefault(Engine engine) throws SQLException {
        Operation optional = new AlterField("Node", integer("n").nullable());
        ProjectState required = new AlterField("Node", integer("n").defaultTo(4)).apply("shop", NodeTree.STATE);
        try (SchemaRun run = SchemaRun.with(engine, required)) {
            ProjectState after = assertMigrates(run, required, optional);
            run.execute("insert into Node (id, name, code, n) values (1, 'A', 'a', null), (2, 'B', 'b', 9)");

            assertMigrates(run, after, optional.inverse("shop", required));

            assertThat(run.query("select n from Node order by id")).containsExactly("4", "9");
        }
    }

    @ParameterizedTest
    @EnumSource
    void newValuesAreComputedFromFieldsOfTheSameMigration(Engine engine) throws SQLException {
        try (SchemaRun run = NodeTree.on(engine)) {
            assertMigrates(
                    run,
                    NodeTree.STATE,
                    new AlterField("Node", integer("n"), value(8)),
                    new AddField("Node", varchar("slug", 20), lower(field("name"))),
                    new AddField("Node", varchar("path", 40), concat(field("slug"), "/", field("code"))),
                    new AddField("Node", varchar("loud", 20), upper(sql("path"))),
                    new AddField("Node", integer("twice"), field("n").times(2)));

            assertThat(run.query("select slug, path, loud, twice from Node order by id"))
                    .containsExactly("a|a/a|A/A|2", "b|b/b|B/B|16");
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyChangesOfOneMigrationFitTogether(Engine engine) throws SQLException {
        try (SchemaRun run = NodeTree.on(engine)) {
            assertMigrates(
                    run,
                    NodeTree.STATE,
                    new RenameModel("Node", "Knot"),
                    new RenameField("Knot", "code", "sign"),
                    new AlterField("Knot", integer("n"), value(8)),
                    new AddField("Knot", varchar("extra", 5), value("x")),
                    new RenameField("Knot", "extra", "more"),
                    new AlterField(
                            "Leaf", reference("node", "shop.Knot").nullable().column("knot_id")),
                    new AddField("Leaf", date("day"), value(LocalDate.of(2024, 2, 29))),
                    new RemoveField("Knot", "name"));

            assertThat(run.query("select id, sign, n, more, parent_id from Knot order by id"))
                    .containsExactly("1|a|1|x|null", "2|b|8|x|1");
            assertThat(run.query("select knot_id, node_code from Leaf")).containsExactly("2|a");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFieldThatIsRemovedAndAddedAgainIsEmpty(Engine engine) throws SQLException {
        try (SchemaRun run = NodeTree.on(engine)) {
            assertMigrates(
                    run,
                    NodeTree.STATE,
                    new RemoveField("Node", "n"),
                    new AddField("Node", integer("n").nullable()));

            assertThat(run.query("select n from Node order by id")).containsExactly("null", "null");
        }
    }

    /** Words of the comment were taken for the change of a key once, so that one statement added and changed the column. */
    @ParameterizedTest
    @EnumSource
    void aFieldIsFilledWhateverItsCommentSays(Engine engine) throws SQLException {
        try (SchemaRun run = NodeTree.on(engine)) {
            assertMigrates(
                    run,
                    NodeTree.STATE,
                    new AddField("Node", integer("legacy_id").comment("the primary key it had"), value(7)));

            assertThat(run.query("select legacy_id from Node order by id")).containsExactly("7", "7");
        }
    }

    /** The names of the subquery hid columns of the same name, reserved words weren't quoted, and rows with null got none. */
    @ParameterizedTest
    @EnumSource
    void rowsAreNumberedWhateverTheirColumnsAreCalledAndHaveInThem(Engine engine) throws SQLException {
        ProjectState before = SchemaRun.shop(model("Flag")
                .table("flags")
                .fields(
                        integer("id").primaryKey(),
                        integer("ship"),
                        integer("place"),
                        integer("c0").nullable(),
                        varchar("value", 9).column("values").nullable()));
        try (SchemaRun run = SchemaRun.with(engine, before)) {
            run.execute("insert into flags values (1, 7, 3, null, 'a'), (2, 7, 1, 4, 'b'), (3, 7, 2, 1, null),"
                    + " (4, 7, 2, 1, 'c'), (5, 8, 5, null, null)");

            assertMigrates(
                    run,
                    before,
                    new AddField(
                            "Flag",
                            integer("mast").primaryKey(),
                            rowNumber("flags", List.of("ship"), List.of("place", "c0", "values"))),
                    new RenameField("Flag", "place", "mark"),
                    new AlterModelTable("Flag", "pennants", null),
                    new RemoveField("Flag", "c0"));

            assertThat(run.query("select mast from pennants where id in (1, 2, 5) order by id"))
                    .containsExactly("3", "0", "0");
            assertThat(run.query("select mast from pennants where id in (3, 4) order by mast"))
                    .containsExactly("1", "2");
        }
    }

    /** PostgreSQL keeps a large object apart from its row, which has its number only: each row gets one of its own. */
    @ParameterizedTest
    @EnumSource
    void largeObjectsGetOneOffValues(Engine engine) throws SQLException {
        try (SchemaRun run = NodeTree.on(engine)) {
            ProjectState after = assertMigrates(
                    run,
                    NodeTree.STATE,
                    new AddField("Node", clob("story"), value("Once, 'é'")),
                    new AddField("Node", blob("picture"), value(new byte[] {1, 2})));

            assertThat(run.<List<String>>withModels(after, models -> models.get("Node").all().list().stream()
                            .map(row -> row.get("story") + " " + Arrays.toString(row.get("picture", byte[].class)))
                            .toList()))
                    .containsExactly("Once, 'é' [1, 2]", "Once, 'é' [1, 2]");
        }
    }
}
