package io.kuaka.it.schema;

import static io.kuaka.expression.Expression.sql;
import static io.kuaka.expression.Expression.value;
import static io.kuaka.it.support.SchemaRun.assertMigrates;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.character;
import static io.kuaka.state.Fields.date;
import static io.kuaka.state.Fields.decimal;
import static io.kuaka.state.Fields.doublePrecision;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.timestamp;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.index;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.AlterModelTable;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RenameField;
import io.kuaka.operation.RenameModel;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks, conditions and generated columns that are written in SQL survive what happens to their columns and tables. */
class RulesInSqlTest {
    private static final ProjectState QUALIFIED = SchemaRun.shop(model("Stock")
            .table("stock")
            .fields(
                    integer("id").primaryKey(),
                    integer("amount"),
                    varchar("unit", 10).nullable(),
                    integer("twice").nullable().generated(sql("stock.amount * 2")))
            .indexes(index("stock_unit_idx").on("unit").where(sql("stock.amount > 3")))
            .constraints(check("stock_amount_check", sql("stock.amount >= 0 or STOCK.unit = 'stock.amount'"))));

    @ParameterizedTest
    @EnumSource
    void columnsNamedWithTheirTableFollowAllChangesAndComeBack(Engine engine) throws SQLException {
        assertMigratesAndBack(
                engine,
                QUALIFIED,
                "insert into stock (id, amount) values (1, 4)",
                new AlterField("Stock", varchar("unit", 10), value("kg")),
                new AlterField("Stock", bigint("amount")),
                new RenameField("Stock", "amount", "quantity"),
                new AlterModelTable("Stock", "stock_level", null),
                new RenameModel("Stock", "Store"),
                new AddConstraint("Store", check("store_quantity_check", sql("stock_level.quantity < 100"))));
    }

    /** PostgreSQL kept casts to the former type in them: {@code (amount)::numeric >= (0)::numeric}. */
    @ParameterizedTest
    @EnumSource
    void rulesHaveTheFormOfANewTableWhenTheirColumnsChangeTheirTypes(Engine engine) throws SQLException {
        ProjectState before = SchemaRun.shop(model("Crate")
                .fields(
                        integer("id").primaryKey(),
                        decimal("amount", 8, 2),
                        varchar("kind", 10),
                        date("day").nullable())
                .indexes(index("crate_kind_idx").on("kind").where(sql("amount > 3")))
                .constraints(
                        check("crate_amount_check", sql("amount >= 0 and amount in (1, 4)")),
                        check("crate_kind_check", sql("kind in ('A', 'B')"))));

        assertMigratesAndBack(
                engine,
                before,
                "insert into Crate (id, amount, kind) values (1, 4, 'A')",
                new AlterField("Crate", integer("amount")),
                new AlterField("Crate", bigint("amount")),
                new AlterField("Crate", doublePrecision("amount")),
                new AlterField("Crate", varchar("kind", 20)),
                new AlterField("Crate", character("kind", 1)));
    }

    @ParameterizedTest
    @EnumSource
    void columnsNamedWithTheTableOfTheModelFollowTheModel(Engine engine) throws SQLException {
        ProjectState before = SchemaRun.shop(model("Crate")
                .fields(integer("id").primaryKey(), integer("size"))
                .constraints(check("crate_size_check", sql("Crate.size > 0"))));

        assertMigratesAndBack(
                engine,
                before,
                "insert into Crate (id, size) values (1, 4)",
                new RenameModel("Crate", "Box"),
                new RenameField("Box", "size", "volume"));
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
    void typesAndUnitsOfTimeStayWhenColumnsOfTheirNamesAreRenamed(Engine engine) throws SQLException {
        ProjectState before = SchemaRun.shop(model("Festival")
                .fields(
                        integer("id").primaryKey(),
                        timestamp("opens"),
                        date("day").column("`date`"),
                        integer("year").column("`year`"),
                        integer("length"))
                .constraints(
                        check("festival_cast_check", sql("cast(opens as date) > date '1900-01-01' and length > 0")),
                        check("festival_year_check", sql("extract(year from opens) > 1900 and `year` > 1900"))));

        assertMigratesAndBack(
                engine,
                before,
                "insert into Festival values (1, timestamp '2001-05-05 10:00:00', date '2001-05-05', 2001, 3)",
                new AlterField("Festival", date("day").column("held")),
                new AlterField("Festival", integer("year").column("edition")),
                new RenameField("Festival", "length", "days"));
    }

    private static void assertMigratesAndBack(Engine engine, ProjectState before, String row, Operation... operations)
            throws SQLException {
        try (SchemaRun run = SchemaRun.with(engine, before)) {
            run.execute(row);
            List<Operation> back = new ArrayList<>();
            ProjectState state = before;
            for (Operation operation : operations) {
                back.add(operation.inverse("shop", state));
                state = assertMigrates(run, state, operation);
            }
            Collections.reverse(back);
            ProjectState returned = assertMigrates(run, state, back.toArray(Operation[]::new));

            assertThat(returned).isEqualTo(before);
            assertMigrates(run, returned, operations);
        }
    }
}
