package io.kuaka.it.schema;

import static io.kuaka.expression.Expression.value;
import static io.kuaka.it.support.SchemaRun.assertMigrates;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.index;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.NodeTree;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.AlterModelTable;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RenameField;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names that need quotes, and tables that move to another schema. */
class TableNamesTest {
    @ParameterizedTest
    @EnumSource
    void reservedAndQuotedNamesAreQuotedEverywhere(Engine engine) throws SQLException {
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
                    run,
                    before,
                    new AlterField(
                            "Order", varchar("group", 20).column("`Group`").unique(), value("g")),
                    new RenameField("Order", "user", "select"),
                    new AlterModelTable("Order", "table", null));

            assertMigrates(run, after, new AlterModelTable("Order", "`Order`", null));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void schemasAreLeftOutWhereHibernateDoesSo(Engine engine) throws SQLException {
        Operation move = new AlterModelTable("Node", "Node", "stock");
        try (SchemaRun run = NodeTree.on(engine)) {
            ProjectState after = assertMigrates(run, NodeTree.STATE, move);
            assertMigrates(run, after, new AlterModelTable("Node", "Knot", "stock"));

            assertThat(run.query("select count(*) from Knot")).containsExactly("2");
        }
    }

    @Test
    void postgresqlMovesATableToAnotherSchemaAndBack() throws SQLException {
        try (SchemaRun run = NodeTree.on(Engine.POSTGRESQL)) {
            run.execute("create schema if not exists elsewhere");
            Operation move = new AlterModelTable("Node", "Knot", "elsewhere");
            run.migrate(NodeTree.STATE, move);
            assertThat(run.query("select count(*) from elsewhere.Knot")).containsExactly("2");

            assertMigrates(run, move.apply("shop", NodeTree.STATE), move.inverse("shop", NodeTree.STATE));
        }
    }
}
