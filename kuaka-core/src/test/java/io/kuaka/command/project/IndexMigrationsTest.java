package io.kuaka.command.project;

import static io.kuaka.command.project.MigrationVariants.migration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.command.IndexMigrations;
import io.kuaka.command.NothingToIndexException;
import io.kuaka.command.project.MigrationVariants.Watched;
import io.kuaka.loader.MigrationClassFailedException;
import io.kuaka.loader.MigrationList;
import io.kuaka.loader.MigrationLoader;
import io.kuaka.loader.index.MigrationIndex;
import io.kuaka.migration.MigrationNode;
import io.kuaka.recorder.OperationChecksum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexMigrationsTest {
    private static final String FIRST = "M0001_initial";
    private static final String SECOND = "M0002_more";
    private static final String CONFIGURATION = "META-INF/native-image/io.kuaka/migrations/";

    @TempDir
    Path folder;

    private Path classes;
    private Path library;

    @BeforeEach
    void compile() throws IOException {
        MigrationVariants variants = new MigrationVariants(folder.resolve("variants"));
        variants.compile(
                "a",
                migration(FIRST, "", "new DeleteModel(\"A\")"),
                migration(SECOND, "@DependsOn(\"catalog.0001_initial\")", "new DeleteModel(\"B\")"));
        variants.compile("b", migration(SECOND, "", "new DeleteModel(\"C\")"));
        variants.compile("broken", migration(SECOND, "", "new DeleteModel(List.of(\"X\").get(1))"));
        classes = Files.createDirectories(folder.resolve("classes"));
        variants.put("a", SECOND, classes);
        Path packed = Files.createDirectories(folder.resolve("packed"));
        variants.put("a", FIRST, packed);
        library = MigrationVariants.jar(folder.resolve("library.jar"), packed);
    }

    @Test
    void aStartAfterwardsLoadsNoClass() {
        IndexMigrations.Result result = index();
        assertThat(result.migrations()).isEqualTo(2);
        assertThat(result.files())
                .extracting(file -> classes.relativize(file).toString())
                .containsExactly(
                        MigrationList.RESOURCE,
                        MigrationIndex.RESOURCE,
                        CONFIGURATION + "reflect-config.json",
                        CONFIGURATION + "resource-config.json");

        Watched start = new Watched(roots());
        assertThat(checksums(start, roots()))
                .isEqualTo(List.of(checksum("new DeleteModel(\"A\")"), checksum("new DeleteModel(\"B\")")))
                .hasSize(2);
        assertThat(start.asked()).isEmpty();
    }

    @Test
    void whatHasNotChangedIsNotWritten() throws IOException {
        index();
        assertThat(index().files()).isEmpty();

        variants().put("b", SECOND, classes);
        assertThat(index().files()).containsExactly(classes.resolve(MigrationIndex.RESOURCE));
        assertThat(checksums(new Watched(roots()), roots())).contains(checksum("new DeleteModel(\"C\")"));
    }

    /** A class that was compiled after the index is loaded, and a migration that isn't in it is found. */
    @Test
    void anIndexThatIsOutOfDateHidesNothing() throws IOException {
        MigrationVariants.remove(SECOND, classes);
        index();
        variants().put("b", SECOND, classes);

        Watched start = new Watched(roots());
        assertThat(checksums(start, roots())).hasSize(2).contains(checksum("new DeleteModel(\"C\")"));
        assertThat(start.asked()).containsExactly(SECOND);
    }

    @Test
    void aNativeImageHasTheMigrationsOfLibrariesAsWell() throws IOException {
        index();
        List<MigrationNode> listed =
                MigrationLoader.load(new Watched(roots()), List.of(), List.of()).migrations();
        assertThat(listed)
                .extracting(node -> node.key().toString())
                .containsExactly("catalog.0001_initial", "catalog.0002_more");

        assertThat(classes.resolve(CONFIGURATION + "reflect-config.json")).hasContent("""
                        [
                          {"name": "shop.catalog.migrations.M0001_initial", "allPublicConstructors": true},
                          {"name": "shop.catalog.migrations.M0002_more", "allPublicConstructors": true}
                        ]
                        """);
        assertThat(classes.resolve(CONFIGURATION + "resource-config.json"))
                .hasContent(
                        "{\"resources\": {\"includes\": [{\"pattern\": \"\\\\QMETA-INF/kuaka/migrations\\\\E\"}]}}");
    }

    @Test
    void aMigrationThatFailsIsNamed() throws IOException {
        variants().put("broken", SECOND, classes);
        assertThatThrownBy(this::index)
                .isInstanceOf(MigrationClassFailedException.class)
                .hasMessageContaining("catalog.0002_more");
        assertThat(classes.resolve("META-INF")).doesNotExist();
    }

    /** The files said that there are none, which a native image would have believed. */
    @Test
    void nothingIsWrittenOfNoMigrations() throws IOException {
        MigrationVariants.remove(SECOND, classes);
        Files.delete(library);
        assertThatThrownBy(this::index)
                .isInstanceOf(NothingToIndexException.class)
                .hasMessageContaining("makemigrations");
        assertThat(classes.resolve("META-INF")).doesNotExist();
    }

    private MigrationVariants variants() {
        return new MigrationVariants(folder.resolve("variants"));
    }

    private List<Path> roots() {
        return List.of(classes, library);
    }

    private IndexMigrations.Result index() {
        Project project = MigrationCache.none().load(new Watched(roots()), roots(), SourceLayout.none());
        return new IndexMigrations(project).run(new IndexMigrations.Options(classes));
    }

    private String checksum(String operation) {
        try {
            Path alone = Files.createDirectories(folder.resolve("alone"));
            variants().compile("alone", migration(FIRST, "", operation));
            variants().put("alone", FIRST, alone);
            return checksums(new Watched(List.of(alone)), List.of(alone)).get(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> checksums(Watched loader, List<Path> roots) {
        return MigrationCache.none().load(loader, roots, SourceLayout.none()).loaded().migrations().stream()
                .map(node -> OperationChecksum.of(node).text())
                .toList();
    }
}
