package io.kuaka.it.support;

import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.command.CheckModels;
import io.kuaka.command.Drift;
import io.kuaka.command.MakeMigrations;
import io.kuaka.command.Migrate;
import io.kuaka.command.adopt.Adopt;
import io.kuaka.command.adopt.ChangeLog;
import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.FeasibilityCheck;
import io.kuaka.command.project.NewMigration;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceFolders;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.loader.LoadedMigrations;
import io.kuaka.loader.MigrationApp;
import io.kuaka.migration.MigrationNode;
import io.kuaka.state.ModelReader;
import io.kuaka.state.ProjectState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A project without migrations whose entities are those of a state, beside a database that has tables. */
public final class AdoptionRun {
    private final TestDatabase database;
    private final ProjectState models;
    private final Map<String, String> answers;
    private ChangeLog changeLog = ChangeLog.unreadable(ChangeLog.Tables.STANDARD, "this test has none");
    private Project project;

    /**
     * Makes the project.
     *
     * @param folder an empty folder
     */
    public AdoptionRun(TestDatabase database, ProjectState models, Map<String, String> answers, Path folder)
            throws IOException {
        this.database = database;
        this.models = models;
        this.answers = answers;
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<MigrationApp> apps = models.models().keySet().stream()
                .map(key -> key.app())
                .distinct()
                .map(app -> new MigrationApp(app, "com.example." + app, Optional.of(classes)))
                .toList();
        this.project = new Project(
                AdoptionRun.class.getClassLoader(),
                List.of(classes),
                any -> Optional.of(new SourceFolders(folder.resolve("main"), folder.resolve("test"))),
                new LoadedMigrations(apps, List.of()));
    }

    private Adopt command() {
        return command(database::connect);
    }

    /** Returns the command on connections of another kind. */
    public Adopt command(ConnectionSource source) {
        return new Adopt(
                project,
                source,
                () -> models,
                new AnswersQuestioner(answers),
                FeasibilityCheck.on(Optional.empty()),
                changeLog,
                Clock.systemUTC());
    }

    /** Returns this project with a change log. */
    public AdoptionRun with(ChangeLog other) {
        changeLog = other;
        return this;
    }

    /** Looks at the database and writes nothing. */
    public Adopt.Prepared look() {
        return command().prepare(new Adopt.Options(new TreeSet<>(), false, false, false, true));
    }

    /** Adopts the database; the migrations that fix it become part of the project. */
    public Adopt.Prepared adopt(boolean fix, boolean keep) {
        return adopt(new Adopt.Options(new TreeSet<>(), fix, keep, false, false));
    }

    /** Adopts the database; the old scripts are the first migrations. */
    public Adopt.Prepared adoptWithScripts() {
        return adopt(new Adopt.Options(new TreeSet<>(), false, false, true, false));
    }

    /** Looks at what the adoption with the old scripts would write. */
    public Adopt.Prepared lookAtScripts() {
        return command().prepare(new Adopt.Options(new TreeSet<>(), false, false, true, true));
    }

    /** Adopts one app; the old scripts are the first migrations. */
    public Adopt.Prepared adoptWithScripts(String app) {
        return adopt(new Adopt.Options(new TreeSet<>(List.of(app)), false, false, true, false));
    }

    /** Adopts one app. */
    public Adopt.Prepared adopt(String app) {
        return adopt(new Adopt.Options(new TreeSet<>(List.of(app)), false, false, false, false));
    }

    private Adopt.Prepared adopt(Adopt.Options options) {
        Adopt command = command();
        Adopt.Prepared prepared = command.prepare(options);
        command.run(prepared);
        add(prepared.migrations().stream().map(NewMigration::migration).toList());
        return prepared;
    }

    /** Makes the migrations to other entities. */
    public List<MigrationNode> make(ProjectState changed) {
        return make(() -> changed);
    }

    /** Makes the migrations to what a reader finds. */
    public List<MigrationNode> make(ModelReader reader) {
        MakeMigrations command = new MakeMigrations(
                project,
                reader,
                new AnswersQuestioner(answers),
                FeasibilityCheck.on(Optional.empty()),
                Clock.systemUTC());
        List<MigrationNode> made = command.run(MakeMigrations.Options.all()).migrations().stream()
                .map(NewMigration::migration)
                .toList();
        add(made);
        return made;
    }

    private void add(List<MigrationNode> migrations) {
        project = project.withMigrations(migrations);
    }

    /** Returns the same project beside another database. */
    public AdoptionRun on(TestDatabase other, Path folder) throws IOException {
        AdoptionRun run = new AdoptionRun(other, models, answers, folder);
        run.project = project;
        return run;
    }

    /** Returns the project with its migrations. */
    public Project project() {
        return project;
    }

    /** Runs the migrations up to one of them, or all for null. */
    public List<String> migrate(Migrate.Options options) {
        Migrate migrate = new Migrate(project, database::connect);
        return migrate.run(migrate.prepare(options)).names();
    }

    /** Returns in what the database differs from its history, each in words. */
    public List<String> drift() {
        return new Drift(project, database::connect)
                .run(Drift.Options.all()).differences().stream()
                        .map(SchemaDifference::describe)
                        .toList();
    }

    /** Returns the tables that no migration knows. */
    public List<String> unknown() {
        return new Drift(project, database::connect)
                .run(Drift.Options.all()).unknown().stream()
                        .map(SchemaDifference::path)
                        .toList();
    }

    /** Returns whether the entities ask for no migration. */
    public boolean modelsAreUnchanged() {
        return new CheckModels(project, () -> models)
                .run(CheckModels.Options.all())
                .nothingChanged();
    }

    /** Changes the database beside its history, on one connection. */
    public void execute(String... sql) throws SQLException {
        database.execute(sql);
    }

    /** Returns the first column of what a query finds. */
    public List<String> query(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** Returns the names of differences in the form {@code path aspect}. */
    public static Stream<String> named(List<SchemaDifference> differences) {
        return differences.stream().map(each -> each.path() + (each.aspect().isEmpty() ? "" : " " + each.aspect()));
    }
}
