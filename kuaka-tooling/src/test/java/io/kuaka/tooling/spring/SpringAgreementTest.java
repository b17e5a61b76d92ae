package io.kuaka.tooling.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Kuaka finds the database that Spring Boot itself finds in the same files, with the same environment. */
class SpringAgreementTest {
    @TempDir
    private Path folder;

    /** Where the build puts the jars of Spring Boot 4; those of 3.5 are on the class path. */
    private static final Path NEWEST = Path.of("target", "spring-boot-4").toAbsolutePath();

    /** The jars of Spring, and what its lines need in different versions. */
    private static final Pattern OF_SPRING =
            Pattern.compile("(spring-|commons-logging|micrometer-|snakeyaml-\\d).*\\.jar");

    @TestFactory
    Stream<DynamicTest> findsWhatSpringBoot3Finds() throws IOException, InterruptedException {
        return cases(classPath(), table("cases"));
    }

    @TestFactory
    Stream<DynamicTest> findsWhatSpringBoot4Finds() throws IOException, InterruptedException {
        return cases(
                Stream.concat(newest().stream(), classPath().stream().filter(entry -> !isOfSpring(entry)))
                        .toList(),
                table("cases") + "\n" + table("cases-of-4"));
    }

    private Stream<DynamicTest> cases(List<String> classPath, String table) throws IOException, InterruptedException {
        Map<String, String[]> found = found(Files.writeString(folder.resolve("cases.txt"), table), classPath);

        return SpringCase.in(table).stream()
                .map(each -> DynamicTest.dynamicTest(each.title(), () -> {
                    String[] both = found.get(each.title());
                    assertThat(both).isNotNull();
                    if (each.kuaka().isEmpty()) {
                        assertThat(both[2]).isEqualTo(both[1]);
                    } else {
                        assertThat(both[2]).isEqualTo(each.kuaka()).isNotEqualTo(both[1]);
                    }
                }));
    }

    private static List<String> newest() throws IOException {
        try (Stream<Path> jars = Files.list(NEWEST)) {
            List<String> found = jars.map(Path::toString)
                    .filter(SpringAgreementTest::isOfSpring)
                    .toList();
            assertThat(found).anyMatch(jar -> jar.matches(".*spring-boot-4\\..*"));
            return found;
        }
    }

    private static boolean isOfSpring(String entry) {
        return OF_SPRING.matcher(Path.of(entry).getFileName().toString()).matches();
    }

    private static String table(String name) throws IOException {
        return new String(
                SpringAgreementTest.class
                        .getResourceAsStream("/spring/" + name + ".txt")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }

    /** Without an empty entry, as Maven has it at the end: that would be the folder with the cases. */
    private static List<String> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    private Map<String, String[]> found(Path table, List<String> classPath) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        String.join(File.pathSeparator, classPath),
                        SpringAndKuaka.class.getName(),
                        table.toString()))
                .directory(Files.createDirectory(folder.resolve("project")).toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        Map<String, String[]> found = new HashMap<>();
        Files.readAllLines(output).forEach(line -> found.put(line.substring(0, line.indexOf('\t')), line.split("\t")));
        return found;
    }
}
