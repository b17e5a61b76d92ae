package io.kuaka.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.data.JavaCode;
import io.kuaka.state.ProjectState;
import org.junit.jupiter.api.Test;

class RunJavaTest {
    private static final JavaCode FILL = models -> models.get("Customer").count();
    private static final JavaCode CLEAR = models -> models.get("Customer").delete();

    @Test
    void theInverseRunsTheReverseCode() {
        RunJava operation = new RunJava(FILL, CLEAR).elidable();

        assertThat(operation.inverse("shop", ProjectState.empty())).isEqualTo(new RunJava(CLEAR, FILL).elidable());
    }

    @Test
    void noopMakesCodeReversibleWithoutEffect() {
        RunJava operation = new RunJava(FILL, RunJava.NOOP);

        assertThat(operation.inverse("shop", ProjectState.empty())).isEqualTo(new RunJava(RunJava.NOOP, FILL));
    }

    @Test
    void codeWithoutAReverseIsIrreversible() {
        assertThatThrownBy(() -> new RunJava(FILL).inverse("shop", ProjectState.empty()))
                .isInstanceOf(IrreversibleOperationException.class)
                .hasMessage("Cannot reverse \"Run Java\": it has no reverse code. Pass one to RunJava, or use --fake.");
    }

    @Test
    void changesNoModelAndGivesNoName() {
        RunJava operation = new RunJava(FILL);

        assertThat(operation.apply("shop", ProjectState.empty())).isSameAs(ProjectState.empty());
        assertThat(operation.describe()).isEqualTo("Run Java");
        assertThat(operation.nameFragment()).isEmpty();
        assertThat(operation.category()).isEqualTo(Category.JAVA);
    }

    @Test
    void elidableCodeGoesWhenItsMigrationIsSquashed() {
        RunSql next = new RunSql("select 1");

        assertThat(new RunJava(FILL).elidable().reduce("shop", next)).isEqualTo(Reduction.by(next));
        assertThat(new RunJava(FILL).reduce("shop", next)).isEqualTo(Reduction.blocks());
    }

    @Test
    void codeIsCopiedByHand() {
        assertThatThrownBy(() -> new RunJava(FILL).toSource())
                .isInstanceOf(CodeAsSourceException.class)
                .hasMessageContaining("Copy it to the new file by hand");
    }
}
