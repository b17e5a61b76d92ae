package io.kuaka.it.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.Autodetector;
import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.Answers;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.autodetect.question.OpenQuestion;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.autodetect.question.Questioner;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.hibernate.HibernateModelReader;
import io.kuaka.hibernate.discovery.ReaderSettings;
import io.kuaka.it.support.Sources;
import io.kuaka.it.support.WrittenMigrations;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.state.ProjectState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The folder in which the application grows step by step, and its migrations with it. */
public final class EvolutionProject {
    private static List<EvolutionVersion> versions;

    private final Path root;
    private final WrittenMigrations migrations;

    private EvolutionProject(Path root) {
        this.root = root;
        this.migrations = new WrittenMigrations(root);
    }

    /** Returns all versions; they are made once for all databases, for none takes part. */
    public static synchronized List<EvolutionVersion> versions() throws IOException {
        if (versions == null) {
            Path folder = Files.createDirectories(Path.of("target", "evolution"));
            EvolutionProject project = new EvolutionProject(Files.createTempDirectory(folder, "project"));
            List<EvolutionVersion> made = new ArrayList<>();
            for (EvolutionStep step : EvolutionStep.all()) {
                made.add(project.take(step));
            }
            versions = List.copyOf(made);
        }
        return versions;
    }

    private EvolutionVersion take(EvolutionStep step) throws IOException {
        ProjectState entities = readEntities(step);
        MigrationGraph before = migrations.history();
        migrations.compile(write(step, before, entities));
        MigrationGraph history = migrations.history();
        assertThat(detect(history, entities, AnswersQuestioner.withoutAnswers()))
                .as("%s: makemigrations finds nothing more", step)
                .isEmpty();
        return new EvolutionVersion(step, classes(step), history);
    }

    private List<Path> write(EvolutionStep step, MigrationGraph history, ProjectState entities) throws IOException {
        List<Path> written = new ArrayList<>();
        for (Path file : step.byHand()) {
            written.add(writeByHand(file, history));
        }
        if (step.byHand().isEmpty()) {
            for (MigrationNode migration : makeMigrations(step, history, entities)) {
                written.add(
                        migrations.write(migration, packageOf(migration.key().app())));
            }
        }
        return written;
    }

    private static String packageOf(String app) {
        return "org.tuivets." + app + ".migrations";
    }

    private ProjectState readEntities(EvolutionStep step) throws IOException {
        Path sources = root.resolve("entities");
        for (Path changed : step.sources()) {
            Path target = sources.resolve(changed);
            Files.createDirectories(target.getParent());
            Files.copy(step.folder().resolve(changed), target, StandardCopyOption.REPLACE_EXISTING);
        }
        for (String deleted : step.deleted()) {
            Files.delete(sources.resolve(deleted));
        }
        Sources.compile(sources, classes(step), List.of());
        return new HibernateModelReader(ReaderSettings.of(Sources.loader(classes(step)))
                        .withClassNames(Sources.classNames(classes(step))))
                .read();
    }

    private Path classes(EvolutionStep step) {
        return root.resolve("classes-" + step.name());
    }

    private static List<MigrationNode> makeMigrations(
            EvolutionStep step, MigrationGraph history, ProjectState entities) {
        Map<String, String> answers = Answers.parse(step.text("answers.txt"));
        assertThat(questions(history, entities)).as("%s: questions", step).isEqualTo(new TreeSet<>(answers.keySet()));
        return detect(history, entities, new AnswersQuestioner(answers));
    }

    /** Writes the operations of a file into a migration, as a developer does with an empty one. */
    private Path writeByHand(Path file, MigrationGraph history) throws IOException {
        String[] names = file.getFileName().toString().split("\\.");
        MigrationKey previous = history.leaves(names[0]).get(0);
        int number = Integer.parseInt(previous.name().substring(0, 4)) + 1;
        String className = "M%04d_%s".formatted(number, names[1]);
        String source = """
                package %s;

                import io.kuaka.migration.DependsOn;
                import io.kuaka.migration.Migration;
                import io.kuaka.operation.Operation;
                import io.kuaka.operation.RunSql;
                import java.util.List;

                @DependsOn("%s")
                public final class %s implements Migration {
                    @Override
                    public List<Operation> operations() {
                        return List.of(%s);
                    }
                }
                """.formatted(packageOf(names[0]), previous, className, Files.readString(file));
        return migrations.write(packageOf(names[0]).replace('.', '/') + "/" + className + ".java", source);
    }

    /** Returns the questions that makemigrations asks. */
    private static Set<String> questions(MigrationGraph history, ProjectState entities) {
        Set<String> keys = new TreeSet<>();
        try {
            detect(history, entities, AnswersQuestioner.withoutAnswers());
        } catch (OpenQuestionsException e) {
            e.questions().stream().map(OpenQuestion::key).forEach(keys::add);
        }
        return keys;
    }

    private static List<MigrationNode> detect(MigrationGraph history, ProjectState entities, Questioner questioner) {
        return Autodetector.detect(history, entities, questioner, AutodetectOptions.defaults())
                .migrations();
    }
}
