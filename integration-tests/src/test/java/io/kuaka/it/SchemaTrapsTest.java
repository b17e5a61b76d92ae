package io.kuaka.it;

import static io.kuaka.expression.Expression.concat;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.lower;
import static io.kuaka.expression.Expression.sql;
import static io.kuaka.expression.Expression.upper;
import static io.kuaka.expression.Expression.value;
import static io.kuaka.it.SchemaRun.assertMigrates;
import static io.kuaka.state.Fields.array;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.date;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.nativeEnum;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.sqlType;
import static io.kuaka.state.Fields.type;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.exclusion;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.part;
import static io.kuaka.state.Indexes.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddConstraintNotValid;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.AlterModelTable;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RenameField;
import io.kuaka.operation.RenameModel;
import io.kuaka.operation.RunSql;
import io.kuaka.operation.ValidateConstraint;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.OnDelete;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong easily when tables change. */
class SchemaTrapsTest {
    private static final ProjectState TREE = SchemaRun.shop(
            model("Node")
                    .fields(
                            integer("id").primaryKey().identity(),
                            varchar("name", 20),
                            varchar("code", 20).unique(),
                            integer("n").nullable(),
                            reference("parent", "shop.Node").nullable().onDelete(OnDelete.CASCADE))
                    .indexes(index("node_name_idx").on("name")),
            model("Leaf")
                    .fields(
                            bigint("id").primaryKey(),
                            reference("node", "shop.Node").onDelete(OnDelete.CASCADE),
                            reference("byCode", "shop.Node").toFields("code").column("node_code")));

    private static SchemaRun tree(Engine engine) throws SQLException {
        SchemaRun run = SchemaRun.with(engine, TREE);
        run.execute(
                "insert into Node (id, name, code, n, parent_id) values (1, 'A', 'a', 1, null), (2, 'B', 'b', null, 1)",
                "insert into Leaf (id, node_id, node_code) values (10, 2, 'a')");
        return run;
    }

    @ParameterizedTest
    @EnumSource
    void keys_change_their_types_while_others_refer_to_them(Engine engine) throws SQLException {
        try (SchemaRun run = tree(engine)) {
            assertMigrates(
                    engine,
                    run,
                    TREE,
                    new AlterField("Node", bigint("id").primaryKey().identity()),
                    new AlterField("Node", varchar("code", 30).unique()));

            assertThat(run.query("select id, parent_id from Node order by id")).containsExactly("1|null", "2|1");
            run.execute("delete from Node where id = 2");
            assertThat(run.query("select id from Leaf")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void keys_change_their_types_through_references_of_references(Engine engine) throws SQLException {
        ProjectState before = SchemaRun.shop(
                model("Person").fields(integer("id").primaryKey().identity()),
                model("Employee")
                        .fields(reference("person", "shop.Person").column("id").primaryKey()),
                model("Task")
                        .fields(
                                integer("id").primaryKey(),
                                reference("employee", "shop.Employee")
                                        .nullable()
                                        .onDelete(OnDelete.CASCADE)),
                model("Team").fields(reference("task", "shop.Task").primaryKey(), integer("size")));
        try (SchemaRun run = SchemaRun.with(engine, before)) {
            run.execute(
                    "insert into Person (id) values (7)",
                    "insert into Employee (id) values (7)",
                    "insert into Task (id, employee_id) values (1, 7), (2, null)");
            Operation wider = new AlterField("Person", bigint("id").primaryKey().identity());
            ProjectState after = assertMigrates(engine, run, before, wider);
            run.execute(
                    "insert into Person (id) values (5000000000)",
                    "insert into Employee (id) values (5000000000)",
                    "insert into Task (id, employee_id) values (3, 5000000000)",
                    "delete from Task where id = 3",
                    "delete from Employee where id = 5000000000",
                    "delete from Person where id = 5000000000");
            assertMigrates(engine, run, after, wider.inverse("shop", before));

            assertThat(run.query("select id, employee_id from Task order by id"))
                    .containsExactly("1|7", "2|null");
            run.execute("delete from Employee where id = 7");
            assertThat(run.query("select id from Task")).containsExactly("2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_field_becomes_required_again_with_its_default(Engine engine) throws SQLException {
        Operation optional = new AlterField("Node", integer("n").nullable());
        ProjectState required = new AlterField("Node", integer("n").defaultTo(4)).apply("shop", TREE);
        try (SchemaRun run = SchemaRun.with(engine, required)) {
            ProjectState after = assertMigrates(engine, run, required, optional);
            run.execute("insert into Node (id, name, code, n) values (1, 'A', 'a', null), (2, 'B', 'b', 9)");

            assertMigrates(engine, run, after, optional.inverse("shop", required));

            assertThat(run.query("select n from Node order by id")).containsExactly("4", "9");
        }
    }

    @ParameterizedTest
    @EnumSource
    void new_values_are_computed_from_fields_of_the_same_migration(Engine engine) throws SQLException {
        try (SchemaRun run = tree(engine)) {
            assertMigrates(
                    engine,
                    run,
                    TREE,
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
    void an_identity_goes_and_comes_back_after_the_largest_number(Engine engine) throws SQLException {
        try (SchemaRun run = tree(engine)) {
            Operation away = new AlterField("Node", integer("id").primaryKey());
            ProjectState after = assertMigrates(engine, run, TREE, away);
            run.execute("insert into Node (id, name, code) values (30, 'C', 'c')");
            assertMigrates(engine, run, after, away.inverse("shop", TREE));

            run.execute("insert into Node (name, code) values ('D', 'd')");

            assertThat(run.query("select id from Node where name = 'D'")).containsExactly("31");
        }
    }

    @ParameterizedTest
    @EnumSource
    void many_changes_of_one_migration_fit_together(Engine engine) throws SQLException {
        try (SchemaRun run = tree(engine)) {
            assertMigrates(
                    engine,
                    run,
                    TREE,
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
    void a_field_that_is_removed_and_added_again_is_empty(Engine engine) throws SQLException {
        try (SchemaRun run = tree(engine)) {
            assertMigrates(
                    engine,
                    run,
                    TREE,
                    new RemoveField("Node", "n"),
                    new AddField("Node", integer("n").nullable()));

            assertThat(run.query("select n from Node order by id")).containsExactly("null", "null");
        }
    }

    @ParameterizedTest
    @EnumSource
    void reserved_and_quoted_names_are_quoted_everywhere(Engine engine) throws SQLException {
        ProjectState before = SchemaRun.shop(model("Order")
                .table("`Order`")
                .fields(
                        bigint("id").primaryKey().identity(),
                        varchar("user", 9),
                        varchar("group", 9).column("`Group`").nullable(),
                        reference("parent", "shop.Order").column("`Parent`").nullable())
                .indexes(index("`Order_Idx`").on("group", "-user")));
        try (SchemaRun run = SchemaRun.with(engine, before)) {
            ProjectState after = assertMigrates(
                    engine,
                    run,
                    before,
                    new AlterField(
                            "Order", varchar("group", 20).column("`Group`").unique(), value("g")),
                    new RenameField("Order", "user", "select"),
                    new AlterModelTable("Order", "table", null));

            assertMigrates(engine, run, after, new AlterModelTable("Order", "`Order`", null));
        }
    }

    @ParameterizedTest
    @EnumSource
    void values_that_would_be_lost_stop_a_change_before_it(Engine engine) throws SQLException {
        try (SchemaRun run = tree(engine)) {
            String before = run.picture().text();
            Operation computed = new AlterField(
                    "Node", varchar("name", 20).generated(lower(field("code"))).nullable());
            Operation number = new AlterField("Node", integer("name"));

            assertThatThrownBy(() -> run.migrate(TREE, computed))
                    .hasMessageContaining("Column \"name\" of table \"Node\" has values that differ");
            assertThatThrownBy(() -> run.migrate(TREE, number)).isNotNull();
            assertThat(run.picture().text()).isEqualTo(before);
            run.execute("update Node set name = code");
            run.migrate(TREE, computed);
            assertThat(run.query("select name from Node order by id")).containsExactly("a", "b");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB"})
    void rows_that_a_new_check_forbids_are_found_before_anything_is_changed(Engine engine) throws SQLException {
        Operation check =
                new AddConstraint("Node", check("node_name_check", field("name").ne("A")));
        try (SchemaRun run = tree(engine)) {
            assertThatThrownBy(() -> run.migrate(TREE, check))
                    .hasMessage("Table \"Node\" has rows that \"node_name_check\" forbids."
                            + " Update or delete them before.");

            run.execute("update Node set name = 'C' where name = 'A'");
            assertMigrates(engine, run, TREE, check);
        }
    }

    @Test
    void mariadb_leaves_schemas_out_as_hibernate_does() throws SQLException {
        Operation move = new AlterModelTable("Node", "Node", "stock");
        try (SchemaRun run = tree(Engine.MARIADB)) {
            ProjectState after = assertMigrates(Engine.MARIADB, run, TREE, move);
            assertMigrates(Engine.MARIADB, run, after, new AlterModelTable("Node", "Knot", "stock"));

            assertThat(run.query("select count(*) from Knot")).containsExactly("2");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void a_change_that_fails_takes_those_before_it_back(Engine engine) throws SQLException {
        try (SchemaRun run = tree(engine)) {
            String before = run.picture().text();
            Operation number = new AlterField("Node", integer("name"));

            assertThatThrownBy(() -> run.migrate(TREE, new RemoveField("Node", "n"), number))
                    .isNotNull();
            assertThat(run.picture().text()).isEqualTo(before);
        }
    }

    @Test
    void sqlite_keeps_views_and_refuses_to_lose_triggers() throws SQLException {
        try (SchemaRun run = tree(Engine.SQLITE)) {
            run.execute("create view names as select name from Node");
            ProjectState after =
                    assertMigrates(Engine.SQLITE, run, TREE, new AlterField("Node", integer("n"), value(8)));
            assertThat(run.query("select * from names")).hasSize(2);
            run.execute("create trigger log after insert on Node begin update Node set n = 0; end");

            assertThatThrownBy(() -> run.migrate(after, new AlterField("Node", varchar("n", 9))))
                    .hasMessageContaining("Table \"Node\" has triggers or indexes that no migration knows");
        }
    }

    @Test
    void sqlite_finds_rows_that_refer_to_nothing() throws SQLException {
        try (SchemaRun run = tree(Engine.SQLITE)) {
            run.execute("pragma foreign_keys = off", "update Leaf set node_id = 99");

            assertThatThrownBy(() -> run.migrate(TREE, new AddField("Leaf", integer("size"), value(1))))
                    .hasMessageContaining("Table \"Leaf\" has rows that refer to rows that don't exist");
        }
    }

    @Test
    void postgresql_has_indexes_of_every_kind() throws SQLException {
        ProjectState before = SchemaRun.shop(model("Thing")
                .fields(
                        bigint("id").primaryKey(),
                        varchar("name", 20).collation("C"),
                        sqlType("during", "int4range"),
                        sqlType("words", "tsvector").nullable()));
        try (SchemaRun run = SchemaRun.with(Engine.POSTGRESQL, before)) {
            Operation[] all = {
                new AddIndex("Thing", index("words_idx").on("words").using("gin")),
                new AddIndex(
                        "Thing",
                        index("name_idx")
                                .on(part(lower(field("name")))
                                        .operatorClass("text_pattern_ops")
                                        .desc())
                                .include("during")
                                .where(field("id").gt(3))),
                new AddIndex("Thing", index("hash_idx").on("name").using("hash")),
                new AddConstraint(
                        "Thing",
                        exclusion("no_overlap").with(field("during"), "&&").deferred()),
                new AddConstraint(
                        "Thing", unique("name_key").on("name").include("id").nullsNotDistinct()),
                new AddConstraint("Thing", unique("late_key").on("words").deferred())
            };
            ProjectState state = before;
            for (Operation operation : all) {
                assertMigrates(Engine.POSTGRESQL, run, state, operation);
                assertMigrates(
                        Engine.POSTGRESQL,
                        run,
                        operation.apply("shop", state),
                        operation.inverse("shop", state),
                        operation);
                state = operation.apply("shop", state);
            }
        }
    }

    @Test
    void postgresql_checks_deferred_references_between_rows_and_tables() throws SQLException {
        ProjectState before = SchemaRun.shop(
                model("Thing").fields(bigint("id").primaryKey()),
                model("Part")
                        .fields(
                                bigint("id").primaryKey(),
                                reference("thing", "shop.Thing").deferred()));
        try (SchemaRun run = SchemaRun.with(Engine.POSTGRESQL, before)) {
            assertMigrates(
                    Engine.POSTGRESQL,
                    run,
                    before,
                    new RunSql("insert into Part values (1, 5)").withStateOperations(),
                    new RunSql("insert into Thing values (5)").withStateOperations(),
                    new AddField("Part", integer("size"), value(1)),
                    new RunSql("insert into Part values (2, 6, 1)").withStateOperations(),
                    new RunSql("insert into Thing values (6)").withStateOperations());
        }
    }

    @Test
    void postgresql_checks_deferred_references_before_checks_that_come_without_a_look() throws SQLException {
        ProjectState before = SchemaRun.shop(
                model("Thing").fields(bigint("id").primaryKey()),
                model("Part")
                        .fields(
                                bigint("id").primaryKey(),
                                reference("thing", "shop.Thing").deferred()));
        CheckConstraint positive = check("part_id_check", field("id").gt(0));
        try (SchemaRun run = SchemaRun.with(Engine.POSTGRESQL, before)) {
            assertMigrates(
                    Engine.POSTGRESQL,
                    run,
                    before,
                    new RunSql("insert into Part values (1, 5); insert into Thing values (5)").withStateOperations(),
                    new AddConstraintNotValid("Part", positive),
                    new RunSql("insert into Part values (2, 6); insert into Thing values (6)").withStateOperations(),
                    new ValidateConstraint("Part", positive.name()));
            assertThat(
                            run.query(
                                    "select convalidated from pg_constraint where conrelid = 'Part'::regclass and contype = 'c'"))
                    .containsExactly("t");
        }
    }

    @Test
    void postgresql_drops_a_type_with_its_last_column() throws SQLException {
        try (SchemaRun run = tree(Engine.POSTGRESQL)) {
            String types =
                    "select typname from pg_type where typnamespace = current_schema()::regnamespace and typtype = 'e'";
            Operation first =
                    new AddField("Node", nativeEnum("color", "Color", "RED").nullable());
            Operation second =
                    new AddField("Leaf", nativeEnum("color", "Color", "RED").nullable());
            ProjectState after = assertMigrates(Engine.POSTGRESQL, run, TREE, first, second);

            after = assertMigrates(Engine.POSTGRESQL, run, after, new RemoveField("Node", "color"));
            assertThat(run.query(types)).containsExactly("color");
            assertMigrates(Engine.POSTGRESQL, run, after, new RemoveField("Leaf", "color"));
            assertThat(run.query(types)).isEmpty();
        }
    }

    @Test
    void postgresql_makes_the_type_of_an_array_of_a_named_enumeration() throws SQLException {
        try (SchemaRun run = tree(Engine.POSTGRESQL)) {
            Operation add = new AddField(
                    "Node",
                    array("colors", type(nativeEnum("", "Color", "RED"))).nullable());
            ProjectState after = assertMigrates(Engine.POSTGRESQL, run, TREE, add);
            run.execute("update Node set colors = array['RED']::color[]");
            Operation change = new AlterField(
                    "Node",
                    array("colors", type(nativeEnum("", "Color", "BLUE", "RED")))
                            .nullable());
            assertMigrates(
                    Engine.POSTGRESQL, run, after, change, change.inverse("shop", after), add.inverse("shop", TREE));

            assertMigrates(Engine.POSTGRESQL, run, TREE, add, add.inverse("shop", TREE));
        }
    }

    @Test
    void postgresql_moves_a_table_to_another_schema_and_back() throws SQLException {
        try (SchemaRun run = tree(Engine.POSTGRESQL)) {
            run.execute("create schema if not exists elsewhere");
            Operation move = new AlterModelTable("Node", "Knot", "elsewhere");
            run.migrate(TREE, move);
            assertThat(run.query("select count(*) from elsewhere.Knot")).containsExactly("2");

            assertMigrates(Engine.POSTGRESQL, run, move.apply("shop", TREE), move.inverse("shop", TREE));
        }
    }
}
