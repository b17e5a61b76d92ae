package io.kuaka.it.schema;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.lower;
import static io.kuaka.expression.Expression.value;
import static io.kuaka.it.support.SchemaRun.assertMigrates;
import static io.kuaka.state.Fields.array;
import static io.kuaka.state.Fields.bigint;
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

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.NodeTree;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddConstraintNotValid;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RunSql;
import io.kuaka.operation.ValidateConstraint;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What only PostgreSQL has: kinds of indexes, deferred references, types of its own. */
class PostgresSchemaTest {
    @Test
    void postgresqlHasIndexesOfEveryKind() throws SQLException {
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
                assertMigrates(run, state, operation);
                assertMigrates(run, operation.apply("shop", state), operation.inverse("shop", state), operation);
                state = operation.apply("shop", state);
            }
        }
    }

    @Test
    void postgresqlChecksDeferredReferencesBetweenRowsAndTables() throws SQLException {
        ProjectState before = SchemaRun.shop(
                model("Thing").fields(bigint("id").primaryKey()),
                model("Part")
                        .fields(
                                bigint("id").primaryKey(),
                                reference("thing", "shop.Thing").deferred()));
        try (SchemaRun run = SchemaRun.with(Engine.POSTGRESQL, before)) {
            assertMigrates(
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
    void postgresqlChecksDeferredReferencesBeforeChecksThatComeWithoutALook() throws SQLException {
        ProjectState before = SchemaRun.shop(
                model("Thing").fields(bigint("id").primaryKey()),
                model("Part")
                        .fields(
                                bigint("id").primaryKey(),
                                reference("thing", "shop.Thing").deferred()));
        CheckConstraint positive = check("part_id_check", field("id").gt(0));
        try (SchemaRun run = SchemaRun.with(Engine.POSTGRESQL, before)) {
            assertMigrates(
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
    void postgresqlDropsATypeWithItsLastColumn() throws SQLException {
        try (SchemaRun run = NodeTree.on(Engine.POSTGRESQL)) {
            String types =
                    "select typname from pg_type where typnamespace = current_schema()::regnamespace and typtype = 'e'";
            Operation first =
                    new AddField("Node", nativeEnum("color", "Color", "RED").nullable());
            Operation second =
                    new AddField("Leaf", nativeEnum("color", "Color", "RED").nullable());
            ProjectState after = assertMigrates(run, NodeTree.STATE, first, second);

            after = assertMigrates(run, after, new RemoveField("Node", "color"));
            assertThat(run.query(types)).containsExactly("color");
            assertMigrates(run, after, new RemoveField("Leaf", "color"));
            assertThat(run.query(types)).isEmpty();
        }
    }

    @Test
    void postgresqlMakesTheTypeOfAnArrayOfANamedEnumeration() throws SQLException {
        try (SchemaRun run = NodeTree.on(Engine.POSTGRESQL)) {
            Operation add = new AddField(
                    "Node",
                    array("colors", type(nativeEnum("", "Color", "RED"))).nullable());
            ProjectState after = assertMigrates(run, NodeTree.STATE, add);
            run.execute("update Node set colors = array['RED']::color[]");
            Operation change = new AlterField(
                    "Node",
                    array("colors", type(nativeEnum("", "Color", "BLUE", "RED")))
                            .nullable());
            assertMigrates(run, after, change, change.inverse("shop", after), add.inverse("shop", NodeTree.STATE));

            assertMigrates(run, NodeTree.STATE, add, add.inverse("shop", NodeTree.STATE));
        }
    }
}
