package io.kuaka.cli;

import io.kuaka.command.project.ClassPath;
import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.Settings;
import io.kuaka.hibernate.ApplicationModels;
import io.kuaka.loader.LoadedMigrations;
import io.kuaka.loader.MigrationApp;
import io.kuaka.state.ModelReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The application in the current folder: its apps, its models and its database.
 *
 * <p>Everything is looked up when it is needed, since most commands don't need Hibernate, and some no database.
 */
final class Application {
    private final ApplicationModels models;
    private final Settings settings;
    private final Project project;

    private Application(ApplicationModels models, Settings settings, Project project) {
        this.models = models;
        this.settings = settings;
        this.project = project;
    }

    static Application open(CliContext surroundings, Options options) {
        ClassLoader classLoader = surroundings.classLoader();
        Settings own = Settings.read(classLoader, surroundings.folder(), Map.of(), surroundings.environment());
        Project migrations = Project.load(classLoader, surroundings.roots(), List.of());
        ApplicationModels models = ApplicationModels.of(
                classLoader,
                rootsWithEntities(migrations),
                own.get("persistence-unit").orElse(null));
        Settings settings = withOptions(
                Settings.read(classLoader, surroundings.folder(), models.unitSettings(), surroundings.environment()),
                surroundings,
                options);
        return new Application(models, settings, withNewApps(migrations, models));
    }

    /** The project's own classes, and those of libraries that bring a history. */
    private static List<Path> rootsWithEntities(Project project) {
        List<Path> roots = new ArrayList<>(ClassPath.folders(project.roots()));
        project.loaded().apps().stream()
                .flatMap(app -> app.origin().stream())
                .filter(origin -> !roots.contains(origin) && Files.isRegularFile(origin))
                .distinct()
                .forEach(roots::add);
        return roots;
    }

    /** A package with entities that belongs to no app yet is one. */
    private static Project withNewApps(Project project, ApplicationModels models) {
        LoadedMigrations loaded = project.loaded();
        List<String> packages = new ArrayList<>(
                models.packagesWithoutApp(name -> loaded.appOf(name).isPresent()));
        return packages.isEmpty() ? project : project.withApps(packages);
    }

    private static Settings withOptions(Settings settings, CliContext surroundings, Options options) {
        Settings all = settings;
        all = with(all, "url", options.url());
        all = with(all, "user", options.user());
        String password = options.password();
        if (password != null && password.isEmpty()) {
            password = surroundings.terminal().askSecret("Password: ").orElse("");
        }
        return with(all, "password", password);
    }

    private static Settings with(Settings settings, String name, @Nullable String value) {
        return value == null ? settings : settings.with(name, value);
    }

    Project project() {
        return project;
    }

    Settings settings() {
        return settings;
    }

    /** Says at which database the command works, and who named it. */
    void mentionDatabase(Console screen) {
        settings.database()
                .ifPresent(database -> screen.more("Database: " + database.place() + " (from "
                        + settings.originOfDatabase().orElse("nowhere") + ")"));
    }

    /** Returns what connects to the database; which one it is matters only then. */
    ConnectionSource database() {
        return () -> settings.requireDatabase().connect();
    }

    /** Returns what connects to the other databases that the settings name. */
    Map<String, ConnectionSource> environments() {
        Map<String, ConnectionSource> environments = new TreeMap<>();
        settings.environments()
                .forEach((name, database) -> environments.put("environment \"" + name + "\"", database::connect));
        return environments;
    }

    ModelReader models() {
        Map<String, String> packages = new TreeMap<>();
        for (MigrationApp app : project.loaded().apps()) {
            packages.put(app.label(), app.packageName());
        }
        return models.reader(packages, settings.get("default-app").orElse(null), settings.ofHibernate());
    }
}
