package io.kuaka.autodetect;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.impact.DataLossReader;
import io.kuaka.impact.OperationLosses;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AlterModelComment;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.CreateSequence;
import io.kuaka.operation.DeleteModel;
import io.kuaka.operation.DropSequence;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RenameSequence;
import io.kuaka.operation.SeparateDatabaseAndState;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A table with migrations was dropped because a setting left it to another tool. */
class ForgottenModelsTest {
    private static final ProjectState SHOP = ProjectState.empty()
            .withSequence("shop", Sequence.sequence("legacy_seq"))
            .withSequence("shop", Sequence.sequence("book_seq"))
            .withModel(
                    "shop",
                    model("Customer")
                            .table("legacy_customer")
                            .fields(
                                    bigint("id").primaryKey().sequence("shop.legacy_seq"),
                                    reference("friend", "shop.Customer").nullable()))
            .withModel(
                    "shop",
                    model("Customer.phones")
                            .table("phones")
                            .fields(reference("customer", "shop.Customer").primaryKey(), varchar("phone", 20)))
            .withModel("shop", model("Book").fields(bigint("id").primaryKey().sequence("shop.book_seq")));

    private static MigrationNode migration(Predicate<ModelState> unmanaged) {
        return migration(SHOP, ProjectState.empty(), unmanaged);
    }

    private static MigrationNode migration(ProjectState from, ProjectState to, Predicate<ModelState> unmanaged) {
        List<MigrationNode> migrations = Autodetector.detect(
                        from,
                        to,
                        Map.of(),
                        new AnswersQuestioner(Map.of()),
                        AutodetectOptions.defaults().withUnmanaged(unmanaged))
                .get("shop");
        assertThat(migrations).hasSize(1);
        return migrations.get(0);
    }

    @Test
    void aTableThatIsLeftToOthersStaysWithItsPartsAndItsSequence() {
        MigrationNode migration = migration(model -> model.table().startsWith("legacy_"));

        List<Operation> operations = migration.operations().get();
        assertThat(operations.stream()
                        .filter(SeparateDatabaseAndState.class::isInstance)
                        .map(SeparateDatabaseAndState.class::cast))
                .allSatisfy(each -> assertThat(each.databaseOperations()).isEmpty())
                .extracting(each -> each.stateOperations().get(0))
                .containsExactlyInAnyOrder(
                        new RemoveField("Customer", "friend"),
                        new DeleteModel("Customer"),
                        new DeleteModel("Customer.phones"),
                        new DropSequence("legacy_seq"));
        assertThat(operations).contains(new DeleteModel("Book"), new DropSequence("book_seq"));
        assertThat(operations).extracting(Operation::describe).contains("Delete model Customer, in the models only");
        assertThat(migration.replay(SHOP).get(operations.size() - 1).after()).isEqualTo(ProjectState.empty());
        assertThat(DataLossReader.of(migration, SHOP).stream()
                        .filter(each -> !each.losses().isEmpty())
                        .map(OperationLosses::operation)
                        .collect(Collectors.toList()))
                .containsExactly(new DeleteModel("Book"));
    }

    @Test
    void whatNobodyLeavesToOthersIsDropped() {
        assertThat(migration(model -> false).operations().get())
                .contains(new DeleteModel("Customer"), new DropSequence("legacy_seq"))
                .noneMatch(SeparateDatabaseAndState.class::isInstance);
    }

    private static List<Operation> operations(ProjectState from, ProjectState to, Predicate<ModelState> unmanaged) {
        MigrationNode migration = migration(from, to, unmanaged);
        assertThat(migration.apply(from)).isEqualTo(to);
        return migration.operations().get();
    }

    private static Operation inModelsOnly(Operation operation) {
        return new SeparateDatabaseAndState(List.of(), List.of(operation));
    }

    /** A real DropSequence broke the other tool's next insert: Hibernate's usual sequence isn't said in the field. */
    @Test
    void theSequenceThatTheNameOfATableImpliesStays() {
        ProjectState shop = ProjectState.empty()
                .withSequence("shop", Sequence.sequence("book_seq"))
                .withModel(
                        "shop", model("Book").table("book").fields(bigint("id").primaryKey()));

        assertThat(operations(shop, ProjectState.empty(), model -> true))
                .containsExactlyInAnyOrder(
                        inModelsOnly(new DeleteModel("Book")), inModelsOnly(new DropSequence("book_seq")));
    }

    @Test
    void theTableOfAGeneratorStaysUnlessOthersUseItAsWell() {
        Field id = bigint("id").primaryKey();
        ProjectState table = ProjectState.empty()
                .withModel("shop", model("numbers").fields(varchar("name", 99).primaryKey(), bigint("next")));
        ModelState customer = model("Customer").fields(id.tableGenerator("shop.numbers", "customer", 50));
        ModelState book = model("Book").fields(id.tableGenerator("shop.numbers", "book", 50));
        ProjectState shop = table.withModel("shop", customer);

        assertThat(operations(shop, ProjectState.empty(), customer::equals))
                .containsExactlyInAnyOrder(
                        inModelsOnly(new DeleteModel("Customer")), inModelsOnly(new DeleteModel("numbers")));
        assertThat(operations(
                        shop.withModel("shop", book)
                                .updateModel(new ModelKey("shop", "numbers"), model -> model.comment("Numbers")),
                        table.withModel("shop", book),
                        customer::equals))
                .containsExactlyInAnyOrder(
                        inModelsOnly(new DeleteModel("Customer")), new AlterModelComment("numbers", null));
    }

    /** A rename would have taken the sequence from the other tool. */
    @Test
    void aSequenceThatIsLeftToOthersIsNotRenamed() {
        Field id = bigint("id").primaryKey();
        ProjectState shop = ProjectState.empty()
                .withSequence("shop", Sequence.sequence("all_seq"))
                .withModel("shop", model("Customer").fields(id.sequence("shop.all_seq")))
                .withModel("shop", model("Book").fields(id.sequence("shop.all_seq")));
        ProjectState to = ProjectState.empty()
                .withSequence("shop", Sequence.sequence("own_seq"))
                .withModel("shop", model("Book").fields(id.sequence("shop.own_seq")));

        assertThat(operations(shop, to, model -> model.name().equals("Customer")))
                .contains(
                        new CreateSequence(Sequence.sequence("own_seq")),
                        inModelsOnly(new DropSequence("all_seq")),
                        inModelsOnly(new DeleteModel("Customer")))
                .noneMatch(RenameSequence.class::isInstance);
    }

    /** A yes would have renamed the other tool's table, and values were said to be dropped that stay. */
    @Test
    void aNewModelLikeOneThatIsLeftToOthersAsksNothing() {
        ModelState tag = model("Tag").fields(bigint("id").primaryKey(), varchar("name", 40));
        ProjectState shop = ProjectState.empty()
                .withModel(
                        "shop",
                        model("Customer")
                                .table("legacy_customer")
                                .fields(bigint("id").primaryKey(), varchar("name", 40), varchar("email", 99)));

        assertThat(operations(shop, ProjectState.empty().withModel("shop", tag), model -> model.table()
                        .startsWith("legacy_")))
                .containsExactlyInAnyOrder(new CreateModel(tag), inModelsOnly(new DeleteModel("Customer")));
    }
}
