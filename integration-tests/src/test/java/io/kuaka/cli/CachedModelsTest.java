package io.kuaka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When commands read the models: a naming strategy of the project notes each time that Hibernate asks it. */
class CachedModelsTest {
    private static final String ID = "@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;\n";
    private static final String NO_CHANGES = "No changes detected\n[exit 0]\n\n";

    @TempDir
    Path folder;

    private Shop shop;

    @BeforeEach
    void makeAProjectWhoseModelsAreAllMigrated() throws IOException {
        shop = Shop.inside(folder);
        shop.entity("people", "Person", "", ID + "String name;");
        Path naming = folder.resolve("src/main/java/shop/Naming.java");
        Files.writeString(naming, """
                package shop;
                import java.nio.file.*;
                public class Naming extends org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl {
                    public Naming() throws java.io.IOException { Files.writeString(Path.of("%s"), "read"); }
                }
                """.formatted(mark()));
        settings("spring.jpa.hibernate.naming.physical-strategy=shop.Naming\n");
        shop.run("makemigrations");
        shop.run("migrate", "-v", "0");
        readsModels("makemigrations");
    }

    @Test
    void nothingIsReadAgainAsLongAsNothingChanges() throws IOException {
        assertThat(readsModels("makemigrations")).isFalse();
        assertThat(readsModels("makemigrations", "--check")).isFalse();
        assertThat(readsModels("makemigrations", "--dry-run", "people")).isFalse();
        assertThat(readsModels("migrate")).isFalse();
        assertThat(shop.transcript()).endsWith("No migrations to apply.\n[exit 0]\n\n");
    }

    @Test
    void migrateFindsOutWhatMakemigrationsBelieves() throws IOException {
        Files.delete(folder.resolve("target/kuaka/models.agreed"));
        assertThat(readsModels("migrate")).isTrue();
        assertThat(readsModels("migrate")).isFalse();
        // Whether a hint is in vain isn't known yet.
        assertThat(readsModels("makemigrations")).isTrue();
        assertThat(readsModels("makemigrations")).isFalse();
    }

    @Test
    void noCacheReadsThemAndKeepsNothing() throws IOException {
        Files.delete(folder.resolve("target/kuaka/models.agreed"));
        assertThat(readsModels("makemigrations", "--no-cache")).isTrue();
        assertThat(folder.resolve("target/kuaka/models.agreed")).doesNotExist();
        assertThat(readsModels("makemigrations", "--no-cache")).isTrue();
        assertThat(shop.transcript()).endsWith(NO_CHANGES);
    }

    @Test
    void aChangedEntityIsFoundAndOneThatIsChangedBackAsWell() throws IOException {
        shop.entity("people", "Person", "", ID + "String name;\nString note;");
        assertThat(readsModels("makemigrations", "--check")).isTrue();
        assertThat(shop.transcript()).contains("Add field note").endsWith("[exit 1]\n\n");
        assertThat(readsModels("migrate")).isTrue();
        assertThat(shop.transcript()).contains("have changes without a migration");

        shop.entity("people", "Person", "", ID + "String name;");
        readsModels("makemigrations", "--check");
        assertThat(shop.transcript()).endsWith(NO_CHANGES);
    }

    @Test
    void otherSettingsAreNoticed() throws IOException {
        settings("spring.jpa.hibernate.naming.physical-strategy=shop.Naming\n"
                + "spring.jpa.properties.hibernate.default_schema=other\n");
        assertThat(readsModels("makemigrations", "--check")).isTrue();
    }

    @Test
    void anUnknownAppIsStillOne() throws IOException {
        assertThat(readsModels("makemigrations", "nobody")).isFalse();
        assertThat(shop.transcript()).contains("nobody").endsWith("[exit 2]\n\n");
    }

    private void settings(String text) throws IOException {
        Files.createDirectories(folder.resolve("target/classes"));
        Files.writeString(folder.resolve("target/classes/application.properties"), text);
    }

    private Path mark() {
        return folder.resolve("read.txt");
    }

    private boolean readsModels(String... arguments) throws IOException {
        Files.deleteIfExists(mark());
        shop.run(arguments);
        return Files.exists(mark());
    }
}
