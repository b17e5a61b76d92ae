package io.kuaka.tooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.command.project.SourceFolders;
import io.kuaka.command.project.SourceLayout;
import io.kuaka.tooling.sources.UnusableSourcesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedSourcesTest {
    @TempDir
    private Path folder;

    private Path shop = Path.of("");
    private Path model = Path.of("");

    @BeforeEach
    void makeProject() throws IOException {
        shop = Files.createDirectories(folder.resolve("build/classes/java/main"));
        model = Files.createDirectories(folder.resolve("out/model"));
        Files.createDirectories(folder.resolve("src"));
    }

    @Test
    void oneFolderHasTheSourcesOfAllClasses() {
        SourceLayout layout = layout("src");

        assertThat(layout.of(shop)).contains(new SourceFolders(folder.resolve("src"), folder.resolve("test")));
        assertThat(layout.of(model)).isEqualTo(layout.of(shop));
    }

    @Test
    void aFolderOfClassesMayHaveItsOwn() {
        SourceLayout layout = layout("out/model=model/src/main/java");

        assertThat(layout.of(model))
                .contains(new SourceFolders(folder.resolve("model/src/main/java"), folder.resolve("model/src/test")));
        assertThat(layout.of(shop).map(SourceFolders::main))
                .as("the usual place, for others")
                .contains(folder.resolve("src/main/java"));
        assertThat(layout("src", "out/model=m").of(shop).map(SourceFolders::main))
                .contains(folder.resolve("src"));
    }

    @Test
    void refusesWhatNobodyCouldMean() {
        assertRefused("out/other isn't on the class path", "out/other=src");
        assertRefused("srcs isn't a folder", "srcs");
        assertRefused("a second folder needs to be told whose sources it has", "src", "src");
    }

    @Test
    void keepsWhatItFoundInTheFolderThatTheBuildToolMakes() throws IOException {
        assertThat(workspace().cache()).contains(folder.resolve("build/kuaka"));
        assertThat(new Workspace(folder, getClass().getClassLoader(), List.of(model), Map.of()).cache())
                .as("a folder that only has the name")
                .isEmpty();
        Files.createDirectory(folder.resolve("target"));
        assertThat(workspace().cache()).contains(folder.resolve("target/kuaka"));
        assertThat(workspace().withoutCache().cache()).isEqualTo(Optional.empty());
    }

    private void assertRefused(String reason, String... values) {
        assertThatThrownBy(() -> layout(values))
                .isInstanceOf(UnusableSourcesException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("--sources=CLASSES=FOLDER");
    }

    private SourceLayout layout(String... values) {
        return workspace().withSources(List.of(values)).layout();
    }

    private Workspace workspace() {
        return new Workspace(folder, getClass().getClassLoader(), List.of(shop, model), Map.of());
    }
}
