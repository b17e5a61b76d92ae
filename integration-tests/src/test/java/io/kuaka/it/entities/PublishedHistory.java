package io.kuaka.it.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.Autodetector;
import io.kuaka.autodetect.question.Answers;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.autodetect.question.OpenQuestion;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.autodetect.question.Questioner;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.support.WrittenMigrations;
import io.kuaka.migration.MigrationNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The migrations that makemigrations writes for published entities, release after release. */
final class PublishedHistory {
    private static final String APP = "keycloak";
    private static final String PACKAGE = "org.keycloak";
    private static final Path ANSWERS = Path.of("src", "test", "resources", "published-entities", "answers.txt");

    private final WrittenMigrations written;
    private final Map<String, String> answers;
    private final Set<String> asked = new TreeSet<>();
    private final List<Step> steps = new ArrayList<>();

    /** A release, and the last migration for it. */
    record Step(EntityVersion version, Target target) {}

    private PublishedHistory() throws IOException {
        Path parent = Files.createDirectories(Path.of("target", "published-entities", "histories"));
        written = new WrittenMigrations(Files.createTempDirectory(parent, "history"));
        answers = Answers.parse(Files.readString(ANSWERS));
    }

    /** Makes the migrations for all releases; no question of makemigrations goes without an answer, nor an answer without it. */
    static PublishedHistory make() throws IOException {
        PublishedHistory history = new PublishedHistory();
        PublishedRelease.all().forEach(history::follow);
        assertThat(history.asked).isEqualTo(new TreeSet<>(history.answers.keySet()));
        return history;
    }

    private void follow(PublishedRelease release) {
        EntityVersion version = release.read(APP, PACKAGE);
        MigrationGraph before = written.history();
        noteQuestions(before, version);
        List<MigrationNode> made = detect(before, version, new AnswersQuestioner(answers));
        MigrationGraph after = made.isEmpty() ? before : written.add(made, PACKAGE + ".migrations");
        assertThat(detect(after, version, AnswersQuestioner.withoutAnswers()))
                .as("%s: makemigrations --check", release)
                .isEmpty();
        steps.add(new Step(version, Target.at(after.leaves(APP).get(0))));
    }

    private void noteQuestions(MigrationGraph history, EntityVersion version) {
        try {
            detect(history, version, AnswersQuestioner.withoutAnswers());
        } catch (OpenQuestionsException e) {
            e.questions().stream().map(OpenQuestion::key).forEach(asked::add);
        }
    }

    private static List<MigrationNode> detect(MigrationGraph history, EntityVersion version, Questioner questioner) {
        return Autodetector.detect(history, version.state(), questioner, version.options())
                .migrations();
    }

    List<Step> steps() {
        return steps;
    }

    /** Returns all migrations, as they are loaded. */
    List<MigrationNode> migrations() {
        return List.copyOf(written.history().allNodes());
    }
}
