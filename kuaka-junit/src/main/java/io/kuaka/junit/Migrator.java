package io.kuaka.junit;

import io.kuaka.command.Migrate;
import io.kuaka.command.project.DatabaseFailedException;
import io.kuaka.command.project.History;
import io.kuaka.data.Model;
import io.kuaka.data.Models;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.migration.MigrationKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes a database over the migration that is tested and back, and gives the models as they are at each point.
 *
 * <p>{@link MigrationTest} makes one for each test. Where the database comes from elsewhere, such as a bean, use
 * {@link #on}; that database must have no history yet, and keeps what the test made. Not thread-safe.
 */
public final class Migrator implements AutoCloseable {
    private final TestProject project;
    private final DataSource database;
    private final String app;
    private final String from;
    private final String to;
    private @Nullable Models models;

    private Migrator(TestProject project, DataSource database, String app, String from, String to) {
        this.project = project;
        this.database = database;
        this.app = app;
        this.from = from.isEmpty() ? before(project, app, to) : from;
        this.to = to;
    }

    /**
     * Makes one for an empty database, and migrates the database to where the test begins.
     *
     * @param from the migration to begin with, or the start of its name, or {@code zero}; empty for the one before
     *     {@code to}
     * @param to the migration to test, or the start of its name
     * @throws io.kuaka.base.MigrationException if there are no such migrations, or they can't be applied
     */
    public static Migrator on(DataSource database, String app, String from, String to) {
        Migrator migrator = new Migrator(TestProject.present(), database, app, from, to);
        migrator.requireEmpty();
        migrator.rollback();
        return migrator;
    }

    private static String before(TestProject project, String app, String to) {
        project.project().requireApps(Set.of(app));
        MigrationGraph graph = project.project().graph(Set.of());
        return graph.parents(graph.find(app, to)).stream()
                .filter(parent -> parent.app().equals(app))
                .findFirst()
                .map(MigrationKey::name)
                .orElse(Migrate.ZERO);
    }

    private void requireEmpty() {
        Set<MigrationKey> applied =
                History.read(project.project(), project.source(database)).applied();
        if (!applied.isEmpty()) {
            throw new UsedDatabaseException(applied);
        }
    }

    /** Applies the migration that is tested, and those before it. */
    public void migrate() {
        migrate(app, to);
    }

    /** Goes back to where the test began. */
    public void rollback() {
        migrate(app, from);
    }

    /** Migrates an app to any other migration, or to {@code zero}. */
    public void migrate(String otherApp, String name) {
        closeModels();
        project.migrate(database, new Migrate.Options(otherApp, name, false));
    }

    /** Returns a model of the app, or {@code users.Tenant} of another one, as it is at this point of history. */
    public Model model(String name) {
        return models().get(name);
    }

    /**
     * Returns all models as they are at this point of history. They are of no use any more after the next migration.
     * Each change is committed at once.
     */
    public Models models() {
        if (models == null) {
            models = open();
        }
        return models;
    }

    private Models open() {
        try {
            Connection connection = database.getConnection();
            try {
                History history = History.read(project.project(), project.source(database), connection);
                return Models.on(
                        connection,
                        app,
                        history.graph().states().of(history.graph().applied()));
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseFailedException(e);
        }
    }

    /** Returns the database, for what models can't show. */
    public DataSource dataSource() {
        return database;
    }

    private void closeModels() {
        if (models != null) {
            Connection connection = models.connection();
            models.close();
            models = null;
            try {
                connection.close();
            } catch (SQLException e) {
                throw new DatabaseFailedException(e);
            }
        }
    }

    /** Closes the connection; the database stays as it is. */
    @Override
    public void close() {
        closeModels();
    }
}
