package io.kuaka.tooling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFolderTest {
    @TempDir
    Path folder;

    @Test
    void theFolderGoesBeforeTheJarsAsOnTheClassPath() throws Exception {
        Path jars = compiled("jars", "class Shared {} class Library {}");
        Path own = compiled("own", "class Shared {} class Own {}");
        for (Path each : List.of(jars, own)) {
            Files.writeString(each.resolve("both.txt"), each.getFileName().toString());
        }
        Files.writeString(jars.resolve("jars.txt"), "jars");

        try (URLClassLoader parent = new URLClassLoader(new URL[] {jars.toUri().toURL()}, null)) {
            ClassLoader loader = under(parent, own);

            assertThat(loader.loadClass("Shared").getClassLoader()).isSameAs(loader);
            assertThat(loader.loadClass("Shared")).isSameAs(loader.loadClass("Shared"));
            assertThat(loader.loadClass("Own").getClassLoader()).isSameAs(loader);
            assertThat(loader.loadClass("Library").getClassLoader()).isSameAs(parent);
            assertThat(text(loader, "both.txt")).isEqualTo("own");
            assertThat(text(loader, "jars.txt")).isEqualTo("jars");
            assertThat(Collections.list(loader.getResources("both.txt")))
                    .containsExactly(
                            own.resolve("both.txt").toUri().toURL(),
                            jars.resolve("both.txt").toUri().toURL());
        }
    }

    /** Gradle has a folder for each language, and one for resources. */
    @Test
    void theProjectMayHaveSeveralFolders() throws Exception {
        Path classes = compiled("classes", "class Own {}");
        Path resources = Files.createDirectories(folder.resolve("resources"));
        Files.writeString(resources.resolve("own.txt"), "own");

        ClassLoader loader = under(getClass().getClassLoader(), classes, resources);

        assertThat(loader.loadClass("Own").getClassLoader()).isSameAs(loader);
        assertThat(text(loader, "own.txt")).isEqualTo("own");
    }

    @Test
    void withoutAFolderThereIsNoOtherClassLoader() {
        ClassLoader loader = ProjectFolderTest.class.getClassLoader();
        assertThat(ProjectFolder.under(loader)).isSameAs(loader);
    }

    private static ClassLoader under(ClassLoader parent, Path... own) {
        System.setProperty(
                "kuaka.classes", Stream.of(own).map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        try {
            return ProjectFolder.under(parent);
        } finally {
            System.clearProperty("kuaka.classes");
        }
    }

    private static String text(ClassLoader loader, String name) throws IOException {
        try (InputStream stream = loader.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path compiled(String name, String source) throws IOException {
        Path classes = Files.createDirectories(folder.resolve(name));
        Path file = Files.writeString(folder.resolve(name + ".java"), source);
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        classes.toString(),
                        "-cp",
                        folder.resolve("jars").toString(),
                        file.toString());
        assertThat(code).isZero();
        return classes;
    }
}
