package io.kuaka.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.kuaka.cli.Transcript.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is answered to wrong input of all kinds: the exit code and the whole message.
 *
 * <p>Each file holds cases, as sessions that start with {@code == case TITLE} in a copy of one project; {@code
 * -Dgolden=update} writes what is printed now.
 */
class BadInputsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "bad-inputs");

    @TempDir
    private Path folder;

    private ScriptedProject base = new ScriptedProject(Path.of(""));

    /** One session, and how it is called. */
    private record Case(Section title, Transcript script) {}

    @BeforeEach
    void makeTheProject() throws IOException {
        base = new ScriptedProject(Files.createDirectories(folder.resolve("base")));
        base.play(Transcript.read(FOLDER.resolve("project.txt")));
        base.prepare();
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings", "usage", "addresses", "answers", "migrations", "code", "entities"})
    void answersWrongInputWithOneMessage(String name) throws IOException {
        Path file = FOLDER.resolve(name + ".txt");
        StringBuilder played = new StringBuilder();
        List<Executable> rules = new ArrayList<>();
        for (Case each : cases(file)) {
            Transcript outcome = play(each);
            played.append(each.title()).append(outcome.text());
            rules.add(() -> requireOneMessage(each, outcome));
        }
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(file, played);
        }
        assertAll(rules);
        assertThat(played.toString()).as(file.toString()).isEqualTo(Files.readString(file));
    }

    private static void requireOneMessage(Case each, Transcript outcome) {
        assertThat(outcome.sections()).as(each.title().rest()).anyMatch(section -> section.verb()
                .equals("exit"));
        assertThat(printed(outcome)).as(each.title().rest()).doesNotContain("\tat ", "hunter2", "bug in Kuaka");
    }

    @Test
    void coversManyCases() throws IOException {
        int count = 0;
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                count += cases(file).size();
            }
        }
        assertThat(count).isGreaterThanOrEqualTo(120);
    }

    private Transcript play(Case each) {
        try {
            Path place = Files.createTempDirectory(folder, "case").toRealPath();
            ScriptedProject project = new ScriptedProject(place);
            project.copy(base);
            return project.play(each.script());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String printed(Transcript outcome) {
        return outcome.sections().stream()
                .filter(section -> section.isOutput() || section.verb().equals("kuaka"))
                .map(Section::text)
                .collect(Collectors.joining());
    }

    private static List<Case> cases(Path file) {
        List<Case> cases = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        for (Section section : Transcript.read(file).sections()) {
            if (section.verb().equals("case")) {
                sections = new ArrayList<>();
                cases.add(new Case(section, new Transcript(sections)));
            } else {
                sections.add(section);
            }
        }
        return cases.stream()
                .map(each -> new Case(
                        each.title(), new Transcript(List.copyOf(each.script().sections()))))
                .toList();
    }
}
