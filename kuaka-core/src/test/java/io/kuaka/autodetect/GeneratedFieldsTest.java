package io.kuaka.autodetect;

import static io.kuaka.expression.Expression.sql;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.decimal;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.DeleteModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fields that are computed come after those that they are computed from and go before them; entities say it in SQL. */
class GeneratedFieldsTest {
    private static final Field ID = bigint("id").primaryKey();
    private static final Field N = integer("n").nullable();
    private static final Field M = integer("m").nullable();
    private static final Field TWICE = integer("twice").nullable();
    private static final Field TWICE_N = TWICE.generated(sql("n * 2"));
    private static final Field TWICE_M = TWICE.generated(sql("m * 2"));

    @Test
    void whatIsComputedGoesFirst() {
        assertThat(operations(thing(ID, N, TWICE_N), thing(ID)))
                .containsExactly(new RemoveField("Thing", "twice"), new RemoveField("Thing", "n"));
        Field computed = integer("a").nullable().generated(sql("n + 1"));
        assertThat(operations(thing(ID, N, computed), thing(ID)))
                .containsExactly(new RemoveField("Thing", "a"), new RemoveField("Thing", "n"));
    }

    @Test
    void whatIsComputedFromAnotherColumnGoesBeforeTheOldOneAndComesAfterTheNewOne() {
        Field wide = decimal("m", 20, 4).nullable();

        assertThat(operations(thing(ID, N, TWICE_N), thing(ID, wide, TWICE_M)))
                .containsSubsequence(new RemoveField("Thing", "twice"), new RemoveField("Thing", "n"))
                .containsSubsequence(new AddField("Thing", wide), new AddField("Thing", TWICE_M));
        assertThat(operations(thing(ID, N, M, TWICE_N), thing(ID, M, TWICE_M)))
                .containsExactly(
                        new RemoveField("Thing", "twice"),
                        new RemoveField("Thing", "n"),
                        new AddField("Thing", TWICE_M));
    }

    @Test
    void whatIsComputedNoMoreGoesBeforeItsSource() {
        assertThat(operations(thing(ID, N, TWICE_N), thing(ID, TWICE)))
                .containsExactly(
                        new RemoveField("Thing", "twice"), new RemoveField("Thing", "n"), new AddField("Thing", TWICE));
    }

    @Test
    void whatIsComputedComesAfterItsSource() {
        Field computed = integer("a").nullable().generated(sql("n + 1"));

        assertThat(operations(thing(ID), thing(ID, computed, N)))
                .containsExactly(new AddField("Thing", N), new AddField("Thing", computed));
    }

    @Test
    void whatIsComputedFromWhatIsComputedFollowsIt() {
        Field four = integer("four").nullable().generated(sql("twice * 2"));

        assertThat(operations(thing(ID, N, M, TWICE_N, four), thing(ID, N, M, TWICE_M, four)))
                .containsExactly(
                        new RemoveField("Thing", "four"),
                        new RemoveField("Thing", "twice"),
                        new AddField("Thing", TWICE_M),
                        new AddField("Thing", four));
    }

    @Test
    void whatIsComputedStaysWhenItsColumnDoes() {
        Field link = reference("link", "shop.Thing").column("n").nullable();

        assertThat(operations(thing(ID, N, TWICE_N), thing(ID, N, link, TWICE_N)))
                .containsExactly(new AddField("Thing", link));
        assertThat(operations(thing(ID, N, link, TWICE_N), thing(ID, N, TWICE_N)))
                .containsExactly(new RemoveField("Thing", "link"));
        assertThat(operations(null, thing(ID, N, link, TWICE_N))).hasSize(1);
    }

    @Test
    void whatIsComputedFromAReferenceComesAndGoesWithItsModel() {
        ModelState thing = thing(
                ID,
                integer("after").nullable().generated(sql("link_id * 2")),
                reference("link", "shop.Other").nullable());
        ModelState other =
                model("Other").fields(ID, reference("back", "shop.Thing").nullable());
        ProjectState state = ProjectState.empty().withModel("shop", thing).withModel("shop", other);

        assertThat(operations(ProjectState.empty(), state))
                .extracting(Operation::getClass)
                .satisfies(kinds -> assertThat(kinds.get(0)).isEqualTo(CreateModel.class));
        assertThat(operations(state, ProjectState.empty()))
                .contains(new DeleteModel("Thing"), new DeleteModel("Other"));
    }

    private static ModelState thing(Field... fields) {
        return model("Thing").fields(fields);
    }

    private static List<Operation> operations(ModelState from, ModelState to) {
        return operations(
                from == null ? ProjectState.empty() : ProjectState.empty().withModel("shop", from),
                ProjectState.empty().withModel("shop", to));
    }

    /** Detects, and makes sure that what is found leads there and back, one step after the other. */
    private static List<Operation> operations(ProjectState from, ProjectState to) {
        List<MigrationNode> nodes = Autodetector.detect(
                        from, to, Map.of(), new Decided(2), AutodetectOptions.defaults())
                .get("shop");
        ProjectState state = from;
        for (MigrationNode node : nodes) {
            state = node.apply(state);
        }
        assertThat(state).isEqualTo(to);
        return nodes.stream().flatMap(node -> node.operations().get().stream()).toList();
    }
}
