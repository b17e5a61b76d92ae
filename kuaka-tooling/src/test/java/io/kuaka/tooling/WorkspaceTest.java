package io.kuaka.tooling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code indexmigrations} said that the class path has no folder of the project, which it had. */
class WorkspaceTest {
    @TempDir
    private Path folder;

    @Test
    void findsItsOwnClassesThroughLinks() throws IOException {
        Path project = Files.createDirectories(folder.resolve("project"));
        Path classes = Files.createDirectories(project.resolve("target/classes"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), project);
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));

        assertThat(workspace(project, elsewhere, link.resolve("target/classes")).ownClasses())
                .contains(link.resolve("target/classes"));
        assertThat(workspace(link, elsewhere, classes).ownClasses()).contains(classes);
        assertThat(workspace(project, elsewhere).ownClasses()).isEmpty();
    }

    @Test
    void findsItsOwnClassesOnARelativeClassPath() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path classes = Files.createDirectories(folder.resolve("out"));
        Path typed = here.relativize(classes);

        assertThat(typed.isAbsolute()).isFalse();
        assertThat(workspace(folder, typed).ownClasses()).contains(typed);
    }

    private static Workspace workspace(Path project, Path... roots) {
        return new Workspace(project, WorkspaceTest.class.getClassLoader(), List.of(roots), Map.of());
    }
}
