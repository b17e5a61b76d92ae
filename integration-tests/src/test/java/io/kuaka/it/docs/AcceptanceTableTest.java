package io.kuaka.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that each test named in {@code docs/acceptance.md} exists. */
class AcceptanceTableTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`((?:\\w+\\.)*\\w+Test)#(\\w+)`");
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\|.*$", Pattern.MULTILINE);

    @Test
    void everyNamedTestExists() throws IOException {
        String table = Files.readString(ROOT.resolve("docs/acceptance.md"));
        List<MatchResult> named = TEST.matcher(table).results().toList();

        assertThat(named).isNotEmpty();
        for (MatchResult test : named) {
            assertThat(methodExists(test.group(1), test.group(2)))
                    .as("%s, named in docs/acceptance.md", test.group())
                    .isTrue();
        }
    }

    @Test
    void everyRowNamesATest() throws IOException {
        String table = Files.readString(ROOT.resolve("docs/acceptance.md"));

        assertThat(ROW.matcher(table).results().map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(TEST.matcher(row).find()).as(row).isTrue());
    }

    /** A class may be named with its package, and has to be where several share the simple name. */
    private static boolean methodExists(String testClass, String method) throws IOException {
        Path file = Path.of("java", testClass.replace('.', '/') + ".java");
        Path named = file.getNameCount() > 2 ? file : file.getFileName();
        Pattern test = Pattern.compile("@(?:Test|ParameterizedTest|TestFactory)\\b[^;]*\\b" + method + "\\(");
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<Path> sources = files.filter(path -> path.endsWith(named))
                    .filter(path -> path.toString().contains("src/test/java"))
                    .filter(path -> !path.toString().contains("/target/"))
                    .toList();
            assertThat(sources).as("the file of %s", testClass).hasSize(1);
            return test.matcher(Files.readString(sources.get(0))).find();
        }
    }
}
