package io.kuaka.it.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.annotations.Unmanaged;
import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.command.Migrate;
import io.kuaka.hibernate.HibernateModelReader;
import io.kuaka.hibernate.discovery.AppPackage;
import io.kuaka.hibernate.discovery.ReaderSettings;
import io.kuaka.hibernate.discovery.TableOwnership;
import io.kuaka.it.support.AdoptionRun;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.operation.SeparateDatabaseAndState;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.TableGenerator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Entities with migrations whose tables another tool manages from now on: what they need to get ids was dropped. */
class UnmanagedEntitiesTest {
    @Entity(name = "Reader")
    static class Reader {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        long id;
    }

    @Entity(name = "Ticket")
    static class Ticket {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "tickets")
        @TableGenerator(name = "tickets", table = "numbers")
        long id;
    }

    static class Left {
        @Unmanaged
        @Entity(name = "Reader")
        static class Reader {
            @Id
            @GeneratedValue(strategy = GenerationType.SEQUENCE)
            long id;
        }
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void whatIsLeftToOthersStaysWithAllThatItsIdsComeFrom(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        HibernateModelReader managed = reader(List.of(), Reader.class, Ticket.class);
        HibernateModelReader left = reader(List.of("TICK*"), Left.Reader.class, Ticket.class);
        EntityVersion version = new EntityVersion(
                "", List.of(Reader.class, Ticket.class), managed.read(), AutodetectOptions.defaults());
        AdoptionRun run = new AdoptionRun(database, version.state(), Map.of(), folder);
        run.make(managed);
        run.migrate(Migrate.Options.all());

        try (SessionFactory hibernate = version.boot(database)) {
            NewRows.insert(hibernate, version.entities(), 0);
            assertThat(run.make(left)).singleElement().satisfies(migration -> assertThat(
                            migration.operations().get())
                    .hasSize(4)
                    .hasOnlyElementsOfType(SeparateDatabaseAndState.class));
            assertThat(run.make(left)).isEmpty();
            run.migrate(Migrate.Options.all());
            NewRows.insert(hibernate, version.entities(), 100);
        }
        // Another run of the application takes its next numbers from the database.
        run.migrate(new Migrate.Options("shop", "0001_initial", false));
        try (SessionFactory hibernate = version.boot(database)) {
            NewRows.insert(hibernate, version.entities(), 200);
        }
        assertThat(run.query("select count(*) from Reader union all select count(*) from Ticket"))
                .containsExactly("9", "9");
    }

    private static HibernateModelReader reader(List<String> unmanaged, Class<?> first, Class<?> second) {
        return new HibernateModelReader(ReaderSettings.of(first, second)
                .withOwnership(new TableOwnership("shop", unmanaged))
                .withApps(new AppPackage("shop", UnmanagedEntitiesTest.class.getPackageName())));
    }
}
