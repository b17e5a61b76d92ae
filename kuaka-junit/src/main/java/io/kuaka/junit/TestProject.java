package io.kuaka.junit;

import io.kuaka.command.Migrate;
import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.Project;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.junit.database.TestDatabase;
import io.kuaka.junit.database.TestServer;
import io.kuaka.tooling.Application;
import io.kuaka.tooling.Workspace;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** The project whose tests run, as the test's class loader sees it. It is looked through once. */
final class TestProject {
    private static final Map<ClassLoader, TestProject> BY_LOADER = new ConcurrentHashMap<>();

    private final Application application;
    private final Map<Place, TestDatabase> migrated = new ConcurrentHashMap<>();

    /** Where an annotation wants a database. */
    record Place(String url, String user, String password) {
        static final Place EMBEDDED = new Place("", "", "");
    }

    private TestProject(ClassLoader classLoader) {
        this.application = Application.open(Workspace.current(classLoader));
    }

    static TestProject present() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return BY_LOADER.computeIfAbsent(
                Objects.requireNonNullElse(context, TestProject.class.getClassLoader()), TestProject::new);
    }

    Application application() {
        return application;
    }

    Project project() {
        return application.placed();
    }

    /** Returns the databases of a place. */
    TestServer server(Place place) {
        if (place.url().isEmpty()) {
            return TestServer.embedded(application.configuredKind());
        }
        return TestServer.at(resolved(place.url()), resolved(place.user()), resolved(place.password()));
    }

    private String resolved(String text) {
        return application.settings().resolve("a test's annotation", text);
    }

    /** Returns a copy of a database with all migrations, which is made once. */
    TestDatabase migrated(Place place) {
        TestDatabase original = migrated.computeIfAbsent(place, this::migrate);
        return original.server().copy(original);
    }

    private TestDatabase migrate(Place place) {
        TestDatabase database = server(place).fresh();
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        migrate(database.dataSource(), Migrate.Options.all());
        return database;
    }

    void migrate(DataSource database, Migrate.Options options) {
        Migrate migrate = new Migrate(project(), source(database));
        migrate.run(migrate.prepare(options), MigrationListener.silent());
    }

    /** The history is in the table that the settings name, as it is everywhere else. */
    ConnectionSource source(DataSource database) {
        return application.inItsTables(database::getConnection);
    }
}
