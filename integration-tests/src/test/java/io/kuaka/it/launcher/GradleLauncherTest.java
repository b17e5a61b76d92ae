package io.kuaka.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.launcher.stage.Outcome;
import io.kuaka.it.launcher.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a Gradle project, with a Gradle that writes the answer it is told; the real one has its own test. */
class GradleLauncherTest {
    private static final String ASKING = "kuaka: Compiling the project and asking Gradle for its class path ...\n";

    private final Stage stage;

    GradleLauncherTest(@TempDir Path folder) throws IOException, InterruptedException {
        stage = Stage.in(folder);
    }

    @BeforeEach
    void makeBuild() throws IOException {
        stage.write("build/settings.gradle", "include 'shop', 'model'");
        stage.write("build/shop/build.gradle", "plugins { id 'java' }");
        stage.write("build/shop/src/main/java/Shop.java", "class Shop {}");
        stage.write("build/shop/build/classes/java/main/Shop.class", "");
        stage.write("build/model/src/Book.java", "class Book {}");
        stage.write("build/model/out/Book.class", "");
        stage.script("build/gradlew", """
                echo "$*" >>%1$s/gradle.log
                for argument in "$@"; do
                    case $argument in -Dkuaka.output=*) cp %1$s/answer.txt "${argument#*=}" ;; esac
                done
                """.formatted(stage));
        answer("""
                sources	%1$s/build/shop/src/main/java
                output	%1$s/build/shop/build/classes/java/main
                source	%1$s/build/shop/src/main/java
                library	%1$s/lib/kuaka-core-1.jar
                """);
    }

    @Test
    void takesTheClassPathAndTheSourcesFromTheAnswerAndTheClassesFromAnArchive() throws Exception {
        assertThat(stage.kuaka("build/shop", "migrate", "--plan")).isEqualTo(new Outcome(0, ASKING));

        assertThat(stage.javaCalls())
                .singleElement()
                .asString()
                .endsWith(
                        ("-XX:ArchiveClassesAtExit=%1$s/build/shop/build/kuaka/classes-migrate.jsa -XX:+IgnoreUnrecognizedVMOptions"
                                        + " -Xlog:disable -cp %1$s/kuaka/kuaka-cli/target/kuaka-cli-1.jar:%1$s/kuaka/kuaka-core/target/"
                                        + "kuaka-core-1.jar:%1$s/lib/kuaka-core-1.jar io.kuaka.cli.Main --sources=%1$s/build/shop/build/"
                                        + "classes/java/main=%1$s/build/shop/src/main/java migrate --plan")
                                .formatted(stage))
                .contains("-Dkuaka.classes=" + stage + "/build/shop/build/classes/java/main ");
        assertThat(Files.readString(stage.path("gradle.log")))
                .contains(
                        "--init-script " + stage + "/kuaka/launcher/kuaka.gradle",
                        "-Dkuaka.project=" + stage + "/build/shop")
                .endsWith(" kuakaProject\n");
        assertThat(stage.path("build/shop/build/kuaka/.gitignore")).hasContent("*");
    }

    @Test
    void knowsTheSourcesOfOtherProjectsWhereverTheyAre() throws Exception {
        answer("""
                sources	%1$s/build/shop/src/main/java
                output	%1$s/build/shop/build/classes/java/main
                library	%1$s/lib/kuaka-core-1.jar
                module	%1$s/build/model
                sources	%1$s/build/model/src
                output	%1$s/build/model/out
                source	%1$s/build/model/src
                library	%1$s/lib/a-library-with-a-long-name-1.jar
                """);

        stage.kuaka("build/shop", "migrate");

        assertThat(stage.javaCalls())
                .singleElement()
                .asString()
                .contains(
                        ":%1$s/build/shop/build/classes/java/main:%1$s/lib/kuaka-core-1.jar:%1$s/build/model/out:"
                                .formatted(stage),
                        " --sources=%1$s/build/model/out=%1$s/build/model/src migrate".formatted(stage))
                .doesNotContain("Archive", "kuaka.classes");
    }

    @Test
    void asksAgainOnlyWhenSomethingChanged() throws Exception {
        stage.kuaka("build/shop", "migrate");
        assertThat(stage.kuaka("build/shop", "migrate")).isEqualTo(new Outcome(0, ""));

        stage.write("build/shop/src/main/java/Book.java", "class Book {}");
        assertThat(stage.kuaka("build/shop", "migrate").output())
                .matches("kuaka: src/main/java(/Book.java)? is newer than the last compilation: compiling ...\n");
        for (String file : new String[] {
            "build.gradle.kts", "gradle/libs.versions.toml", "model/build.gradle", "buildSrc/src/main/java/Plugin.java"
        }) {
            stage.write("build/" + file, "// changed");
            assertThat(stage.kuaka("build/shop", "migrate")).as(file).isEqualTo(new Outcome(0, ASKING));
        }
        Files.delete(stage.path("build/shop/build/classes/java/main/Shop.class"));
        Files.delete(stage.path("build/shop/build/classes/java/main"));
        assertThat(stage.kuaka("build/shop", "migrate", "--no-compile"))
                .isEqualTo(new Outcome(
                        1, "kuaka: The project's class path isn't known yet. Run once without --no-compile.\n"));
    }

    @Test
    void saysWhichProjectsHaveSources() throws Exception {
        answer("other	%1$s/build/shop\nother	%1$s/build/model\n");

        assertThat(stage.kuaka("build", "migrate"))
                .isEqualTo(new Outcome(
                        2,
                        ASKING + "kuaka: " + stage
                                + "/build has no sources of its own, only other projects. Run kuaka in"
                                + " the folder of one of them: shop model.\n"));
    }

    /** Of other projects it wasn't known, and their migrations didn't compile. */
    @Test
    void tellsWhichProjectsLackTheDependencyThatMigrationsNeed() throws Exception {
        answer("""
                sources	%1$s/build/shop/src/main/java
                output	%1$s/build/shop/build/classes/java/main
                module	%1$s/build/model
                sources	%1$s/build/model/src
                coreless	%1$s/build/model/build.gradle
                output	%1$s/build/model/out
                module	%1$s/build/stock
                sources	%1$s/build/stock/src
                output	%1$s/build/stock/out
                """);

        stage.kuaka("build/shop", "migrate");

        assertThat(stage.javaCalls())
                .singleElement()
                .asString()
                .contains("-Dkuaka.coreless=%1$s/build/model/out=%1$s/build/model/build.gradle ".formatted(stage));
    }

    @Test
    void stopsWithGradlesOwnWordsWhereGradleFails() throws Exception {
        stage.script("build/gradlew", "echo 'Shop.java:1: error'; exit 1\n");

        assertThat(stage.kuaka("build/shop", "migrate"))
                .isEqualTo(new Outcome(
                        1,
                        ASKING + "Shop.java:1: error\nkuaka: Gradle could not compile the project; its messages are"
                                + " above.\n"));
    }

    /** Projects may be built with both; Maven is asked as before. */
    @Test
    void leavesAProjectWithAPomToMaven() throws Exception {
        stage.write("project/build.gradle", "");
        stage.kuaka("project", "migrate");

        assertThat(stage.path("mvn.log")).exists();
        assertThat(stage.path("gradle.log")).doesNotExist();
    }

    @Test
    void saysWhatAProjectIs() throws Exception {
        stage.write("nowhere/src/main/java/Book.java", "class Book {}");

        assertThat(stage.kuaka("nowhere", "migrate"))
                .isEqualTo(new Outcome(
                        2,
                        "kuaka: There is no pom.xml in " + stage
                                + "/nowhere, and no build.gradle or settings.gradle. Run"
                                + " kuaka in the folder of a Maven or Gradle project.\n"));
    }

    private void answer(String lines) throws IOException {
        stage.write("answer.txt", lines.formatted(stage));
    }
}
