package io.kuaka.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.launcher.stage.Outcome;
import io.kuaka.it.launcher.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher, with an mvn and a java that only write down how they are called. */
class LauncherTest {
    /** What ends before its input does; the writer may die of that, and pipefail makes a failure of it. */
    private static final Pattern IMPATIENT_READER = Pattern.compile("\\|\\s*(head|grep\\s+-\\w*[qlm]|sed\\s+\\d*q)\\b");

    private final Stage stage;

    LauncherTest(@TempDir Path folder) throws IOException, InterruptedException {
        stage = Stage.in(folder);
    }

    @Test
    void noPipeEndsInAReaderThatStopsEarly() throws IOException {
        for (String script : new String[] {
            "kuaka", "launcher/maven", "launcher/gradle", "quickstart", ".ci/run", ".ci/stress-launcher"
        }) {
            assertThat(Files.readAllLines(Stage.ROOT.resolve(script)))
                    .as(script)
                    .noneMatch(line -> IMPATIENT_READER.matcher(line).find());
        }
    }

    @Test
    void asksMavenForTheClassPathOnceAndForWhatRunsOnly() throws IOException, InterruptedException {
        stage.kuaka("project", "showmigrations");
        assertThat(stage.kuaka("project", "showmigrations")).isEqualTo(new Outcome(0, ""));

        assertThat(Files.readAllLines(stage.path("mvn.log")))
                .singleElement()
                .asString()
                .contains("-DincludeScope=runtime", " compile ")
                .doesNotContain("-ntp");
        assertThat(stage.javaCalls()).hasSize(2);
    }

    /** Hibernate, for instance, may be one of them. */
    @Test
    void takesWhatAServerProvidesToo() throws IOException, InterruptedException {
        stage.write("project/pom.xml", "<project><scope>provided</scope></project>");
        stage.write("lib/of-a-server.jar", "");
        stage.write("provided.txt", stage.path("lib/kuaka-core-1.jar") + ":" + stage.path("lib/of-a-server.jar"));

        stage.kuaka("project", "showmigrations");

        assertThat(Files.readAllLines(stage.path("mvn.log")))
                .satisfiesExactly(
                        first -> assertThat(first).contains("-DincludeScope=runtime"),
                        second -> assertThat(second).contains("-DincludeScope=compile"));
        assertThat(Files.readString(stage.path("project/target/kuaka/classpath.txt")))
                .containsOnlyOnce("kuaka-core-1.jar")
                .endsWith("of-a-server.jar");
    }

    @Test
    void compilesWithTheCompilerAloneWhenASourceChanged() throws IOException, InterruptedException {
        stage.kuaka("project", "showmigrations");
        stage.write("project/src/main/java/Book.java", "class Book {}");

        assertThat(stage.kuaka("project", "showmigrations").output())
                .isEqualTo("kuaka: src/main/java/Book.java is newer than its class: compiling ...\n");

        assertThat(Files.readAllLines(stage.path("mvn.log")).get(1))
                .endsWith("resources:resources@default-resources compiler:compile@default-compile")
                .contains("-Dspotless.check.skip=true");
    }

    /** It looked into src/main/java, and took each class for one whose source is gone. */
    @Test
    void findsTheSourcesWhereThePomSaysThatTheyAre() throws IOException, InterruptedException {
        stage.write("project/pom.xml", """
                <project>
                    <!-- <sourceDirectory>old</sourceDirectory> -->
                    <build>
                        <plugins combine.children="append"><plugin>
                            <artifactId>avro-maven-plugin</artifactId><inherited/>
                            <configuration><sourceDirectory>${project.basedir}/src/main/avro/</sourceDirectory></configuration>
                        </plugin></plugins>
                        <sourceDirectory>${project.basedir}/src/java</sourceDirectory>
                    </build>
                    <profiles><profile><build><sourceDirectory>other</sourceDirectory></build></profile></profiles>
                </project>
                """);
        stage.write("project/src/java/Book.java", "class Book {}");
        stage.kuaka("project", "showmigrations");
        stage.write("project/target/classes/Book.class", "");

        assertThat(stage.kuaka("project", "showmigrations")).isEqualTo(new Outcome(0, ""));
        assertThat(stage.javaCalls().get(1))
                .contains(" --sources=%1$s/project/target/classes=%1$s/project/src/java ".formatted(stage));

        stage.write("project/src/java/Book.java", "class Book { }");
        assertThat(stage.kuaka("project", "showmigrations").output())
                .isEqualTo("kuaka: src/java/Book.java is newer than its class: compiling ...\n");
    }

    /** Migrations went among the schemas of Avro, and each class was one whose source is gone. */
    @ParameterizedTest
    @ValueSource(strings = {"${project.basedir}/src/main/avro/", "${project.build.sourceDirectory}"})
    void takesNoSettingOfAPluginForTheFolderOfTheSources(String folder) throws IOException, InterruptedException {
        stage.write("project/pom.xml", """
                <project><build><plugins><plugin>
                    <configuration><sourceDirectory>%s</sourceDirectory></configuration>
                </plugin></plugins></build></project>
                """.formatted(folder));
        stage.write("project/src/main/java/Book.java", "class Book {}");
        stage.kuaka("project", "showmigrations");
        stage.write("project/target/classes/Book.class", "");

        assertThat(stage.kuaka("project", "showmigrations")).isEqualTo(new Outcome(0, ""));
        assertThat(stage.javaCalls().get(1)).doesNotContain("--sources=");
    }

    /** A file of Kotlin may have several classes; each was one "whose source is gone" and blocked every command. */
    @Test
    void knowsTheSourcesOfClassesInOtherLanguages() throws IOException, InterruptedException {
        stage.kuaka("project", "showmigrations");
        stage.write("project/src/main/java/com/acme/package-info.java", "package com.acme;");
        stage.write("project/src/main/kotlin/Shop.kt", "@Entity class Book\nclass Author\nfun describe() {}");
        stage.write("project/src/main/groovy/com/acme/Stock.groovy", "class Item {}");
        for (String name : new String[] {"Book", "Author", "ShopKt", "Book$Companion"}) {
            stage.write("project/target/classes/com/acme/" + name + ".class", "SourceFile\1\0\7Shop.kt\1\0");
        }
        stage.write("project/target/classes/com/acme/Item.class", "SourceFile\1\0AStock.groovy\1\0");

        assertThat(stage.kuaka("project", "showmigrations"))
                .isEqualTo(new Outcome(0, "kuaka: src/main/kotlin/Shop.kt is newer than its class: compiling ...\n"));
        assertThat(stage.kuaka("project", "showmigrations")).isEqualTo(new Outcome(0, ""));

        stage.write("project/target/classes/com/acme/Former.class", "SourceFile\1\0\7Shop.kt\1\0");
        assertThat(stage.kuaka("project", "showmigrations").output())
                .contains(
                        "target/classes/com/acme/Former.class no longer has a source, and compiling didn't remove it");
    }

    @Test
    void findsModulesHoweverTheyAreLaidOut() throws IOException, InterruptedException {
        stage.write("project/pom.xml", """
                <project><modules><module>shop</module><module> stock
                  </module><!-- <module>old</module> --><module>web/pom.xml</module></modules></project>
                """);
        for (String module : new String[] {"shop", "stock", "web", "old"}) {
            stage.write("project/" + module + "/pom.xml", "<project/>");
            stage.write("project/" + module + "/src/main/java/package-info.java", "package " + module + ";");
        }

        stage.kuaka("project/stock", "showmigrations");
        stage.kuaka("project/old", "showmigrations");

        assertThat(Files.readAllLines(stage.path("mvn.log")))
                .satisfiesExactly(
                        stock -> assertThat(stock).contains("-f " + stage + "/project/pom.xml", "-pl stock -am"),
                        old -> assertThat(old).contains("-f " + stage + "/project/old/pom.xml"));
    }

    /** Their names began at the root of the file system. */
    @Test
    void namesFilesOfOtherModulesAsOneWouldTypeThem() throws IOException, InterruptedException {
        stage.write(
                "project/pom.xml", "<project><modules><module>shop</module><module>stock</module></modules></project>");
        stage.write("project/shop/pom.xml", "<project/>");
        stage.write("project/stock/pom.xml", "<project/>");
        stage.write("project/stock/src/main/java/Item.java", "class Item {}");
        stage.write("project/stock/target/classes/Item.class", "");
        stage.write("project/shop/src/main/java/Shop.java", "class Shop {}");
        stage.write("project/shop/target/classes/Shop.class", "");
        Path classes = Files.createDirectories(stage.path("project/stock/target/classes"));
        Path classPath = stage.path("classpath.txt");
        Files.writeString(classPath, Files.readString(classPath).strip() + ":" + classes);
        stage.kuaka("project/shop", "showmigrations");
        stage.write("project/stock/src/main/java/Item.java", "class Item { }");

        assertThat(stage.kuaka("project/shop", "showmigrations").output())
                .isEqualTo("kuaka: ../stock/src/main/java/Item.java is newer than its class: compiling ...\n");
    }

    @Test
    void saysWhichModulesOfAnAggregatorCanBeChosen() throws IOException, InterruptedException {
        Files.delete(stage.path("project/src/main/java"));
        Files.delete(stage.path("project/src/main"));
        stage.write(
                "project/pom.xml", "<project><modules><module>shop</module><module>docs</module></modules></project>");
        stage.write("project/docs/pom.xml", "<project/>");
        stage.write("project/shop/pom.xml", "<project><modules><module>api</module></modules></project>");
        stage.write("project/shop/api/pom.xml", "<project/>");
        stage.write("project/shop/api/src/main/java/Api.java", "class Api {}");

        assertThat(stage.kuaka("project", "showmigrations"))
                .isEqualTo(new Outcome(
                        2,
                        "kuaka: " + stage + "/project has no sources of its own, only modules. Run kuaka in the folder"
                                + " of one of them: shop/api.\n"));
    }

    @Test
    void takesClassesFromAnArchiveThatTheFirstRunOfACommandMakes() throws IOException, InterruptedException {
        stage.kuaka("project", "showmigrations");
        stage.kuaka("project", "showmigrations");
        stage.kuaka("project", "migrate");
        stage.kuaka("project", "migrate");

        String archives = stage + "/project/target/kuaka/classes-";
        assertThat(stage.javaCalls())
                .satisfiesExactly(
                        making -> assertThat(making)
                                .contains("-XX:ArchiveClassesAtExit=" + archives + "showmigrations.jsa")
                                .contains("-Dkuaka.classes=" + stage + "/project/target/classes")
                                .doesNotContain(":" + stage + "/project/target/classes"),
                        using -> assertThat(using)
                                .contains("-XX:SharedArchiveFile=" + archives + "showmigrations.jsa")
                                .doesNotContain("ArchiveClassesAtExit"),
                        making -> assertThat(making).contains("-XX:ArchiveClassesAtExit=" + archives + "migrate.jsa"),
                        using -> assertThat(using).contains("-XX:SharedArchiveFile=" + archives + "migrate.jsa"));
    }

    @Test
    void makesAnotherArchiveWhenAJarIsAnotherOne() throws IOException, InterruptedException {
        stage.kuaka("project", "showmigrations");
        Files.writeString(stage.path("lib/a-library-with-a-long-name-7.jar"), "another release");
        stage.kuaka("project", "showmigrations");
        Files.setLastModifiedTime(stage.path("kuaka/kuaka-core/target/kuaka-core-1.jar"), FileTime.fromMillis(0));
        stage.kuaka("project", "showmigrations");
        Files.delete(stage.path("project/target/kuaka/classes-showmigrations.jsa"));
        stage.kuaka("project", "showmigrations");

        assertThat(stage.javaCalls()).hasSize(4).allMatch(line -> line.contains("-XX:ArchiveClassesAtExit="));
    }

    /** A jar may need the classes of another module's folder, which its class loader wouldn't see. */
    @Test
    void usesNoArchiveWithFoldersOfOtherModulesOrWhenAskedNotTo() throws IOException, InterruptedException {
        stage.kuaka("project", "showmigrations", "--no-cache");
        Path folder = Files.createDirectories(stage.path("other/target/classes"));
        Path classPath = stage.path("project/target/kuaka/classpath.txt");
        Files.writeString(classPath, Files.readString(classPath) + ":" + folder);
        stage.kuaka("project", "showmigrations");

        assertThat(stage.javaCalls()).hasSize(2).allSatisfy(line -> assertThat(line)
                .contains(":" + stage + "/project/target/classes")
                .doesNotContain("Archive", "kuaka.classes"));
    }

    /** Examples that are built together with Kuaka have them; its jars come first anyway. */
    @Test
    void usesAnArchiveWithFoldersOfKuakaItself() throws IOException, InterruptedException {
        stage.kuaka("project", "showmigrations");
        Path folder = Files.createDirectories(stage.path("kuaka/kuaka-core/target/classes"));
        Path classPath = stage.path("project/target/kuaka/classpath.txt");
        Files.writeString(classPath, Files.readString(classPath) + ":" + folder);
        stage.kuaka("project", "showmigrations");

        assertThat(stage.javaCalls()).hasSize(2).allSatisfy(line -> assertThat(line)
                .contains("Archive", "kuaka.classes")
                .doesNotContain("kuaka-core/target/classes"));
    }

    /** Libraries look for them with their own class loader. */
    @ParameterizedTest
    @ValueSource(strings = {"logback.xml", "log4j2-test.yaml", "META-INF/services/java.sql.Driver"})
    void usesNoArchiveWhereLibrariesNeedFilesOfTheProject(String file) throws IOException, InterruptedException {
        stage.kuaka("project", "showmigrations");
        stage.write("project/target/classes/" + file, "");
        stage.kuaka("project", "showmigrations");

        assertThat(stage.javaCalls().get(1)).doesNotContain("Archive", "kuaka.classes");
    }

    @Test
    void runsWhereNoArchiveCanBeWritten() throws IOException, InterruptedException {
        stage.kuaka("project", "showmigrations");
        Path key = stage.path("project/target/kuaka/classes-showmigrations.jsa.key");
        Files.delete(key);
        Files.createDirectory(key);

        assertThat(stage.kuaka("project", "showmigrations")).isEqualTo(new Outcome(0, ""));

        assertThat(stage.javaCalls().get(1)).doesNotContain("Archive");
    }
}
