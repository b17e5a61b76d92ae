package io.kuaka.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.kuaka.source.Imports;
import io.kuaka.source.JavaSource;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import io.kuaka.state.diff.StateDiff;
import io.kuaka.testing.Golden;
import io.kuaka.testing.InMemoryCompiler;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws that every operation keeps, over all of {@link OperationCases}. */
class OperationLawsTest {
    /** Its code can't be compared, so that its own test shows what it does. */
    private static final Set<String> TESTED_ELSEWHERE = Set.of("RunJava");

    static List<OperationCase> cases() {
        return OperationCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theInverseLeadsBackToTheStateBefore(OperationCase each) {
        Operation inverse = each.operation().inverse(OperationCase.APP, each.before());

        assertThat(inverse.apply(OperationCase.APP, each.after())).isEqualTo(each.before());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theInverseOfTheInverseLeadsForwardAgain(OperationCase each) {
        Operation inverse = each.operation().inverse(OperationCase.APP, each.before());
        Operation again = inverse.inverse(OperationCase.APP, each.after());

        assertThat(again.apply(OperationCase.APP, each.before())).isEqualTo(each.after());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anOperationOnOneModelMakesAndRemovesNoOther(OperationCase each) {
        StateDiff difference = StateDiff.between(each.before(), each.after());

        each.operation().subject().ifPresent(name -> {
            ModelKey key = new ModelKey(OperationCase.APP, name);
            assertThat(difference.sequences().isEmpty()).isTrue();
            assertThat(difference.models().added()).isSubsetOf(key);
            assertThat(difference.models().removed()).isSubsetOf(key);
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSourceCompilesToAnEqualOperation(OperationCase each) throws Exception {
        assertThat(compile(each.operation())).isEqualTo(each.operation());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void wordsAndStateAreAsReviewed(OperationCase each) {
        Golden.assertGolden("operations/" + each.name() + ".txt", review(each));
    }

    @Test
    void everyOperationHasACase() {
        Set<String> covered = OperationCases.all().stream()
                .map(each -> each.operation().getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        covered.addAll(TESTED_ELSEWHERE);
        Set<String> operations = new ClassFileImporter()
                .importPackagesOf(Operation.class).stream()
                        .filter(type -> type.isAssignableTo(Operation.class) && !type.isInterface())
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(covered).containsAll(operations);
    }

    private static Object compile(Operation operation) throws Exception {
        Imports imports = new Imports();
        String expression = operation.toSource().render(imports, 8, 15);
        String header =
                imports.classes().stream().map(name -> "import " + name + ";\n").collect(Collectors.joining())
                        + imports.staticOwners().stream()
                                .map(name -> "import static " + name + ".*;\n")
                                .collect(Collectors.joining());
        String source = "package generated;\n" + header
                + "public final class Source implements java.util.function.Supplier<Object> {\n"
                + "    @Override public Object get() {\n        return " + expression + ";\n    }\n}\n";
        Class<?> type = new InMemoryCompiler().compile("generated.Source", source);
        return ((Supplier<?>) type.getDeclaredConstructor().newInstance()).get();
    }

    private static String review(OperationCase each) {
        Operation operation = each.operation();
        Operation inverse = operation.inverse(OperationCase.APP, each.before());
        return operation.category().sign() + " " + operation.describe() + "\n"
                + "name: " + operation.nameFragment() + "\n"
                + "back: " + inverse.category().sign() + " " + inverse.describe() + "\n"
                + "source:\n" + text(operation.toSource()) + "\n"
                + "state:\n" + difference(each.before(), each.after());
    }

    /** Returns the models and sequences that differ, as they are afterwards. */
    private static String difference(ProjectState before, ProjectState after) {
        StringBuilder text = new StringBuilder();
        Set<ModelKey> models = new TreeSet<>(before.models().keySet());
        models.addAll(after.models().keySet());
        for (ModelKey key : models) {
            if (!after.hasModel(key)) {
                text.append("no ").append(key).append('\n');
            } else if (!after.model(key).equals(before.models().get(key))) {
                text.append(text(after.model(key).toSource())).append('\n');
            }
        }
        if (!before.sequences().equals(after.sequences())) {
            after.sequences().values().forEach(each -> text.append(text(each.toSource()))
                    .append('\n'));
        }
        return text.toString();
    }

    private static String text(JavaSource source) {
        return source.render(new Imports(), 0, 0);
    }
}
