package io.kuaka.tooling.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.command.project.SourceFolders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardLayoutTest {
    private final StandardLayout layout = new StandardLayout();

    @Test
    void findsTheSourcesOfMavenAndGradle() {
        SourceFolders folders = new SourceFolders(Path.of("/shop/src/main/java"), Path.of("/shop/src/test"));

        assertThat(layout.of(Path.of("/shop/target/classes"))).contains(folders);
        for (String language : new String[] {"java", "kotlin", "groovy", "scala"}) {
            assertThat(layout.of(Path.of("/shop/build/classes/" + language + "/main")))
                    .contains(folders);
        }
    }

    @Test
    void findsAModuleAtTheRootOfAFileSystem() {
        assertThat(layout.of(Path.of("/target/classes")).map(SourceFolders::main))
                .contains(Path.of("/src/main/java"));
    }

    /** Its migrations were written, and then nothing compiled any more. */
    @Test
    void aModuleThatCannotCompileMigrationsGetsNone(@TempDir Path build) throws IOException {
        Path classes = Files.createDirectories(build.resolve("model/target/classes"));
        assertThat(layout.of(classes)).isPresent();

        Path classPath =
                Files.createDirectories(build.resolve("model/target/kuaka")).resolve("classpath.txt");
        Files.writeString(classPath, "/libraries/kuaka-core-extras/extras-1.jar:/libraries/hibernate-core-7.jar");
        assertThatThrownBy(() -> layout.of(classes))
                .isInstanceOf(UnusableModuleException.class)
                .hasMessageContainingAll("\"model\" doesn't depend on io.kuaka:kuaka-core", "model/pom.xml");

        for (String core : List.of("/libraries/kuaka-core-0.2.0-SNAPSHOT.jar", "/build/kuaka-core/target/classes")) {
            Files.writeString(classPath, "/libraries/hibernate-core-7.jar:" + core);
            assertThat(layout.of(classes)).isPresent();
        }
    }

    @Test
    void theLauncherTellsWhichProjectsOfGradleCannotCompileMigrations() {
        Path classes = Path.of("/shop/model/build/classes/java/main");
        CoreDependency known = new CoreDependency(Map.of(classes, Path.of("/shop/model/build.gradle")));

        assertThatThrownBy(() -> known.require(classes))
                .isInstanceOf(UnusableModuleException.class)
                .hasMessage("\"model\" doesn't depend on io.kuaka:kuaka-core as implementation, which migrations need."
                        + " Add it to " + Path.of("/shop/model/build.gradle") + ".");
        known.require(Path.of("/shop/stock/build/classes/java/main"));
        assertThat(CoreDependency.in("a=b" + File.pathSeparator + "c=d").withoutIt())
                .isEqualTo(Map.of(Path.of("a"), Path.of("b"), Path.of("c"), Path.of("d")));
        assertThat(CoreDependency.in("").withoutIt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/srv/shop/app, /srv/shop/app/src/Book.java, src/Book.java",
        "/srv/shop/app, /srv/shop/catalog/Book.java, ../catalog/Book.java",
        "/srv/shop, /srv/shop/app/src/Book.java, app/src/Book.java",
        "/srv/else, /other/Book.java, /other/Book.java",
        "/srv/shop, src/Book.java, src/Book.java"
    })
    void namesFilesAsOneWouldTypeThem(Path start, Path file, Path name) {
        assertThat(new StartFolder(start).name(file)).isEqualTo(name);
    }

    @Test
    void knowsNothingOfOtherFolders() {
        assertThat(layout.of(Path.of("/shop/out/production"))).isEmpty();
    }
}
