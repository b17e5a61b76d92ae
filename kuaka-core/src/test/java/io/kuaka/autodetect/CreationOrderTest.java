package io.kuaka.autodetect;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** References of new models were added after all models, though nothing but their names kept them from being created last. */
class CreationOrderTest {
    private static final Field ID = bigint("id").primaryKey().identity();

    @Test
    void aModelComesAfterThoseThatItRefersTo() {
        ModelState apple = model("Apple").fields(ID, reference("tree", "farm.Tree"));
        ModelState field = model("Field").fields(ID);
        ModelState tree = model("Tree")
                .fields(ID, varchar("label", 9), reference("field", "farm.Field"))
                .constraints(unique("tree_label").on("label", "field"));

        assertThat(operations(state("farm", apple, field, tree)))
                .containsExactly(new CreateModel(field), new CreateModel(tree), new CreateModel(apple));
    }

    @Test
    void aCircleIsCutAtAReferenceThatAllowsNull() {
        Field best = reference("best", "farm.Apple").nullable();
        ModelState apple = model("Apple").fields(ID, reference("tree", "farm.Tree"));
        ModelState tree = model("Tree")
                .fields(ID, best, varchar("label", 9))
                .constraints(
                        unique("tree_label").on("label"), unique("tree_best").on("best", "label"));

        assertThat(operations(state("farm", apple, tree)))
                .startsWith(
                        new CreateModel(model("Tree")
                                .fields(ID, varchar("label", 9))
                                .constraints(unique("tree_label").on("label"))),
                        new CreateModel(apple),
                        new AddField("Tree", best))
                .hasSize(4);
    }

    @Test
    void aModelMayReferToItself() {
        ModelState tree =
                model("Tree").fields(ID, reference("parent", "farm.Tree").nullable());

        assertThat(operations(state("farm", tree))).containsExactly(new CreateModel(tree));
    }

    @Test
    void anAppComesAfterThoseThatItRefersTo() {
        ModelState apple = model("Apple").fields(ID, reference("shop", "town.Shop"));
        ModelState shop = model("Shop").fields(ID);
        ProjectState to = state("farm", apple).withModel("town", shop);

        assertThat(migrations(to))
                .extracting(migration -> migration.key().toString())
                .hasSize(2);
        assertThat(operations(to)).containsExactlyInAnyOrder(new CreateModel(apple), new CreateModel(shop));
    }

    @Test
    void appsThatReferToEachOtherNeedNoMoreMigrationsThanBefore() {
        ModelState apple = model("Apple").fields(ID, reference("shop", "town.Shop"));
        ModelState tree = model("Tree").fields(ID);
        ModelState garden = model("Garden").fields(ID, reference("tree", "farm.Tree"));
        ModelState shop = model("Shop").fields(ID);
        ProjectState to = state("farm", apple, tree).withModel("town", garden).withModel("town", shop);

        assertThat(migrations(to)).hasSize(3);
        assertThat(operations(to).stream().filter(AddField.class::isInstance)).hasSize(1);
    }

    private static ProjectState state(String app, ModelState... models) {
        ProjectState state = ProjectState.empty();
        for (ModelState model : models) {
            state = state.withModel(app, model);
        }
        return state;
    }

    private static List<Operation> operations(ProjectState to) {
        return migrations(to).stream()
                .flatMap(migration -> migration.operations().get().stream())
                .toList();
    }

    private static List<MigrationNode> migrations(ProjectState to) {
        return Autodetector.detect(
                        ProjectState.empty(),
                        to,
                        Map.of(),
                        new AnswersQuestioner(Map.of()),
                        AutodetectOptions.defaults())
                .values()
                .stream()
                .flatMap(List::stream)
                .toList();
    }
}
