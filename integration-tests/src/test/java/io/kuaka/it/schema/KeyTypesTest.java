package io.kuaka.it.schema;

import static io.kuaka.it.support.SchemaRun.assertMigrates;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.NodeTree;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.Operation;
import io.kuaka.state.OnDelete;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys change their types and lose and regain their identity while others refer to them. */
class KeyTypesTest {
    @ParameterizedTest
    @EnumSource
    void keysChangeTheirTypesWhileOthersReferToThem(Engine engine) throws SQLException {
        try (SchemaRun run = NodeTree.on(engine)) {
            assertMigrates(
                    run,
                    NodeTree.STATE,
                    new AlterField("Node", bigint("id").primaryKey().identity()),
                    new AlterField("Node", varchar("code", 30).unique()));

            assertThat(run.query("select id, parent_id from Node order by id")).containsExactly("1|null", "2|1");
            run.execute("delete from Node where id = 2");
            assertThat(run.query("select id from Leaf")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void keysChangeTheirTypesThroughReferencesOfReferences(Engine engine) throws SQLException {
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
            ProjectState after = assertMigrates(run, before, wider);
            run.execute(
                    "insert into Person (id) values (5000000000)",
                    "insert into Employee (id) values (5000000000)",
                    "insert into Task (id, employee_id) values (3, 5000000000)",
                    "delete from Task where id = 3",
                    "delete from Employee where id = 5000000000",
                    "delete from Person where id = 5000000000");
            assertMigrates(run, after, wider.inverse("shop", before));

            assertThat(run.query("select id, employee_id from Task order by id"))
                    .containsExactly("1|7", "2|null");
            run.execute("delete from Employee where id = 7");
            assertThat(run.query("select id from Task")).containsExactly("2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anIdentityGoesAndComesBackAfterTheLargestNumber(Engine engine) throws SQLException {
        try (SchemaRun run = NodeTree.on(engine)) {
            Operation away = new AlterField("Node", integer("id").primaryKey());
            ProjectState after = assertMigrates(run, NodeTree.STATE, away);
            run.execute("insert into Node (id, name, code) values (30, 'C', 'c')");
            assertMigrates(run, after, away.inverse("shop", NodeTree.STATE));

            run.execute("insert into Node (name, code) values ('D', 'd')");

            assertThat(run.query("select id from Node where name = 'D'")).containsExactly("31");
        }
    }
}
