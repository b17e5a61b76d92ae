package io.kuaka.state;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.sql;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Indexes.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.expression.Expression;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.RemoveField;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a model refuses. */
class ModelStateTest {
    private static final Field N = integer("n").nullable();

    @Test
    void aFieldStaysWhileAnotherIsComputedFromIt() {
        for (Expression formula : List.of(field("n").times(2), sql("n * 2"))) {
            ModelState thing = model("Thing").fields(N, integer("twice").generated(formula));
            ProjectState state = ProjectState.empty().withModel("shop", thing);
            MigrationNode migration = MigrationNode.of(
                    new MigrationKey("shop", "0002_n"), List.of(), List.of(new RemoveField("Thing", "n")));

            assertThatThrownBy(() -> migration.apply(state))
                    .hasMessage("Field \"n\" of model \"Thing\" is still in use before shop.0002_n, operation 1 (Remove"
                            + " field n from Thing): the generated field \"twice\" depends on it. Remove or"
                            + " alter \"twice\" first.");
        }
    }

    @Test
    void aUniqueConstraintWithAConditionIsNotDeferred() {
        assertThatThrownBy(() -> unique("u").on("n").where(sql("n > 3")).deferred())
                .isInstanceOf(DeferredConditionException.class)
                .hasMessage(
                        "Unique constraint \"u\" can't be both deferred and conditional: a conditional unique constraint is an index, which can't be deferred. Remove \"deferred\" or \"where\".");
    }

    @Test
    void aFieldMayGoWhenAnotherKeepsItsColumn() {
        Field link = reference("link", "shop.Thing").column("n").nullable();
        ModelState thing = model("Thing").fields(N, link, integer("twice").generated(sql("n * 2")));

        assertThat(thing.withoutField("link").fields()).containsOnlyKeys("n", "twice");
        assertThat(thing.withoutField("n").fields()).containsOnlyKeys("link", "twice");
    }
}
