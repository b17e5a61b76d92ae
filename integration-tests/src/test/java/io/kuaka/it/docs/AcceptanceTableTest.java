package io.kuaka.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

        List<Path> sources = testSources();
        assertThat(named).isNotEmpty();
        for (MatchResult test : named) {
            assertThat(methodExists(sources, test.group(1), test.group(2)))
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

    /** Returns the test classes of all modules; what builds leave in {@code target} is large, and none of them. */
    private static List<Path> testSources() throws IOException {
        List<Path> sources = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean isHidden = name.startsWith(".") && !folder.equals(ROOT);
                return isHidden || name.equals("target") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().contains("src/test/java") && file.toString().endsWith("Test.java")) {
                    sources.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return sources;
    }

    /** A class may be named with its package, and has to be where several share the simple name. */
    private static boolean methodExists(List<Path> sources, String testClass, String method) throws IOException {
        Path file = Path.of("java", testClass.replace('.', '/') + ".java");
        Path named = file.getNameCount() > 2 ? file : file.getFileName();
        Pattern test = Pattern.compile("@(?:Test|ParameterizedTest|TestFactory)\\b[^;]*\\b" + method + "\\(");
        List<Path> found = sources.stream().filter(path -> path.endsWith(named)).toList();
        assertThat(found).as("the file of %s", testClass).hasSize(1);
        return test.matcher(Files.readString(found.get(0))).find();
    }
}
