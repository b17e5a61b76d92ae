package io.kuaka.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.kuaka.command.squash.SquashMigrations;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds the form of commands: options in, a result out, and what was prepared in between where somebody decides. */
class CommandFormTest {
    private static final List<String> PACKAGES =
            List.of(Migrate.class.getPackageName(), SquashMigrations.class.getPackageName());

    @TestFactory
    Stream<DynamicTest> everyCommandTakesOptionsAndReturnsAResult() {
        return commands()
                .map(command -> DynamicTest.dynamicTest(command.getSimpleName(), () -> {
                    List<Method> prepare = methods(command, "prepare");
                    Class<?> input = nested(command, "Options");
                    if (!prepare.isEmpty()) {
                        assertThat(prepare).allSatisfy(method -> {
                            assertThat(method.getParameterTypes()).containsExactly(nested(command, "Options"));
                            assertThat(method.getReturnType()).isEqualTo(nested(command, "Prepared"));
                        });
                        input = nested(command, "Prepared");
                    }
                    Class<?> expected = input;
                    assertThat(methods(command, "run")).isNotEmpty().allSatisfy(method -> {
                        assertThat(method.getParameterTypes()[0]).isEqualTo(expected);
                        assertThat(method.getReturnType()).isEqualTo(nested(command, "Result"));
                    });
                }));
    }

    /** The public classes of the packages that are no values and no exceptions: each of them is a command. */
    private static Stream<Class<?>> commands() {
        List<Class<?>> commands = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(PACKAGES).stream()
                        .filter(each -> PACKAGES.contains(each.getPackageName()))
                        .<Class<?>>map(each -> each.reflect())
                        .filter(each -> Modifier.isPublic(each.getModifiers()) && each.getEnclosingClass() == null)
                        .filter(each -> !each.isRecord() && !each.isInterface())
                        .filter(each -> !Throwable.class.isAssignableFrom(each))
                        .toList();
        assertThat(commands).hasSizeGreaterThan(10);
        return commands.stream();
    }

    private static List<Method> methods(Class<?> command, String name) {
        return Arrays.stream(command.getMethods())
                .filter(method -> method.getName().equals(name))
                .toList();
    }

    private static Class<?> nested(Class<?> command, String name) {
        return Arrays.stream(command.getClasses())
                .filter(each -> each.getSimpleName().equals(name) && each.isRecord())
                .findFirst()
                .orElseThrow(() -> new AssertionError(command + " has no record " + name));
    }
}
