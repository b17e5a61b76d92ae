package io.kuaka.impact;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.sql;
import static io.kuaka.state.Fields.*;
import static io.kuaka.state.Indexes.check;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.expression.Expression;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.AlterModelTable;
import io.kuaka.operation.DeleteModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RenameField;
import io.kuaka.operation.RenameModel;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataLossTest {
    private static final ProjectState SHOP = ProjectState.empty()
            .withModel(
                    "catalog",
                    model("Book")
                            .table("book")
                            .fields(
                                    bigint("id").primaryKey(),
                                    varchar("title", 100),
                                    decimal("price", 10, 2),
                                    integer("pages").nullable()));

    @Test
    void saysWhatIsDropped() {
        assertThat(losses(new RemoveField("Book", "pages")))
                .containsExactly("Drops the column \"pages\" of \"book\" with all its values.");
        assertThat(losses(new DeleteModel("Book"))).containsExactly("Drops the table \"book\" with all its rows.");
    }

    @Test
    void saysWhatBecomesNarrower() {
        assertThat(losses(new AlterField("Book", varchar("title", 50))))
                .containsExactly(
                        "Changes the type of \"title\" of \"book\"; values that don't fit make the migration fail.");
        assertThat(losses(new AlterField("Book", integer("pages"))))
                .containsExactly("Makes null impossible in \"pages\" of \"book\".");
    }

    @Test
    void moreDigitsBehindThePointLeaveFewerBeforeIt() {
        assertThat(losses(new AlterField("Book", decimal("price", 10, 4)))).hasSize(1);
        assertThat(losses(new AlterField("Book", decimal("price", 12, 4)))).isEmpty();
    }

    @Test
    void saysWhichRulesRowsMayBreak() {
        assertThat(losses(new AddConstraint(
                        "Book", check("book_pages", field("pages").gt(0)))))
                .containsExactly(
                        "Puts the constraint \"book_pages\" on \"book\"; rows that break it make the migration fail.");
        assertThat(losses(new AlterField("Book", varchar("title", 100).unique())))
                .containsExactly(
                        "Makes the values of \"title\" of \"book\" unique; rows that share one make the migration fail.");
    }

    @Test
    void saysWhatComesBackWithoutItsValues() {
        ProjectState removed = new RemoveField("Book", "price").apply("catalog", SHOP);

        assertThat(DataLoss.notBroughtBack(removed, SHOP))
                .containsExactly(
                        "Brings the column \"price\" of \"book\" back without its values; rows get neutral ones.");
        assertThat(DataLoss.notBroughtBack(ProjectState.empty(), SHOP))
                .containsExactly("Brings the table \"book\" back without rows.");
    }

    @Test
    void saysWhichSqlDoesNotFollowARename() {
        ProjectState state = SHOP.updateModel(
                ModelKey.parse("catalog.Book"),
                book -> book.constraints(
                        check("book_pages", sql("pages > (select 1) and book.id > 0")),
                        check("book_price", sql("price > 0 and book.pages > 0"))));

        assertThat(losses(state, new RenameField("Book", "pages", "leaves")))
                .containsExactly(
                        "Renames the column \"pages\" of \"book\", which the SQL of the constraint \"book_pages\""
                                + " may mention. Kuaka can't read that SQL and leaves it unchanged; adapt it if it does.");
        assertThat(losses(state, new AlterModelTable("Book", "novel", null)))
                .containsExactly(
                        "Renames the table \"book\", which the SQL of the constraint \"book_pages\" may mention."
                                + " Kuaka can't read that SQL and leaves it unchanged; adapt it if it does.");
        assertThat(losses(state, new RenameField("Book", "price", "cost"))).isEmpty();
    }

    @Test
    void saysWhichColumnsAReferenceLeaves() {
        ProjectState state = SHOP.withModel(
                        "catalog",
                        model("Shelf")
                                .fields(
                                        integer("room").primaryKey(),
                                        integer("place").primaryKey()))
                .withModel(
                        "catalog",
                        model("Loan").fields(reference("item", "catalog.Shelf").columns("room", "place")));

        assertThat(losses(state, new AlterField("Loan", reference("item", "catalog.Book"))))
                .containsExactly("Drops the column \"room\", \"place\" of \"Loan\" with all its values.");
        assertThat(losses(
                        state,
                        new AlterField(
                                "Loan", reference("item", "catalog.Shelf").toFields("room"))))
                .as("values are translated")
                .isEmpty();
    }

    @Test
    void saysNothingOfWhatKeepsAllValues() {
        assertThat(losses(new RenameField("Book", "title", "name"))).isEmpty();
        assertThat(losses(new RenameModel("Book", "Novel"))).isEmpty();
        assertThat(losses(new AlterField("Book", text("title")))).isEmpty();
        assertThat(losses(new AlterField("Book", bigint("pages").nullable()))).isEmpty();
        assertThat(losses(new AddField("Book", integer("copies"), Expression.value(0))))
                .isEmpty();
    }

    private static List<String> losses(Operation operation) {
        return losses(SHOP, operation);
    }

    private static List<String> losses(ProjectState state, Operation operation) {
        MigrationNode migration = MigrationNode.of(
                MigrationKey.parse("catalog.0002_x"),
                List.of(MigrationKey.parse("catalog.0001_initial")),
                List.of(operation));
        return DataLoss.of(migration, state).get(0);
    }
}
