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
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with the Maven of this machine: what its plugins make of what the launcher says to them. */
@Tag("slow")
class RealMavenTest {
    private static final Pattern MODULE = Pattern.compile("<module>(.*)</module>");

    private final Stage stage;

    RealMavenTest(@TempDir Path folder) throws IOException, InterruptedException {
        stage = Stage.in(folder);
    }

    @BeforeEach
    void takeRealMaven() throws IOException {
        Path maven = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "mvn"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(maven != null, "There is no mvn on the PATH.");
        // Surefire says which one it has; without it, it is the usual one.
        String repository = System.getProperty("localRepository");
        // The java on the stage's PATH only writes down how it is called.
        stage.script(
                "bin/mvn",
                "JAVA_HOME='" + System.getProperty("java.home") + "' exec '" + maven + "' "
                        + (repository == null ? "" : "'-Dmaven.repo.local=" + repository + "' ") + "\"$@\"\n");
    }

    /** The plugin ignored a property that it doesn't know, and the libraries of Kuaka's tests were read with each project. */
    @Test
    void buildsKuakaWithoutLibrariesOfTests() throws IOException, InterruptedException {
        makeKuakaWithoutSources();

        Outcome outcome = stage.kuaka("project", "--version");

        assertThat(outcome.code()).as(outcome.output()).isZero();
        assertThat(names(stage.path("kuaka/kuaka-cli/target/kuaka/classpath.txt")))
                .contains("kuaka-core", "kuaka-tooling", "kuaka-hibernate", "picocli")
                .doesNotContain("hibernate-core", "sqlite-jdbc")
                .noneMatch(RealMavenTest::isOfTests);
    }

    @Test
    void readsAProjectWithWhatRunsAndWhatAServerProvidesButNotWithLibrariesOfTests()
            throws IOException, InterruptedException {
        stage.write("project/pom.xml", """
                <project>
                    <modelVersion>4.0.0</modelVersion>
                    <groupId>com.acme</groupId>
                    <artifactId>shop</artifactId>
                    <version>1</version>
                    <dependencies>%s%s%s%s</dependencies>
                </project>
                """.formatted(
                        dependency("info.picocli", "picocli", "picocli", "compile"),
                        dependency("com.h2database", "h2", "h2", "runtime"),
                        dependency("org.jspecify", "jspecify", "jspecify", "provided"),
                        dependency("org.assertj", "assertj-core", "assertj", "test")));

        Outcome outcome = stage.kuaka("project", "showmigrations");

        assertThat(outcome.code()).as(outcome.output()).isZero();
        assertThat(names(stage.path("project/target/kuaka/classpath.txt")))
                .containsExactlyInAnyOrder("picocli", "h2", "jspecify");
    }

    /** The checkout with nothing but its POMs, so that its build has nothing to compile. */
    private void makeKuakaWithoutSources() throws IOException {
        String parent = Files.readString(Stage.ROOT.resolve("pom.xml"));
        stage.write("kuaka/pom.xml", parent);
        for (MatchResult module : MODULE.matcher(parent).results().toList()) {
            String pom = module.group(1) + "/pom.xml";
            stage.write("kuaka/" + pom, Files.readString(Stage.ROOT.resolve(pom)));
        }
        Files.delete(stage.path("kuaka/target/kuaka/built"));
        Files.delete(stage.path("kuaka/kuaka-cli/target/kuaka/classpath.txt"));
    }

    private static String dependency(String group, String artifact, String property, String scope) throws IOException {
        String name = property + ".version";
        Matcher version = Pattern.compile("<%1$s>(.*)</%1$s>".formatted(Pattern.quote(name)))
                .matcher(Files.readString(Stage.ROOT.resolve("pom.xml")));
        assertThat(version.find()).as(name).isTrue();
        return """
                <dependency>
                    <groupId>%s</groupId>
                    <artifactId>%s</artifactId>
                    <version>%s</version>
                    <scope>%s</scope>
                </dependency>
                """.formatted(group, artifact, version.group(1), scope);
    }

    /** The jars of a class path without their versions, folders of classes by the name of their module. */
    private static List<String> names(Path classPath) throws IOException {
        return Stream.of(Files.readString(classPath).strip().split(File.pathSeparator))
                .map(entry -> Path.of(entry.replaceFirst("/target/(classes|[^/]*\\.jar)$", "")))
                .map(entry -> entry.getFileName().toString().replaceFirst("-\\d[^/]*\\.jar$", ""))
                .toList();
    }

    private static boolean isOfTests(String name) {
        return name.startsWith("junit") || name.startsWith("assertj") || name.startsWith("archunit");
    }
}
