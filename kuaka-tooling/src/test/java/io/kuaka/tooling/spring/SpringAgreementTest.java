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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Kuaka finds the database that Spring Boot itself finds in the same files, with the same environment. */
class SpringAgreementTest {
    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> findsWhatSpringFinds() throws IOException, InterruptedException {
        Path table = Files.writeString(folder.resolve("cases.txt"), table());
        Map<String, String[]> found = found(table);

        return SpringCase.in(table()).stream()
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

    private static String table() throws IOException {
        return new String(
                SpringAgreementTest.class
                        .getResourceAsStream("/spring/cases.txt")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }

    /** Without an empty entry, as Maven has it at the end: that would be the folder with the cases. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Map<String, String[]> found(Path table) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        classPath(),
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
