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
import io.kuaka.operation.DeleteModel;
import io.kuaka.operation.DropSequence;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.SeparateDatabaseAndState;
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
        List<MigrationNode> migrations = Autodetector.detect(
                        SHOP,
                        ProjectState.empty(),
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
}
