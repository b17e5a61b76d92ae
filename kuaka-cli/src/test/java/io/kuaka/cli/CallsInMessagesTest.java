package io.kuaka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.cli.arguments.CommandParameter;
import io.kuaka.command.call.Call;
import io.kuaka.command.call.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.CommandSpec;

/** The law of what messages advise: a call is in quotes and can be typed, so that it is spelled right everywhere. */
class CallsInMessagesTest {
    /** The usage of the launcher itself, and a comment in a file, which people with any build read. */
    private static final Set<String> OF_THE_LAUNCHER =
            Set.of("io/kuaka/cli/KuakaCommand.java", "io/kuaka/writer/MigrationSource.java");

    private static final Map<String, CommandSpec> COMMANDS = commands();
    private static final String NAMES = COMMANDS.keySet().stream().collect(Collectors.joining("|", "(?:", ")"));

    /** Literals that are joined by plus signs are one text, with X for what is between them. */
    private static final Pattern JOINT = Pattern.compile("\"\\s*\\+ (?:([^\";]*?)\\+ )?\"");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)+)\"");
    private static final Pattern QUOTED = Pattern.compile("'kuaka ([a-z]+)((?: [^' ]+)*)'");
    private static final Pattern UNQUOTED = Pattern.compile("(?<!')\\bkuaka " + NAMES + "\\b|(?<!kuaka )\\b" + NAMES
            + " --[a-z]|(?<!')\\b[Rr]un " + NAMES + "\\b(?! again)");

    private static Map<String, CommandSpec> commands() {
        Map<String, CommandSpec> commands = new TreeMap<>(BuildTool.commands());
        commands.remove("help");
        return commands;
    }

    @Test
    void eachCallIsInQuotesAndCanBeTyped() {
        Map<String, List<String>> unquoted = new TreeMap<>();
        messages().forEach((file, text) -> {
            List<String> found =
                    UNQUOTED.matcher(text).results().map(MatchResult::group).toList();
            if (!found.isEmpty() && !OF_THE_LAUNCHER.contains(file)) {
                unquoted.put(file, found);
            }
            QUOTED.matcher(text).results().forEach(call -> requireKnown(file, Call.of(call.group(1), call.group(2))));
        });
        assertThat(unquoted).isEmpty();
    }

    private static void requireKnown(String file, Call call) {
        assertThat(COMMANDS).as(file).containsKey(call.command());
        List<String> names = Stream.of(call.named(), call.options())
                .flatMap(List::stream)
                .map(Call.Option::name)
                .toList();
        assertThat(CommandParameter.of(COMMANDS.get(call.command())))
                .as("what is advised in %s: %s", file, call)
                .extracting(CommandParameter::property)
                .containsAll(names.stream().map(name -> "kuaka." + name).toList());
    }

    @Test
    void placesHaveTheNamesOfTheCommandLine() {
        COMMANDS.forEach((name, spec) -> requireKnown("places", Call.of(name, places(spec))));
    }

    private static String places(CommandSpec spec) {
        return spec.positionalParameters().stream()
                .map(place -> place.paramLabel())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Run 'kuaka check'.                         | Run 'mvn kuaka:check'.",
                "'kuaka migrate shop 0001 --fake'           | 'mvn kuaka:migrate -Dkuaka.app=shop -Dkuaka.name=0001 -Dkuaka.fake'",
                "'kuaka squashmigrations shop 1 2 --finish' | 'mvn kuaka:squashmigrations -Dkuaka.app=shop -Dkuaka.names=1,2 -Dkuaka.finish'",
                "'kuaka check a b'                          | 'mvn kuaka:check -Dkuaka.apps=a,b'",
                "Pass it with --answers FILE (or --fake).   | Pass it with -Dkuaka.answers=FILE (or -Dkuaka.fake).",
                "See --url=jdbc:h2:./a, or --sources IN.     | See -Dkuaka.url=jdbc:h2:./a, or -Dkuaka.sources=IN.",
                "select 1 -- a comment; x--y --todo later   | select 1 -- a comment; x--y --todo later"
            })
    void mavenHasGoalsAndProperties(String message, String spelled) {
        assertThat(Spelling.MAVEN.in(message)).isEqualTo(spelled);
    }

    /** Otherwise a message would name one as the launcher takes it, wherever it is read. */
    @Test
    void allOptionsOfTheCommandLineAreSpelledAnew() {
        assertThat(Spelling.OPTIONS)
                .containsExactlyInAnyOrderElementsOf(COMMANDS.values().stream()
                        .flatMap(command -> command.options().stream())
                        .filter(option -> !option.usageHelp() && !option.versionHelp())
                        .flatMap(option -> Stream.of(option.names()))
                        .filter(name -> name.startsWith("--"))
                        .map(name -> name.substring(2))
                        .collect(Collectors.toSet()));
    }

    /** Returns the texts in the sources of all modules, by file. */
    private static Map<String, String> messages() {
        Map<String, String> messages = new TreeMap<>();
        for (String module :
                List.of("core", "hibernate", "tooling", "cli", "maven-plugin", "spring-boot-starter", "junit")) {
            Path sources = Path.of("..", "kuaka-" + module, "src", "main", "java");
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> messages.put(sources.relativize(file).toString(), literals(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return messages;
    }

    private static String literals(Path file) {
        try {
            String joined =
                    JOINT.matcher(Files.readString(file)).replaceAll(joint -> joint.group(1) == null ? "" : "X");
            return LITERAL.matcher(joined).results().map(text -> text.group(1)).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
