package io.kuaka.it.docs;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.data.Models;
import io.kuaka.data.Row;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.MigrationDatabase;
import io.kuaka.it.support.Sources;
import io.kuaka.loader.MigrationLoader;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.writer.MigrationWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java code of the documentation compiles, and its migrations go on with the bookshop's history. */
@Tag("slow")
class PagesTest {
    private static final Path SOURCES = Path.of("src", "test", "resources", "pages");
    private static final Path TESTS = Path.of("..", "kuaka-junit", "src", "test", "java", "com");
    private static final Pattern JAVA = Pattern.compile("^```java\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    private static Path classes;

    @BeforeAll
    static void compile() {
        Sources.compile(SOURCES, classes, List.of(), "-Xlint:all", "-Werror");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "docs/data-migrations.md",
                "docs/from-django.md",
                "docs/apps-and-migrations.md",
                "docs/operations.md",
                "docs/testing.md"
            })
    void javaOfThePagesStandsInFilesThatAreCompiled(String page) throws IOException {
        List<String> files = files();

        String text = Files.readString(Path.of("..").resolve(page));

        assertThat(JAVA.matcher(text).results().map(block -> block.group(1)))
                .filteredOn(
                        block -> block.lines().noneMatch(line -> line.strip().equals("...")))
                .allSatisfy(block -> assertThat(files)
                        .as("files below %s with this code of %s:%n%s", SOURCES, page, block)
                        .anyMatch(file -> block.startsWith("package ")
                                ? file.equals(block)
                                : withoutIndents(file).contains(withoutIndents(block))));
    }

    @Test
    void allOperationsAreListed() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "operations.md"));
        Path operations = Path.of("..", "kuaka-core", "src", "main", "java", "io", "kuaka", "operation");

        try (Stream<Path> sources = Files.list(operations)) {
            assertThat(sources.filter(PagesTest::isOperation)
                            .map(file -> file.getFileName().toString().replace(".java", "")))
                    .hasSizeGreaterThan(20)
                    .allSatisfy(name -> assertThat(page).containsPattern("`" + name + "\\b"));
        }
    }

    private static boolean isOperation(Path source) {
        try {
            return Files.readString(source).contains("\npublic record ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files that are compiled, and what {@code makemigrations --empty} writes. */
    private static List<String> files() throws IOException {
        List<String> files = new ArrayList<>();
        for (Path folder : List.of(SOURCES, DjangoTwinsTest.SOURCES, TESTS)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path file : walk.filter(Files::isRegularFile).toList()) {
                    files.add(Files.readString(file));
                }
            }
        }
        MigrationNode empty =
                MigrationNode.of(key("reviews.0002_fill_email"), List.of(key("reviews.0001_initial")), List.of());
        files.add(MigrationWriter.write(empty, "com.example.bookshop.reviews.migrations", List.of())
                .text());
        return files;
    }

    private static String withoutIndents(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "H2", "POSTGRESQL"})
    void migrationsOfThePagesRunForwardAndBack(Engine engine) throws Exception {
        List<MigrationNode> nodes = nodes();
        MigrationGraph graph = MigrationGraph.of(nodes);
        try (MigrationDatabase run = MigrationDatabase.on(engine)) {
            run.migrate(nodes, Target.at(key("reviews.0001_initial")));
            try (Models models =
                    Models.on(run.connection(), "reviews", graph.states().after(key("reviews.0001_initial")))) {
                fill(models);
            }

            run.migrate(nodes, Target.everything());
            assertMoved(run, graph);

            run.migrate(nodes, Target.at(key("reviews.0001_initial")));
            assertThat(run.count("select count(*) from review where slug is null"))
                    .isEqualTo(1);
            run.migrate(nodes, Target.everything());
            assertMoved(run, graph);
        }
    }

    /** The migrations of the pages and of the bookshop. */
    private static List<MigrationNode> nodes() throws URISyntaxException {
        Path bookshop = Path.of(com.example.bookshop.Bookshop.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return MigrationLoader.load(Sources.loader(classes), List.of(bookshop, classes), List.of())
                .migrations();
    }

    private static void fill(Models models) {
        Instant now = Instant.parse("2025-01-31T13:45:00Z");
        Row tenant = models.get("users.Tenant").create(set("slug", "corner"), set("name", "Corner Shop"));
        Row news = models.get("catalog.Category")
                .create(Map.of("slug", "new", "name", "New", "createdAt", now, "tenant", tenant));
        Row book = models.get("catalog.Book")
                .create(Map.of(
                        "id",
                        1,
                        "title",
                        "One",
                        "isbn",
                        "1",
                        "format",
                        "EBOOK",
                        "price",
                        5,
                        "version",
                        0,
                        "createdAt",
                        now,
                        "tenant",
                        tenant,
                        "category",
                        news));
        Row ann = models.get("Reviewer").create(set("username", "ann"));
        models.get("Review")
                .create(Map.of("id", 2, "book", book, "reviewer", ann, "title", "Very good", "body", "I liked it"));
    }

    private static void assertMoved(MigrationDatabase run, MigrationGraph graph) throws Exception {
        try (Models models =
                Models.on(run.connection(), "reviews", graph.states().atEnd())) {
            Row anns = models.get("Review").get(field("reviewer.email").eq("ann@example.com"));
            assertThat(anns.getString("slug")).isEqualTo("very-good");
            assertThat(anns.getInteger("words")).isEqualTo(3);
            assertThat(models.get("Review")
                            .filter(field("tenant.slug").eq("corner"))
                            .get()
                            .key())
                    .isEqualTo(2L);
            assertThat(models.get("Review")
                            .filter(field("tenant.slug").eq("main"))
                            .get()
                            .getString("title"))
                    .isEqualTo("Our choice: One");
            assertThat(models.get("catalog.Book").get(field("title").eq("One")).getString("subtitle"))
                    .isEqualTo("Sold by Corner Shop");
        }
    }

    private static MigrationKey key(String name) {
        return MigrationKey.parse(name);
    }
}
