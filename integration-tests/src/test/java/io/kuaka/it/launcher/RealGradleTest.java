package io.kuaka.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kuaka.it.launcher.stage.Outcome;
import io.kuaka.it.launcher.stage.Stage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with the Gradle of this machine, if there is one. */
@Tag("slow")
class RealGradleTest {
    private final Stage stage;

    RealGradleTest(@TempDir Path folder) throws IOException, InterruptedException {
        stage = Stage.in(folder);
    }

    @BeforeEach
    void makeBuild() throws IOException {
        Path gradle = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "gradle"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(gradle != null, "There is no gradle on the PATH.");
        // The java on the stage's PATH only writes down how it is called.
        stage.script(
                "build/gradlew",
                "JAVA_HOME='" + System.getProperty("java.home") + "' exec " + gradle
                        + " --no-daemon --offline \"$@\"\n");
        Path core = stage.path("lib/kuaka-core-1.jar");
        new JarOutputStream(Files.newOutputStream(core)).close();
        stage.write("build/settings.gradle", "include 'shop', 'model', 'tools'\nincludeBuild '../plugins'\n");
        stage.write("build/tools/build.gradle", "");
        stage.write("build/model/build.gradle", """
                apply plugin: 'java'
                sourceSets.main.java.srcDirs = ['src']
                """);
        stage.write("build/model/src/com/acme/model/Book.java", "package com.acme.model;\npublic class Book {}\n");
        stage.write("build/shop/build.gradle", """
                apply plugin: 'java'
                dependencies {
                    def usual = configurations.findByName('implementation') ? 'implementation' : 'compile'
                    add(usual, project(':model'))
                    add(usual, files('%s'))
                    add(usual, 'com.acme:text:1')
                }
                """.formatted(core));
        stage.write("build/shop/src/main/java/com/acme/Shop.java", """
                package com.acme;
                public class Shop extends com.acme.model.Book { Text text; }
                """);
        stage.write("build/shop/src/main/resources/application.properties", "a=b\n");
        stage.write("plugins/settings.gradle", "rootProject.name = 'text'\n");
        stage.write("plugins/build.gradle", "apply plugin: 'java'\ngroup = 'com.acme'\nversion = '1'\n");
        stage.write("plugins/src/main/java/com/acme/Text.java", "package com.acme;\npublic class Text {}\n");
    }

    @Test
    void answersForAProjectWithAnotherProjectAndAnotherBuild() throws Exception {
        Outcome first = stage.kuaka("build/shop", "makemigrations");

        assertThat(first.code()).as(first.output()).isZero();
        String shop = stage + "/build/shop/";
        assertThat(Files.readAllLines(stage.path("build/shop/build/kuaka/project.txt")))
                .containsSubsequence(
                        "sources\t" + shop + "src/main/java",
                        "output\t" + shop + "build/classes/java/main",
                        "output\t" + shop + "build/resources/main",
                        "module\t" + stage + "/build/model",
                        "sources\t" + stage + "/build/model/src",
                        "output\t" + stage + "/build/model/build/classes/java/main",
                        "source\t" + stage + "/build/model/src")
                .contains(
                        "coreless\t" + stage + "/build/model/build.gradle",
                        "included\t" + stage + "/plugins",
                        "library\t" + stage + "/lib/kuaka-core-1.jar",
                        "library\t" + stage + "/plugins/build/libs/text-1.jar")
                .noneMatch(line -> line.endsWith("model.jar") || line.contains("buildSrc"))
                .doesNotContain("coreless\t" + shop + "build.gradle");
        assertThat(stage.path("plugins/build/libs/text-1.jar")).exists();
        assertThat(stage.path("build/shop/build/classes/java/main/com/acme/Shop.class"))
                .exists();

        assertThat(stage.kuaka("build/shop", "makemigrations")).isEqualTo(new Outcome(0, ""));
        stage.write("build/model/src/com/acme/model/Author.java", "package com.acme.model;\npublic class Author {}\n");
        assertThat(stage.kuaka("build/shop", "makemigrations").output()).contains("is newer than the last compilation");
        assertThat(stage.path("build/model/build/classes/java/main/com/acme/model/Author.class"))
                .exists();
        assertThat(stage.javaCalls())
                .hasSize(3)
                .allMatch(call -> call.contains(
                        "--sources=" + stage + "/build/model/build/classes/java/main=" + stage + "/build/model/src"));
    }

    @Test
    void namesTheProjectsThatHaveSources() throws Exception {
        Outcome outcome = stage.kuaka("build", "makemigrations");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(List.of(outcome.output().split("\n")))
                .last()
                .asString()
                .contains("Run kuaka in the folder of one of them:", " model", " shop")
                .doesNotContain("tools");
    }

    @Test
    void writesNothingIntoTheBuild() throws Exception {
        List<String> before = files();

        stage.kuaka("build/shop", "makemigrations");

        assertThat(files()).isEqualTo(before);
    }

    /** What there is besides what Gradle makes with every build. */
    private List<String> files() throws IOException {
        Path build = stage.path("build");
        try (Stream<Path> all = Files.walk(build)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> build.relativize(file).toString())
                    .filter(file -> !file.matches("(.*/)?(build|\\.gradle)/.*"))
                    .sorted()
                    .toList();
        }
    }
}
