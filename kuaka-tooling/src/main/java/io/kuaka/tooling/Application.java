package io.kuaka.tooling;

import io.kuaka.command.AcceptedDrift;
import io.kuaka.command.adopt.ChangeLog;
import io.kuaka.command.project.ClassPath;
import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.MigrationCache;
import io.kuaka.command.project.NoConnectionException;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceFiles;
import io.kuaka.command.squash.VerifySquash;
import io.kuaka.command.trial.RoundTrip;
import io.kuaka.hibernate.ApplicationModels;
import io.kuaka.hibernate.discovery.TableOwnership;
import io.kuaka.hibernate.discovery.UndecidedUnitException;
import io.kuaka.hibernate.discovery.UnreadableUnitsException;
import io.kuaka.loader.MigrationApp;
import io.kuaka.schema.Dialect;
import io.kuaka.state.ModelReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The application of a workspace: its apps, models and databases, in the form that commands need.
 *
 * <p>Opening it reads settings and finds migrations and entities. Hibernate starts when the models are read, and a
 * connection is opened when a command needs one.
 */
public final class Application {
    private final Workspace workspace;
    private final Project project;
    private final SortedSet<String> newPackages;
    private final ApplicationModels models;
    private final Settings settings;
    private final MigrationCache cache;
    private final String classPath;

    private Application(
            Workspace workspace,
            Project project,
            SortedSet<String> newPackages,
            ApplicationModels models,
            Settings settings,
            MigrationCache cache,
            String classPath) {
        this.workspace = workspace;
        this.project = project;
        this.newPackages = newPackages;
        this.models = models;
        this.settings = settings;
        this.cache = cache;
        this.classPath = classPath;
    }

    /**
     * Opens the application of a workspace.
     *
     * @throws io.kuaka.base.MigrationException if settings, migrations or class files are broken
     */
    public static Application open(Workspace workspace) {
        String classPath = workspace.cache().isEmpty() ? "" : ContentFingerprint.of(workspace.roots());
        Settings settings = Settings.read(workspace);
        MigrationCache cache = workspace.cache().map(MigrationCache::in).orElseGet(MigrationCache::none);
        Project migrations = cache.load(workspace.classLoader(), workspace.roots(), workspace.layout());
        ApplicationModels models = ApplicationModels.of(
                workspace.classLoader(),
                rootsWithEntities(migrations),
                settings.get("persistence-unit").orElse(null));
        // A package with entities that belongs to no app becomes one.
        SortedSet<String> packages = models.packagesWithoutApp(
                name -> migrations.loaded().appOf(name).isPresent());
        return new Application(
                workspace,
                packages.isEmpty() ? migrations : migrations.withApps(packages),
                packages,
                models,
                withUnit(settings, models),
                cache,
                classPath);
    }

    /** An ambiguous unit matters only to commands that read the models or find no other database. */
    private static Settings withUnit(Settings settings, ApplicationModels models) {
        try {
            return settings.withFallback(models.unitSettings(), "persistence.xml");
        } catch (UnreadableUnitsException | UndecidedUnitException e) {
            return settings.withUnknownFallback(e);
        }
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

    /**
     * Returns this application with one of Kuaka's settings overridden.
     *
     * @param origin where the value comes from, as in {@code --url}
     */
    public Application with(String name, String value, String origin) {
        return new Application(
                workspace, project, newPackages, models, settings.with(name, value, origin), cache, classPath);
    }

    /** Returns the apps that the project's first migrations would create, if they are so many that they may be one. */
    public Optional<NewApps> newApps() {
        return project.loaded().migrations().isEmpty() ? NewApps.of(newPackages) : Optional.empty();
    }

    /**
     * Makes several packages one app, by a {@code package-info.java} in the package above them.
     *
     * @throws io.kuaka.base.MigrationException if there is such a file already
     */
    public Application asOneApp(NewApps apps, String label) {
        Project joined = project.withOneApp(label, apps.upperPackage(), apps.packages());
        SourceFiles.createPackageInfo(joined, label);
        return new Application(workspace, joined, new TreeSet<>(), models, settings, cache, classPath);
    }

    /** Returns the project's format command for new files, if it has one. */
    public Optional<FormatCommand> formatCommand() {
        return settings.get("format-command").map(command -> new FormatCommand(workspace.folder(), command));
    }

    /**
     * Returns in what the database may differ from its history for a time.
     *
     * @throws io.kuaka.command.UnusableDriftRuleException when a rule doesn't say what, until when and why
     */
    public List<AcceptedDrift> acceptedDrift() {
        return settings.get(AcceptedDrift.SETTING).map(AcceptedDrift::read).orElse(List.of());
    }

    /** Returns the apps and their migrations. */
    public Project project() {
        return project;
    }

    /**
     * Returns the apps and their migrations as they are on the chosen database.
     *
     * @throws io.kuaka.routing.UnusableRouterException if the project has a router that can't be loaded
     */
    public Project placed() {
        return project.on(settings.alias());
    }

    /** Returns the settings. */
    public Settings settings() {
        return settings;
    }

    /**
     * Returns the reader of the models.
     *
     * @throws UnknownDefaultAppException if the default app doesn't exist
     */
    public ModelReader models() {
        Map<String, String> packages = new TreeMap<>();
        for (MigrationApp app : project.loaded().apps()) {
            packages.put(app.label(), app.packageName());
        }
        String defaultApp = settings.get("default-app").orElse(null);
        if (defaultApp != null && !packages.containsKey(defaultApp)) {
            throw new UnknownDefaultAppException(defaultApp, packages.keySet());
        }
        return models.reader(
                packages,
                new TableOwnership(defaultApp, settings.list(Settings.OWN + "unmanaged-tables")),
                settings.ofHibernate());
    }

    /**
     * Returns whether models and migrations are known to have no difference, without reading the models.
     *
     * @param settled whether it must also be known that no hint in the code is in vain
     */
    public boolean agrees(boolean settled) {
        ModelAgreement.Known least = settled ? ModelAgreement.Known.SETTLED : ModelAgreement.Known.EQUAL;
        return agreement().known().compareTo(least) >= 0;
    }

    /**
     * Keeps for later runs that models and migrations have no difference.
     *
     * @param settled whether no hint in the code is in vain either
     */
    public void keepAgreement(boolean settled) {
        // A class may have been compiled again while this run read the old one.
        if (workspace.cache().isPresent() && classPath.equals(ContentFingerprint.of(workspace.roots()))) {
            agreement().keep(settled ? ModelAgreement.Known.SETTLED : ModelAgreement.Known.EQUAL);
        }
    }

    private ModelAgreement agreement() {
        Map<String, String> relevant = new TreeMap<>(settings.ofHibernate());
        for (String name : List.of("default-app", "persistence-unit", "unmanaged-tables")) {
            settings.get(name).ifPresent(value -> relevant.put("kuaka." + name, value));
        }
        return ModelAgreement.of(workspace.cache(), classPath, relevant);
    }

    /** Keeps for later runs what this one has found out about the migrations. */
    public void keepFindings() {
        cache.save();
    }

    /**
     * Returns the change log of the project, if it uses Liquibase.
     *
     * @throws io.kuaka.tooling.config.UnreadableSettingsException if its {@code liquibase.properties} are broken
     */
    public ChangeLog changeLog() {
        return LiquibaseSettings.changeLog(settings, workspace);
    }

    /** Returns the connection source of the database; it fails on use if none is configured. */
    public ConnectionSource database() {
        return database(settings);
    }

    private static ConnectionSource database(Settings chosen) {
        ConnectionSource database = () -> {
            requireKnownVariables(chosen);
            return chosen.requireDatabase().open();
        };
        return inItsTables(database, chosen);
    }

    /**
     * Makes sure that no variable is one of Kuaka's settings but for a slip of the pen: without it, the command would run on
     * another database, or with another history.
     */
    private static void requireKnownVariables(Settings chosen) {
        for (UsedSetting each : chosen.used()) {
            each.meant().ifPresent(meant -> {
                throw new UnknownSettingException(each, meant);
            });
        }
    }

    /** Returns a database with its history in the tables that the settings name, as in all databases of the project. */
    public ConnectionSource inItsTables(ConnectionSource database) {
        return inItsTables(database, settings);
    }

    private static ConnectionSource inItsTables(ConnectionSource database, Settings chosen) {
        return database.withHistoryIn(
                chosen.ofDatabase("schema").orElse(null),
                chosen.ofDatabase("table").orElse(null));
    }

    /**
     * Returns the connection sources of the other databases in the settings, and of the environments, by name. One whose
     * settings lack a value can't be reached.
     */
    public Map<String, ConnectionSource> environments() {
        Map<String, ConnectionSource> environments = new TreeMap<>();
        settings.aliases().stream()
                .filter(alias -> !alias.equals(settings.alias()))
                .map(settings::at)
                .filter(Settings::namesDatabase)
                .forEach(other -> environments.put(
                        "database \"" + other.alias() + "\"",
                        reachable(() -> inItsTables(other.requireDatabase(), other))));
        settings.environments()
                .forEach(name -> environments.put(
                        "environment \"" + name + "\"", reachable(() -> inItsTables(settings.environment(name)))));
        return environments;
    }

    /** The settings of production often have a password that only production knows. */
    private static ConnectionSource reachable(Supplier<ConnectionSource> configured) {
        return ConnectionSource.lazily(() -> {
            try {
                return configured.get();
            } catch (UnresolvedSettingException e) {
                throw new NoConnectionException(e);
            }
        });
    }

    /** Returns the connection sources of the database and of the environments, by name; the database comes first. */
    public Map<String, ConnectionSource> databases() {
        Map<String, ConnectionSource> databases = new LinkedHashMap<>();
        databases.put("this database", database());
        databases.putAll(environments());
        return databases;
    }

    /**
     * Returns the command that runs migrations forward, back and forward again: in memory, in a database of the
     * configured kind if possible, or in the database of a URL.
     *
     * @param url the URL of an empty database, which may contain placeholders; null for an in-memory database
     */
    public RoundTrip roundTrip(@Nullable String url) {
        return url == null
                ? RoundTrip.inMemory(placed(), configuredKind())
                : RoundTrip.at(placed(), settings.databaseAt("verify-url", url));
    }

    /** Returns the name of the configured database's dialect, as in {@code postgresql}; empty if none is configured. */
    public String configuredKind() {
        return settings.dialect().map(Dialect::name).orElse("");
    }

    /**
     * Returns the command that verifies squashes: in memory, in a database of the configured kind if possible, or in
     * the database of a URL.
     *
     * @param url the URL of an empty database, which may contain placeholders; null for an in-memory database
     */
    public VerifySquash verifySquash(@Nullable String url) {
        return url == null
                ? VerifySquash.inMemory(configuredKind())
                : VerifySquash.at(settings.databaseAt("verify-url", url));
    }
}
