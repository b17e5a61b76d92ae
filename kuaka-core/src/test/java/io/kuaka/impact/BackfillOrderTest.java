package io.kuaka.impact;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.exists;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.migration.AppliedOperation;
import io.kuaka.migration.MigrationKey;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.Backfill;
import io.kuaka.operation.DeleteModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.Optimizer;
import io.kuaka.operation.RenameField;
import io.kuaka.operation.RenameModel;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A backfill keeps its order with what changes the fields that it reads and writes, and with nothing else. */
class BackfillOrderTest {
    private static final ProjectState STATE = ProjectState.empty()
            .withModel("shop", model("Author").fields(bigint("id").primaryKey(), varchar("name", 40)))
            .withModel(
                    "shop",
                    model("Book")
                            .fields(
                                    bigint("id").primaryKey(),
                                    varchar("title", 40).nullable(),
                                    integer("pages").nullable(),
                                    reference("author", "shop.Author").nullable()));
    private static final Backfill FILL = new Backfill("Book", field("title").isNull(), set("title", "none"));
    private static final Operation ADD = new AddField("Author", integer("age").nullable());
    private static final Operation ALTER =
            new AlterField("Author", bigint("age").nullable());

    static Stream<Operation> related() {
        return Stream.of(
                new AlterField("Book", varchar("title", 80).nullable()),
                new RenameField("Book", "title", "name"),
                new RenameModel("Book", "Novel"),
                new Backfill("Book", null, set("title", "other")),
                new Backfill("Book", null, set("pages", 1))
                        .reversedBy(field("title").eq("none"), set("pages", null)));
    }

    static Stream<Operation> unrelated() {
        return Stream.of(
                ADD,
                new RenameField("Book", "pages", "length"),
                new AddField("Book", integer("stars").nullable()),
                new Backfill("Book", null, set("pages", 1)),
                new Backfill("Author", null, set("name", "?")));
    }

    @ParameterizedTest
    @MethodSource("related")
    void branchesThatChangeWhatItNeedsClash(Operation other) {
        assertThat(footprint(FILL).clash(footprint(other))).isPresent();
        assertThat(footprint(other).clash(footprint(FILL))).isPresent();
    }

    @ParameterizedTest
    @MethodSource("unrelated")
    void branchesThatChangeAnythingElseDont(Operation other) {
        assertThat(footprint(FILL).clash(footprint(other))).isEmpty();
        assertThat(footprint(other).clash(footprint(FILL))).isEmpty();
    }

    @Test
    void oneThatMayReadAnythingClashesWithEverything() {
        assertThat(footprint(new Backfill("Book", null, row -> row.set("title", "?")))
                        .isEverything())
                .isTrue();
        assertThat(footprint(new Backfill("Book", null, set("title", field("author.name"))))
                        .clash(footprint(new RenameField("Author", "name", "called"))))
                .isPresent();
    }

    @Test
    void theOptimizerJoinsOperationsOnOtherModelsAcrossIt() {
        assertThat(Optimizer.optimize("shop", List.of(ADD, FILL, ALTER)))
                .containsExactlyInAnyOrder(
                        FILL, new AddField("Author", bigint("age").nullable()));
    }

    @Test
    void theOptimizerMovesNothingAcrossOneThatMayReadIt() {
        List<Operation> operations = List.of(
                ADD, new Backfill("Book", exists("Author.favourite"), set("title", "?")).reversedByNothing(), ALTER);

        assertThat(Optimizer.optimize("shop", operations)).isEqualTo(operations);
    }

    @Test
    void theOptimizerKeepsItsPlaceAfterARename() {
        List<Operation> operations = List.of(
                new RenameField("Book", "pages", "title2"),
                new Backfill("Book", null, set("title2", 1)),
                new RenameField("Book", "title2", "length"));

        assertThat(Optimizer.optimize("shop", operations)).isEqualTo(operations);
    }

    @Test
    void rowsOfATableThatIsDroppedNeedNoValues() {
        assertThat(Optimizer.optimize("shop", List.of(FILL, new DeleteModel("Book"))))
                .containsExactly(new DeleteModel("Book"));
    }

    private static Footprint footprint(Operation operation) {
        return Footprint.of(new AppliedOperation(
                MigrationKey.parse("shop.0001_x"), 0, operation, STATE, operation.apply("shop", STATE)));
    }
}
