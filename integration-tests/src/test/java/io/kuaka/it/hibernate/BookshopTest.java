package io.kuaka.it.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.command.MakeMigrations;
import io.kuaka.command.Migrate;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.it.support.BookshopProject;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.ReadSchema;
import io.kuaka.it.support.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The main job on the bookshop: from entities without a history to tables that Hibernate is content with, and back. */
class BookshopTest {
    private static BookshopProject project;
    private static MakeMigrations.Result made;

    @BeforeAll
    static void makeMigrations() throws IOException {
        project = BookshopProject.withoutHistory();
        made = project.makeMigrations(MakeMigrations.Options.all());
        project.compile();
    }

    @Test
    void makesMigrationsForEachApp() {
        assertThat(made.migrations())
                .extracting(migration -> migration.migration().key().toString())
                .containsExactly(
                        "catalog.0001_initial", "orders.0001_initial", "users.0001_initial", "users.0002_initial");
    }

    @Test
    void findsNoChangesOnceTheMigrationsAreCompiled() {
        assertThat(project.makeMigrations(MakeMigrations.Options.all()).nothingChanged())
                .isTrue();
    }

    @Test
    void makesTheMigrationsThatAreCommitted() throws IOException {
        assertThat(project.migrations()).isEqualTo(BookshopProject.committedMigrations());
    }

    @ParameterizedTest
    @EnumSource
    void satisfiesHibernateAndLeavesNothingBehind(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        assertThat(project.migrate(database, Migrate.Options.all())).hasSize(4);
        hibernate(database, "validate");

        for (String app : List.of("orders", "users", "catalog")) {
            project.migrate(database, new Migrate.Options(app, Migrate.ZERO, false));
        }
        assertThat(ReadSchema.of(database).isEmpty()).isTrue();

        assertThat(project.migrate(database, Migrate.Options.all())).hasSize(4);
        hibernate(database, "validate");
        assertThat(project.migrate(database, Migrate.Options.all())).isEmpty();
    }

    @Test
    void makesTheTablesThatHibernateWouldMakeOnPostgresql() throws SQLException {
        TestDatabase ours = Engine.POSTGRESQL.fresh();
        TestDatabase theirs = Engine.POSTGRESQL.fresh();
        project.migrate(ours, Migrate.Options.all());
        hibernate(theirs, "create-only");

        List<SchemaDifference> differences = ReadSchema.of(ours).differences(ReadSchema.of(theirs));
        assertThat(MappingDifference.unexplained(Engine.POSTGRESQL, differences))
                .isEmpty();
    }

    private static void hibernate(TestDatabase database, String action) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader loader = project.loader();
        thread.setContextClassLoader(loader);
        try {
            Configuration configuration = new Configuration()
                    .setProperty("hibernate.connection.url", database.url())
                    .setProperty("hibernate.connection.username", database.user())
                    .setProperty("hibernate.connection.password", database.password())
                    .setProperty("hibernate.hbm2ddl.auto", action)
                    .setProperty("hibernate.query.mutation_strategy.persistent.create_tables", "false");
            for (String name : project.entityNames()) {
                configuration.addAnnotatedClass(Class.forName(name, false, loader));
            }
            try (SessionFactory factory = configuration.buildSessionFactory()) {
                assertThat(factory.isOpen()).isTrue();
            }
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
