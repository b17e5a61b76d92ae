package io.kuaka.cli.arguments;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.cli.BuildTool;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class ArgumentOrderTest {
    private static final Map<String, CommandSpec> COMMANDS = BuildTool.commands();

    /** {@code --database shop migrate} was taken for the command "shop". */
    @ParameterizedTest
    @MethodSource("optionsOfEveryCommand")
    void theCommandMayFollowAnyCommonOption(String option) {
        assertThat(ArgumentOrder.commandFirst(List.of(option, "value", "migrate", "shop"), COMMANDS.keySet()))
                .containsExactly("migrate", option, "value", "shop");
        assertThat(ArgumentOrder.unknownCommand(List.of(option, "value", "migrate"), COMMANDS.keySet()))
                .isEmpty();
    }

    /** {@code check} has no others. */
    private static List<String> optionsOfEveryCommand() {
        return COMMANDS.get("check").options().stream()
                .filter(option -> option.arity().min() > 0)
                .map(OptionSpec::names)
                .map(List::of)
                .flatMap(Collection::stream)
                .toList();
    }
}
