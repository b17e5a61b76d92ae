package io.kuaka.spring.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What messages of a start tell to type. */
class StartSpellingTest {
    private static final String MESSAGE = "Run 'kuaka migrate shop --fake'. Wait with --lock-wait, or --resume-from=3.";

    @Test
    void goalsAndPropertiesInAnApplicationOfMaven() {
        assertThat(StartSpelling.of(false).spelled(MESSAGE))
                .isEqualTo("Run 'mvn kuaka:migrate -Dkuaka.app=shop -Dkuaka.fake'. Wait with kuaka.lock-wait, or"
                        + " -Dkuaka.resume-from=3.");
    }

    /** There were goals of Maven in all of them. */
    @Test
    void callsOfTheLauncherInOneOfGradle() {
        assertThat(StartSpelling.of(true).spelled(MESSAGE))
                .isEqualTo("Run 'kuaka migrate shop --fake'. Wait with kuaka.lock-wait, or --resume-from=3.");
    }

    @Test
    void allPropertiesOfAnApplicationAreKnown() {
        assertThat(StartSpelling.PROPERTIES)
                .containsExactlyInAnyOrderElementsOf(Stream.of(KuakaProperties.class.getRecordComponents())
                        .map(component ->
                                component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"classes/java/main", "classes/kotlin/main", "resources/main", "classes/java/test"})
    void foldersTellWhichOneItIs(String folder) {
        assertThat(BuildOfApplication.isGradle(classPath("lib/a.jar", "shop/build/" + folder)))
                .isTrue();
        assertThat(BuildOfApplication.isGradle(classPath("build/lib/a.jar", "shop/target/classes")))
                .isFalse();
    }

    @Test
    void soDoesWhatMavenWritesIntoJars(@TempDir Path folder) throws IOException {
        assertThat(BuildOfApplication.isGradle(jar(folder, "BOOT-INF/classes/")))
                .isTrue();
        assertThat(BuildOfApplication.isGradle(jar(folder, "WEB-INF/classes/"))).isTrue();
        assertThat(BuildOfApplication.isGradle(jar(folder, "BOOT-INF/classes/", "META-INF/maven/shop/pom.xml")))
                .isFalse();
        assertThat(BuildOfApplication.isGradle(jar(folder, "com/acme/Shop.class")))
                .isFalse();
        assertThat(BuildOfApplication.isGradle("")).isFalse();
    }

    private static String classPath(String... entries) {
        return String.join(File.pathSeparator, entries);
    }

    private static String jar(Path folder, String... entries) throws IOException {
        Path file = Files.createTempFile(folder, "shop", ".jar");
        try (OutputStream stream = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(stream)) {
            for (String entry : entries) {
                jar.putNextEntry(new JarEntry(entry));
            }
        }
        return file.toString();
    }
}
