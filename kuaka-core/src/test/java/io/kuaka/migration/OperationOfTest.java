package io.kuaka.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.operation.Category;
import io.kuaka.operation.CreateSequence;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import io.kuaka.source.Imports;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationOfTest {
    /** The migration that is pointed at. */
    public static final class Original implements Migration {
        @Override
        public List<Operation> operations() {
            return List.of(
                    new RunJava(RunJava.NOOP, RunJava.NOOP).elidable(),
                    new CreateSequence(Sequence.sequence("numbers")));
        }
    }

    private final OperationOf second = new OperationOf(Original.class, 1);

    @Test
    void itDoesWhatTheOtherOneDoes() {
        ProjectState after = second.apply("shop", ProjectState.empty());

        assertThat(after.sequences()).hasSize(1);
        assertThat(second.inverse("shop", ProjectState.empty()).apply("shop", after))
                .isEqualTo(ProjectState.empty());
        assertThat(second.describe()).isEqualTo("Create sequence numbers");
        assertThat(second.nameFragment()).isEqualTo("numbers");
        assertThat(second.category()).isEqualTo(Category.ADDITION);
        assertThat(second.isElidable()).isFalse();
        assertThat(new OperationOf(Original.class, 0).isElidable()).isTrue();
    }

    @Test
    void itIsWrittenAsAPointer() {
        assertThat(second.toSource().flat(new Imports()))
                .isEqualTo("new OperationOf(OperationOfTest.Original.class, 1)");
        assertThat(second).isEqualTo(new OperationOf(Original.class, 1));
    }

    @Test
    void aClassThatWasChangedIsNamed() {
        assertThatExceptionOfType(MissingOperationException.class)
                .isThrownBy(new OperationOf(Original.class, 2)::describe)
                .withMessageContaining("Operation 3 of \"" + Original.class.getName() + "\"")
                .withMessageContaining("it has 2 operations");
    }
}
