package io.kuaka.it.schema;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.lower;
import static io.kuaka.expression.Expression.value;
import static io.kuaka.it.support.SchemaRun.assertMigrates;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.blob;
import static io.kuaka.state.Fields.clob;
import static io.kuaka.state.Fields.date;
import static io.kuaka.state.Fields.instant;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.nclob;
import static io.kuaka.state.Fields.ntext;
import static io.kuaka.state.Fields.text;
import static io.kuaka.state.Fields.time;
import static io.kuaka.state.Fields.timeTz;
import static io.kuaka.state.Fields.timeUtc;
import static io.kuaka.state.Fields.timestamp;
import static io.kuaka.state.Fields.varbinary;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.NodeTree;
import io.kuaka.it.support.ReadSchema;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.state.Field;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A change that rows or objects of others do not suit is refused, and nothing is changed. */
class RefusedChangesTest {
    @ParameterizedTest
    @EnumSource
    void valuesThatWouldBeLostStopAChangeBeforeIt(Engine engine) throws SQLException {
        try (SchemaRun run = NodeTree.on(engine)) {
            ReadSchema before = run.read();
            Operation computed = new AlterField(
                    "Node", varchar("name", 20).generated(lower(field("code"))).nullable());
            Operation number = new AlterField("Node", integer("name"));

            assertThatThrownBy(() -> run.migrate(NodeTree.STATE, computed))
                    .hasMessageContaining("Column \"name\" of table \"Node\" has values that differ");
            assertThatThrownBy(() -> run.migrate(NodeTree.STATE, number)).isNotNull();
            assertThat(before.differences(run.read())).isEmpty();
            run.execute("update Node set name = code");
            run.migrate(NodeTree.STATE, computed);
            assertThat(run.query("select name from Node order by id")).containsExactly("a", "b");
        }
    }

    /** SQLite, which has no lengths of bytes, kept them; the others stopped half way. */
    @ParameterizedTest
    @EnumSource
    void bytesThatAreTooManyAreFoundBeforeAnythingIsChanged(Engine engine) throws SQLException {
        ProjectState state =
                SchemaRun.shop(model("File").fields(bigint("id").primaryKey(), varbinary("head", 40), blob("body")));
        Map<String, Object> row = Map.of("id", 1L, "head", new byte[4], "body", new byte[4]);
        try (SchemaRun run = SchemaRun.with(engine, state)) {
            run.withModels(state, models -> models.get("File").create(row));

            ProjectState next = state;
            for (String field : List.of("head", "body")) {
                ProjectState before = next;
                assertThatThrownBy(() -> run.migrate(before, new AlterField("File", varbinary(field, 3))))
                        .hasMessage("Column \"" + field + "\" of table \"File\" has values longer than 3 bytes."
                                + " Fix those rows first.");
                next = assertMigrates(run, before, new AlterField("File", varbinary(field, 4)));
            }
        }
    }

    /** A length of a long text chooses a size on MariaDB and MySQL only, where it counts bytes. */
    @ParameterizedTest
    @EnumSource
    void theLengthOfALongTextDoesNotHideLongerValues(Engine engine) throws SQLException {
        boolean hasSizes = engine == Engine.MARIADB || engine == Engine.MYSQL;
        List<Field> sized = List.of(text("a", 1000), ntext("b", 1000), clob("c", 1000), nclob("d", 1000));
        String value = "\u00fc".repeat(2000);
        ProjectState state =
                SchemaRun.shop(model("Book").fields(bigint("id").primaryKey()).fields(sized.toArray(Field[]::new)));
        Map<String, Object> row = new HashMap<>(Map.of("id", 1L));
        sized.forEach(field -> row.put(field.name(), value));
        try (SchemaRun run = SchemaRun.with(engine, state)) {
            run.withModels(state, models -> models.get("Book").create(row));

            for (Field field : sized) {
                String name = field.name();
                assertThatThrownBy(() -> run.migrate(state, new AlterField("Book", varchar(name, 1500))))
                        .hasMessageContaining(
                                "\"" + name + "\" of table \"Book\" has texts longer than 1500 characters.");
                if (hasSizes && !(engine == Engine.MARIADB && name.equals("b"))) {
                    assertThatThrownBy(() -> run.migrate(state, new AlterField("Book", clob(name, 200))))
                            .hasMessageContaining("\"" + name + "\" of table \"Book\" has values longer than tinytext");
                }
            }
            ProjectState wider = assertMigrates(run, state, new AlterField("Book", text("a", 70_000)));
            ProjectState other = assertMigrates(run, wider, new AlterField("Book", text("a", 400)));
            Object kept = run.withModels(
                    other, models -> models.get("Book").all().get().get("a"));
            assertThat(kept).isEqualTo(value);
        }
    }

    /** PostgreSQL cut the offset of a text that became a time. */
    @ParameterizedTest
    @EnumSource
    void aTextWithAnOffsetDoesNotBecomeATimeWithoutOne(Engine engine) throws SQLException {
        ProjectState state = SchemaRun.shop(model("Shop").fields(bigint("id").primaryKey(), varchar("opens", 20)));
        try (SchemaRun run = SchemaRun.with(engine, state)) {
            run.execute("insert into Shop (id, opens) values (1, '09:30:00'), (2, '10:00:00+05:00')");

            assertThatThrownBy(() -> run.migrate(state, new AlterField("Shop", time("opens"))))
                    .hasMessageContaining("Column \"opens\" of table \"Shop\"");

            assertThat(run.query("select opens from Shop order by id")).containsExactly("09:30:00", "10:00:00+05:00");
            assertThat(run.differences(state)).isEmpty();
        }
    }

    /** PostgreSQL took the third of February for the second of March, and {@code today} for a date; H2 said what it could not parse. */
    @ParameterizedTest
    @EnumSource
    void aTextThatIsNoDateInTheFormOfSqlDoesNotBecomeOne(Engine engine) throws SQLException {
        ProjectState state = SchemaRun.shop(model("Shop").fields(bigint("id").primaryKey(), varchar("opened", 30)));
        List<Field> types = List.of(date("opened"), timestamp("opened"), instant("opened"));
        try (SchemaRun run = SchemaRun.with(engine, state)) {
            for (String text : List.of("03.02.2001", "2/3/2001", "today", "2001-13-01")) {
                run.execute("delete from Shop", "insert into Shop (id, opened) values (1, '" + text + "')");
                for (Field type : types) {
                    assertThatThrownBy(() -> run.migrate(state, new AlterField("Shop", type)))
                            .as("%s as %s", text, type.type())
                            .hasMessageContaining("Column \"opened\" of table \"Shop\" has values that aren't ");
                }
                assertThat(run.query("select opened from Shop")).containsExactly(text);
            }
            assertThat(run.differences(state)).isEmpty();
            run.execute("update Shop set opened = '2001-02-03'");
            assertMigrates(run, state, new AlterField("Shop", date("opened")));
        }
    }

    /** The offset of a time was dropped, and a time without one got that of the session. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void anOffsetIsNeitherLostNorInvented(Engine engine) throws SQLException {
        ProjectState state = SchemaRun.shop(model("Shop").fields(bigint("id").primaryKey(), timeTz("opens")));
        Map<String, Object> row = Map.of("id", 1L, "opens", OffsetTime.parse("09:30+02:00"));
        try (SchemaRun run = SchemaRun.with(engine, state)) {
            run.execute("set time zone '-5'");
            run.withModels(state, models -> models.get("Shop").create(row));
            for (Field local : List.of(time("opens"), timeUtc("opens"))) {
                assertThatThrownBy(() -> run.migrate(state, new AlterField("Shop", local)))
                        .hasMessage("Column \"opens\" of table \"Shop\" has times with an offset, which would be lost."
                                + " Fix those rows first.");
            }

            run.execute("update Shop set opens = time with time zone '07:30:00+00'");
            ProjectState local = assertMigrates(run, state, new AlterField("Shop", time("opens")));
            assertThat(opens(run, local)).isEqualTo(LocalTime.parse("07:30"));
            ProjectState zoned = assertMigrates(run, local, new AlterField("Shop", timeTz("opens")));
            assertThat(opens(run, zoned)).isEqualTo(OffsetTime.parse("07:30Z"));
        }
    }

    private static @Nullable Object opens(SchemaRun run, ProjectState state) throws SQLException {
        return run.withModels(state, models -> models.get("Shop").all().get().get("opens"));
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB", "MYSQL"})
    void rowsThatANewCheckForbidsAreFoundBeforeAnythingIsChanged(Engine engine) throws SQLException {
        Operation check =
                new AddConstraint("Node", check("node_name_check", field("name").ne("A")));
        try (SchemaRun run = NodeTree.on(engine)) {
            assertThatThrownBy(() -> run.migrate(NodeTree.STATE, check))
                    .hasMessage(
                            "Table \"Node\" has rows that violate \"node_name_check\". Fix or delete those rows first.");

            run.execute("update Node set name = 'C' where name = 'A'");
            assertMigrates(run, NodeTree.STATE, check);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void aChangeThatFailsTakesThoseBeforeItBack(Engine engine) throws SQLException {
        try (SchemaRun run = NodeTree.on(engine)) {
            ReadSchema before = run.read();
            Operation number = new AlterField("Node", integer("name"));

            assertThatThrownBy(() -> run.migrate(NodeTree.STATE, new RemoveField("Node", "n"), number))
                    .isNotNull();
            assertThat(before.differences(run.read())).isEmpty();
        }
    }

    @Test
    void sqliteKeepsViewsAndRefusesToLoseUnknownIndexes() throws SQLException {
        try (SchemaRun run = NodeTree.on(Engine.SQLITE)) {
            run.execute("create view names as select name from Node");
            ProjectState after = assertMigrates(run, NodeTree.STATE, new AlterField("Node", integer("n"), value(8)));
            assertThat(run.query("select * from names")).hasSize(2);
            run.execute("create index by_n on Node (n)");

            assertThatThrownBy(() -> run.migrate(after, new AlterField("Node", varchar("n", 9))))
                    .hasMessageContaining(
                            "Table \"Node\" must be rebuilt, but has columns or indexes that no migration");
        }
    }

    @Test
    void sqliteRefusesToLoseUnknownColumns() throws SQLException {
        try (SchemaRun run = NodeTree.on(Engine.SQLITE)) {
            run.execute("alter table Node add column Note text", "update Node set Note = 'mine'");

            assertThatThrownBy(() -> run.migrate(NodeTree.STATE, new AlterField("Node", integer("n"), value(8))))
                    .hasMessageContaining(
                            "Table \"Node\" must be rebuilt, but has columns or indexes that no migration");
            assertThat(run.query("select Note from Node")).hasSize(2).allSatisfy(row -> assertThat(row.toString())
                    .contains("mine"));
        }
    }

    @Test
    void sqliteFindsRowsThatReferToNothing() throws SQLException {
        try (SchemaRun run = NodeTree.on(Engine.SQLITE)) {
            run.execute("pragma foreign_keys = off", "update Leaf set node_id = 99");

            assertThatThrownBy(() -> run.migrate(NodeTree.STATE, new AddField("Leaf", integer("size"), value(1))))
                    .hasMessageContaining("Table \"Leaf\" has rows that refer to missing rows");
        }
    }
}
