package io.kuaka.it.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.Autodetector;
import io.kuaka.autodetect.DetectedChanges;
import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.autodetect.question.OpenQuestion;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.it.support.WrittenMigrations;
import io.kuaka.state.ProjectState;
import io.kuaka.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What makemigrations finds when a project goes from one line of Hibernate to the next one, with the same entities.
 *
 * <p>Annotations that came with the next line are in the groups too, and are found with it; a project gets them when
 * somebody writes them.
 */
@Tag("slow")
class HibernateUpgradesTest {
    private static final Map<TestedLine, Map<String, Map<String, String>>> WRITTEN = new EnumMap<>(TestedLine.class);

    private static final Pattern ROW = Pattern.compile("\\| [\\d.]+ → (\\d\\.\\d)\\S* \\|[^|]*\\|([^|]*)\\|.*");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @TempDir
    private Path folder;

    @BeforeAll
    static void writeMigrationsWithEachLine() {
        for (TestedLine line : TestedLine.values()) {
            WRITTEN.put(line, line.read(LineMigrations.class));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "V6_6")
    void findsWhatIsWrittenDown(TestedLine line) {
        StringBuilder text = new StringBuilder();
        before(line).forEach((group, older) -> {
            Map<String, String> newer = WRITTEN.get(line).getOrDefault(group, older);
            if (!older.equals(newer)) {
                text.append(group).append('\n');
                changes(history(older, group + "-before"), history(newer, group))
                        .forEach(change -> text.append(change).append('\n'));
            }
        });

        Golden.assertGolden("hibernate-upgrades/" + line.number() + ".txt", text.toString());
    }

    @Test
    void thePageNamesChangesThatAreFound() throws IOException {
        int named = 0;
        for (String row : Files.readAllLines(Path.of("..", "docs", "hibernate-upgrades.md"))) {
            MatchResult upgrade = ROW.matcher(row).results().findFirst().orElse(null);
            if (upgrade != null) {
                String found = Files.readString(
                        Path.of("src/test/resources/golden/hibernate-upgrades", upgrade.group(1) + ".txt"));
                for (MatchResult code : CODE.matcher(upgrade.group(2)).results().toList()) {
                    assertThat(found).as(row).contains(code.group(1));
                    named++;
                }
            }
        }
        assertThat(named).isGreaterThan(10);
    }

    private static Map<String, Map<String, String>> before(TestedLine line) {
        return WRITTEN.get(TestedLine.values()[line.ordinal() - 1]);
    }

    private MigrationGraph history(Map<String, String> files, String name) {
        WrittenMigrations written = new WrittenMigrations(folder.resolve(name));
        written.compile(files.entrySet().stream()
                .map(file -> written.write(file.getKey(), file.getValue()))
                .toList());
        return written.history();
    }

    private static List<String> changes(MigrationGraph before, MigrationGraph now) {
        List<String> found = new ArrayList<>();
        ProjectState entities = now.states().atEnd();
        DetectedChanges changes;
        try {
            changes = detect(before, entities, Map.of());
        } catch (OpenQuestionsException e) {
            e.questions().forEach(question -> found.add("  ? " + question.text()));
            changes = detect(before, entities, answers(e.questions()));
        }
        changes.migrations().stream()
                .flatMap(migration -> migration.operations().get().stream())
                .forEach(operation -> found.add("  " + operation.describe()));
        return found;
    }

    private static DetectedChanges detect(MigrationGraph before, ProjectState entities, Map<String, String> answers) {
        return Autodetector.detect(before, entities, new AnswersQuestioner(answers), AutodetectOptions.defaults());
    }

    private static Map<String, String> answers(List<OpenQuestion> questions) {
        return questions.stream()
                .collect(Collectors.toMap(
                        OpenQuestion::key, question -> question.choices().contains("ignore") ? "ignore" : "yes"));
    }
}
