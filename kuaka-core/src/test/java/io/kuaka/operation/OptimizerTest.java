package io.kuaka.operation;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.rowNumber;
import static io.kuaka.expression.Expression.sql;
import static io.kuaka.expression.Expression.upper;
import static io.kuaka.expression.Expression.value;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Sequence.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.expression.Expression;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the optimizer does beyond Django's, and where it has to stop. */
class OptimizerTest {
    private static final AddField AGE = new AddField("Author", integer("age").nullable());
    private static final AlterField OLDER =
            new AlterField("Author", bigint("age").nullable());
    private static final AddField GROWN = new AddField("Author", bigint("age").nullable());

    @Test
    void indexesOfOtherModelsAreNoBarrier() {
        AddIndex other = new AddIndex("Book", index("book_idx").on("title"));

        assertThat(optimize(AGE, other, OLDER)).containsExactly(other, GROWN);
    }

    @Test
    void constraintsOfOtherModelsAreNoBarrier() {
        AddConstraint other =
                new AddConstraint("Book", check("c", field("price").gt(0)));

        assertThat(optimize(AGE, other, OLDER)).containsExactly(other, GROWN);
    }

    @Test
    void indexesOfTheSameNameOnTwoModelsAreNotTakenForOne() {
        List<Operation> operations =
                List.of(new AddIndex("Author", index("idx").on("name")), new RemoveIndex("Book", "idx"));

        assertThat(optimize(operations)).isEqualTo(operations);
    }

    @Test
    void anIndexThatIsMadeAndGoesConcurrentlyWasNeverThere() {
        assertThat(optimize(
                        new AddIndexConcurrently("Author", index("idx").on("name")),
                        new RemoveIndexConcurrently("Author", "idx")))
                .isEmpty();
        assertThat(optimize(
                        new AddIndexConcurrently("Author", index("idx").on("name")), new RemoveIndex("Author", "idx")))
                .isEmpty();
        assertThat(optimize(
                        new AddIndex("Author", index("idx").on("name")), new RemoveIndexConcurrently("Author", "idx")))
                .isEmpty();
    }

    @Test
    void anIndexThatIsMadeConcurrentlyAndRenamedIsMadeUnderItsNewName() {
        assertThat(optimize(
                        new AddIndexConcurrently("Author", index("idx").on("name")),
                        new RenameIndex("Author", "idx", "author_idx")))
                .containsExactly(
                        new AddIndexConcurrently("Author", index("author_idx").on("name")));
    }

    @Test
    void anIndexThatIsMadeConcurrentlyGoesWithTheFieldThatItNeeds() {
        RemoveField remove = new RemoveField("Author", "age");

        assertThat(optimize(new AddIndexConcurrently("Author", index("idx").on("age")), remove))
                .containsExactly(remove);
    }

    @Test
    void aNameThatGoesFromOneModelToAnotherKeepsItsOrder() {
        List<Operation> operations = List.of(
                new RemoveIndex("Author", "idx"),
                new CreateModel(
                        model("Book").fields(integer("id")).indexes(index("idx").on("id"))),
                new DeleteModel("Author"));

        assertThat(optimize(operations)).isEqualTo(operations);
    }

    @Test
    void aFieldThatIsRemovedAndAddedStaysSo() {
        List<Operation> operations = List.of(new RemoveField("Author", "age"), AGE);

        assertThat(optimize(operations)).isEqualTo(operations);
    }

    @Test
    void anIndexGoesWithTheFieldThatItNeeds() {
        RemoveField remove = new RemoveField("Author", "age");

        assertThat(optimize(new AddIndex("Author", index("idx").on("age")), remove))
                .containsExactly(remove);
        assertThat(optimize(new AddConstraint("Author", check("c", field("age").gt(0))), remove))
                .containsExactly(remove);
    }

    @Test
    void changesOfAModelThatIsDeletedAreLeftOut() {
        DeleteModel delete = new DeleteModel("Author");

        assertThat(optimize(
                        AGE, new AddIndex("Author", index("idx").on("age")), new RemoveIndex("Author", "old"), delete))
                .containsExactly(delete);
        assertThat(optimize(new RenameModel("Author", "Writer"), new DeleteModel("Writer")))
                .containsExactly(delete);
    }

    @Test
    void aNewFieldPassesTheDeletionOfAModelThatItDoesNotReferTo() {
        DeleteModel delete = new DeleteModel("Book");

        assertThat(optimize(AGE, delete, OLDER)).containsExactly(delete, GROWN);
    }

    @Test
    void aReferenceIsRemovedBeforeItsModelIsDeleted() {
        List<Operation> operations =
                List.of(new RemoveField("Author", "favourite"), new DeleteModel("Book"), new DeleteModel("Author"));

        assertThat(optimize(operations)).isEqualTo(operations);
    }

    @Test
    void nothingPassesSql() {
        RunSql sql = new RunSql("update author set age = 1");
        List<Operation> operations = List.of(AGE, sql, OLDER);

        assertThat(optimize(operations)).isEqualTo(operations);
    }

    @Test
    void nothingPassesJava() {
        RunJava java = new RunJava(models -> {});
        List<Operation> operations = List.of(AGE, java, OLDER);

        assertThat(optimize(operations)).isEqualTo(operations);
    }

    @Test
    void elidableSqlGoes() {
        assertThat(optimize(AGE, new RunSql("update author set age = 1").elidable(), OLDER))
                .containsExactly(GROWN);
    }

    @Test
    void aReferenceDoesNotPassTheRenameOfItsModel() {
        List<Operation> operations = List.of(
                new CreateModel(model("Book").fields(integer("id").primaryKey(), reference("author", "shop.Author"))),
                new RenameModel("Author", "Writer"),
                new RenameModel("Book", "Tome"));

        List<Operation> optimized = optimize(operations);

        assertThat(optimized)
                .containsExactly(
                        new CreateModel(
                                model("Tome").fields(integer("id").primaryKey(), reference("author", "shop.Author"))),
                        new RenameModel("Author", "Writer"));
    }

    @Test
    void aComputedFieldDoesNotPassTheRenameOfItsSource() {
        RenameField rename = new RenameField("Author", "name", "title");

        for (Expression source : List.of(field("name"), sql("name"))) {
            AddField computed = new AddField("Author", varchar("loud", 9).generated(upper(source)));

            assertThat(optimize(computed, rename, new RemoveField("Author", "loud")))
                    .containsExactly(rename);
            assertThat(optimize(computed, rename, new RenameField("Author", "loud", "quiet")))
                    .containsExactly(new AddField("Author", varchar("quiet", 9).generated(upper(source))), rename);
        }
    }

    @Test
    void aFieldIsNotRemovedBeforeWhatIsComputedFromIt() {
        List<Operation> operations = List.of(
                new AlterField("Author", integer("age")),
                new AddField("Author", integer("years"), sql("age")),
                new RemoveField("Author", "twice"),
                new RemoveField("Author", "age"));

        assertThat(optimize(operations)).isEqualTo(operations);
    }

    @Test
    void aFieldThatIsFilledFromAnotherStaysBeforeItsRename() {
        RenameField rename = new RenameField("Author", "name", "fullName");
        AlterField wider = new AlterField("Author", varchar("nick", 200));

        for (Expression fill : List.of(
                upper(field("name")), sql("upper(name)"), rowNumber("Author", List.of("full_name"), List.of("id")))) {
            AddField nick = new AddField("Author", varchar("nick", 100), fill);

            assertThat(optimize(nick, rename, wider))
                    .containsExactly(new AddField("Author", varchar("nick", 200), fill), rename);
        }
    }

    @Test
    void theFirstValueForRowsWins() {
        AddField add = new AddField("Author", integer("age"), value(1));
        AlterField alter = new AlterField("Author", bigint("age"), value(2));

        assertThat(optimize(add, alter)).containsExactly(new AddField("Author", bigint("age"), value(1)));
    }

    @Test
    void aRenameThatKeepsItsColumnIsNotJoinedWithOneThatDoesNot() {
        List<Operation> operations = List.of(
                new RenameField("Author", "name", "title"),
                new RenameField("Author", "title", "label").keepingColumns());

        assertThat(optimize(operations)).isEqualTo(operations);
    }

    @Test
    void aTableNameThatIsGivenUpAndTakenKeepsItsOrder() {
        CreateModel taking = new CreateModel(model("Writer").table("author").fields(integer("id")));

        assertThat(optimize(
                        new AlterModelTable("Author", "old_author", null),
                        taking,
                        new AlterModelTable("Author", "older_author", null)))
                .containsExactly(new AlterModelTable("Author", "older_author", null), taking);
    }

    @Test
    void aSequenceStaysBeforeTheTablesThatMayUseIt() {
        CreateModel model = new CreateModel(model("Author").fields(integer("id")));

        assertThat(optimize(
                        new CreateSequence(sequence("ids")),
                        model,
                        new AlterSequence(sequence("ids").incrementedBy(50))))
                .containsExactly(new CreateSequence(sequence("ids").incrementedBy(50)), model);
    }

    private static List<Operation> optimize(Operation... operations) {
        return optimize(List.of(operations));
    }

    private static List<Operation> optimize(List<Operation> operations) {
        return Optimizer.optimize("shop", operations);
    }
}
