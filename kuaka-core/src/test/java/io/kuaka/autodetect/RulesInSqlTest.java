package io.kuaka.autodetect;

import static io.kuaka.expression.Expression.sql;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.index;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.AlterModelTable;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveConstraint;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules that entities say in SQL name columns, and follow these and their table. */
class RulesInSqlTest {
    private static final Field ID = integer("id").primaryKey();
    private static final Field AMOUNT = integer("amount");
    private static final Field DOUBLED = integer("doubled").nullable();

    private static ModelState stock(String table, Field... fields) {
        return model("Stock").table(table).fields(ID).fields(fields);
    }

    @Test
    void whatFollowsTheTableAndTheColumnIsNotMadeAgain() {
        ModelState before = stock("stock", AMOUNT, DOUBLED.generated(sql("stock.amount * 2")))
                .indexes(index("stock_idx").on("doubled").where(sql("stock.amount > 3")))
                .constraints(check("stock_check", sql("stock.amount >= 0")));
        Field renamed = AMOUNT.column("quantity");
        ModelState after = stock("level", renamed, DOUBLED.generated(sql("level.quantity * 2")))
                .indexes(index("stock_idx").on("doubled").where(sql("level.quantity > 3")))
                .constraints(check("stock_check", sql("level.quantity >= 0")));

        assertThat(operations(before, after))
                .containsExactly(new AlterModelTable("Stock", "level", null), new AlterField("Stock", renamed));
    }

    @Test
    void theTableIsRenamedBeforeNewRulesNameIt() {
        ModelState after = stock("level", AMOUNT, DOUBLED.generated(sql("level.amount * 2")))
                .indexes(index("stock_idx").on("doubled").where(sql("level.amount > 3")))
                .constraints(check("stock_check", sql("level.amount >= 0")));

        assertThat(operations(stock("stock", AMOUNT), after))
                .containsExactly(
                        new AlterModelTable("Stock", "level", null),
                        new AddField("Stock", after.field("doubled")),
                        new AddConstraint("Stock", after.constraint("stock_check")),
                        new AddIndex("Stock", after.index("stock_idx")));
    }

    @Test
    void equalRulesStayWhenAColumnHasTheNameOfAType() {
        ModelState before = stock("stock", integer("day").column("date"))
                .constraints(check("stock_check", sql("cast(id as date) > date '2000-01-01'")));
        Field renamed = integer("day").column("held");
        ModelState after = stock("stock", renamed).withConstraint(before.constraint("stock_check"));

        assertThat(operations(before, after)).containsExactly(new AlterField("Stock", renamed));
    }

    @Test
    void aRuleThatIsNotUnderstoodIsReplacedByWhatTheEntitySays() {
        ModelState before = stock("stock", AMOUNT)
                .constraints(check("stock_check", sql("amount > (select min(amount) from stock)")));
        ModelState after = stock("stock", AMOUNT.column("quantity"))
                .constraints(check("stock_check", sql("quantity > (select min(quantity) from stock)")));

        assertThat(operations(before, after))
                .containsExactly(
                        new RemoveConstraint("Stock", "stock_check"),
                        new AlterField("Stock", AMOUNT.column("quantity")),
                        new AddConstraint("Stock", after.constraint("stock_check")));
    }

    private static List<Operation> operations(ModelState before, ModelState after) {
        return Autodetector.detect(
                        ProjectState.empty().withModel("shop", before),
                        ProjectState.empty().withModel("shop", after),
                        Map.of(),
                        new Decided(2),
                        AutodetectOptions.defaults())
                .values()
                .stream()
                .flatMap(List::stream)
                .map(MigrationNode::operations)
                .flatMap(operations -> operations.get().stream())
                .toList();
    }
}
