package io.kuaka.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher, with an mvn and a java that only write down how they are called. */
class LauncherTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** What ends before its input does; the writer may die of that, and pipefail makes a failure of it. */
    private static final Pattern IMPATIENT_READER = Pattern.compile("\\|\\s*(head|grep\\s+-\\w*[qlm]|sed\\s+\\d*q)\\b");

    @TempDir
    private Path stage;

    /** What a run ended with and printed. */
    private record Outcome(int code, String output) {}

    @BeforeEach
    void makeStage() throws IOException, InterruptedException {
        stage = stage.toRealPath();
        assertThat(run(ROOT, ROOT.resolve(".ci/launcher-stage").toString(), stage.toString()))
                .isEqualTo(new Outcome(0, ""));
    }

    @Test
    void noPipeEndsInAReaderThatStopsEarly() throws IOException {
        for (String script : new String[] {"kuaka", "quickstart", ".ci/run", ".ci/stress-launcher"}) {
            assertThat(Files.readAllLines(ROOT.resolve(script)))
                    .as(script)
                    .noneMatch(line -> IMPATIENT_READER.matcher(line).find());
        }
    }

    @Test
    void asksMavenForTheClassPathOnceAndForWhatRunsOnly() throws IOException, InterruptedException {
        kuaka("project", "showmigrations");
        assertThat(kuaka("project", "showmigrations")).isEqualTo(new Outcome(0, ""));

        assertThat(Files.readAllLines(stage.resolve("mvn.log")))
                .singleElement()
                .asString()
                .contains("-Dmdep.includeScope=runtime", " compile ")
                .doesNotContain("-ntp");
        assertThat(Files.readAllLines(stage.resolve("java.log"))).hasSize(2);
    }

    @Test
    void compilesWithTheCompilerAloneWhenASourceChanged() throws IOException, InterruptedException {
        kuaka("project", "showmigrations");
        write("project/src/main/java/Book.java", "class Book {}");

        assertThat(kuaka("project", "showmigrations").output())
                .isEqualTo("kuaka: src/main/java/Book.java is newer than its class: compiling ...\n");

        assertThat(Files.readAllLines(stage.resolve("mvn.log")).get(1))
                .endsWith("resources:resources@default-resources compiler:compile@default-compile")
                .contains("-Dspotless.check.skip=true");
    }

    /** A file of Kotlin may have several classes; each was one "whose source is gone" and blocked every command. */
    @Test
    void knowsTheSourcesOfClassesInOtherLanguages() throws IOException, InterruptedException {
        kuaka("project", "showmigrations");
        write("project/src/main/java/com/acme/package-info.java", "package com.acme;");
        write("project/src/main/kotlin/Shop.kt", "@Entity class Book\nclass Author\nfun describe() {}");
        write("project/src/main/groovy/com/acme/Stock.groovy", "class Item {}");
        for (String name : new String[] {"Book", "Author", "ShopKt", "Book$Companion"}) {
            write("project/target/classes/com/acme/" + name + ".class", "SourceFile\1\0\7Shop.kt\1\0");
        }
        write("project/target/classes/com/acme/Item.class", "SourceFile\1\0AStock.groovy\1\0");

        assertThat(kuaka("project", "showmigrations"))
                .isEqualTo(new Outcome(0, "kuaka: src/main/kotlin/Shop.kt is newer than its class: compiling ...\n"));
        assertThat(kuaka("project", "showmigrations")).isEqualTo(new Outcome(0, ""));

        write("project/target/classes/com/acme/Former.class", "SourceFile\1\0\7Shop.kt\1\0");
        assertThat(kuaka("project", "showmigrations").output())
                .contains(
                        "target/classes/com/acme/Former.class no longer has a source, and compiling didn't remove it");
    }

    @Test
    void findsModulesHoweverTheyAreLaidOut() throws IOException, InterruptedException {
        write("project/pom.xml", """
                <project><modules><module>shop</module><module> stock
                  </module><!-- <module>old</module> --><module>web/pom.xml</module></modules></project>
                """);
        for (String module : new String[] {"shop", "stock", "web", "old"}) {
            write("project/" + module + "/pom.xml", "<project/>");
            write("project/" + module + "/src/main/java/package-info.java", "package " + module + ";");
        }

        kuaka("project/stock", "showmigrations");
        kuaka("project/old", "showmigrations");

        assertThat(Files.readAllLines(stage.resolve("mvn.log")))
                .satisfiesExactly(
                        stock -> assertThat(stock).contains("-f " + stage + "/project/pom.xml", "-pl stock -am"),
                        old -> assertThat(old).contains("-f " + stage + "/project/old/pom.xml"));
    }

    @Test
    void saysWhichModulesOfAnAggregatorCanBeChosen() throws IOException, InterruptedException {
        Files.delete(stage.resolve("project/src/main/java"));
        Files.delete(stage.resolve("project/src/main"));
        write("project/pom.xml", "<project><modules><module>shop</module><module>docs</module></modules></project>");
        write("project/docs/pom.xml", "<project/>");
        write("project/shop/pom.xml", "<project><modules><module>api</module></modules></project>");
        write("project/shop/api/pom.xml", "<project/>");
        write("project/shop/api/src/main/java/Api.java", "class Api {}");

        assertThat(kuaka("project", "showmigrations"))
                .isEqualTo(new Outcome(
                        2,
                        "kuaka: " + stage + "/project has no sources of its own, only modules. Run kuaka in the folder"
                                + " of one of them: shop/api.\n"));
    }

    @Test
    void namesTheDependencyThatMigrationsNeed() throws IOException, InterruptedException {
        Files.writeString(stage.resolve("classpath.txt"), stage + "/lib/a-library-with-a-long-name-1.jar");

        Outcome outcome = kuaka("project", "showmigrations");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).contains("The project doesn't depend on kuaka-core in scope compile");
    }

    @Test
    void takesClassesFromAnArchiveThatTheFirstRunOfACommandMakes() throws IOException, InterruptedException {
        kuaka("project", "showmigrations");
        kuaka("project", "showmigrations");
        kuaka("project", "migrate");
        kuaka("project", "migrate");

        String archives = stage + "/project/target/kuaka/classes-";
        assertThat(Files.readAllLines(stage.resolve("java.log")))
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
        kuaka("project", "showmigrations");
        Files.writeString(stage.resolve("lib/a-library-with-a-long-name-7.jar"), "another release");
        kuaka("project", "showmigrations");
        Files.setLastModifiedTime(stage.resolve("home/kuaka-core/target/kuaka-core-1.jar"), FileTime.fromMillis(0));
        kuaka("project", "showmigrations");
        Files.delete(stage.resolve("project/target/kuaka/classes-showmigrations.jsa"));
        kuaka("project", "showmigrations");

        assertThat(Files.readAllLines(stage.resolve("java.log")))
                .hasSize(4)
                .allMatch(line -> line.contains("-XX:ArchiveClassesAtExit="));
    }

    /** A jar may need the classes of another module's folder, which its class loader wouldn't see. */
    @Test
    void usesNoArchiveWithFoldersOfOtherModulesOrWhenAskedNotTo() throws IOException, InterruptedException {
        kuaka("project", "showmigrations", "--no-cache");
        Path folder = Files.createDirectories(stage.resolve("other/target/classes"));
        Path classPath = stage.resolve("project/target/kuaka/classpath.txt");
        Files.writeString(classPath, Files.readString(classPath) + ":" + folder);
        kuaka("project", "showmigrations");

        assertThat(Files.readAllLines(stage.resolve("java.log"))).hasSize(2).allSatisfy(line -> assertThat(line)
                .contains(":" + stage + "/project/target/classes")
                .doesNotContain("Archive", "kuaka.classes"));
    }

    /** Libraries look for them with their own class loader. */
    @ParameterizedTest
    @ValueSource(strings = {"logback.xml", "log4j2-test.yaml", "META-INF/services/java.sql.Driver"})
    void usesNoArchiveWhereLibrariesNeedFilesOfTheProject(String file) throws IOException, InterruptedException {
        kuaka("project", "showmigrations");
        write("project/target/classes/" + file, "");
        kuaka("project", "showmigrations");

        assertThat(Files.readAllLines(stage.resolve("java.log")).get(1)).doesNotContain("Archive", "kuaka.classes");
    }

    @Test
    void runsWhereNoArchiveCanBeWritten() throws IOException, InterruptedException {
        kuaka("project", "showmigrations");
        Path key = stage.resolve("project/target/kuaka/classes-showmigrations.jsa.key");
        Files.delete(key);
        Files.createDirectory(key);

        assertThat(kuaka("project", "showmigrations")).isEqualTo(new Outcome(0, ""));

        assertThat(Files.readAllLines(stage.resolve("java.log")).get(1)).doesNotContain("Archive");
    }

    private Outcome kuaka(String folder, String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = stage.resolve("home/kuaka").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return run(stage.resolve(folder), command);
    }

    private Outcome run(Path folder, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().remove("JAVA_HOME");
        builder.environment().merge("PATH", stage.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Outcome(process.exitValue(), output);
    }

    private void write(String file, String text) throws IOException {
        Path path = stage.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
