package io.kuaka.command.project;

import static io.kuaka.command.project.MigrationVariants.migration;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.base.MigrationException;
import io.kuaka.command.project.MigrationVariants.Watched;
import io.kuaka.loader.index.MigrationIndex;
import io.kuaka.migration.MigrationNode;
import io.kuaka.recorder.OperationChecksum;
import io.kuaka.recorder.OperationForms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationCacheTest {
    private static final String FIRST = "M0001_initial";
    private static final String SECOND = "M0002_more";
    private static final String HELPER = "Words";

    @TempDir
    Path folder;

    private Path classes;
    private MigrationVariants variants;

    @BeforeEach
    void makeFolders() throws IOException {
        classes = Files.createDirectories(folder.resolve("classes"));
        variants = new MigrationVariants(folder.resolve("variants"));
    }

    @Test
    void aSecondRunLoadsNoClassAndSaysTheSame() throws IOException {
        variants.compile(
                "a",
                migration(FIRST, "@Initial(false) @RunBefore({\"b.0001\", \"c.__first__\"})", "new DeleteModel(\"X\")"),
                migration(SECOND, "@DependsOn(\"catalog.0001_initial\") @NonAtomic @Replaces(\"catalog.0000\")", ""),
                "@Retired public class M0003_old {}",
                "public class Words { public static String name() { return \"X\"; } }");
        for (String name : List.of(FIRST, SECOND, "M0003_old", HELPER)) {
            variants.put("a", name, classes);
        }
        List<String> first = run(List.of(classes), new Watched(List.of(classes)));

        Watched loader = new Watched(List.of(classes));
        assertThat(run(List.of(classes), loader)).isEqualTo(first).hasSize(2);
        assertThat(loader.asked()).isEmpty();
    }

    @Test
    void knowsTheChecksumOnlyOfWhatWasRun() throws IOException {
        variants.compile("a", migration(FIRST, "", "new DeleteModel(\"X\")"));
        variants.put("a", FIRST, classes);
        load(List.of(classes), new Watched(List.of(classes)));

        Watched loader = new Watched(List.of(classes));
        MigrationNode node =
                load(List.of(classes), loader).loaded().migrations().get(0);
        assertThat(loader.asked()).isEmpty();
        assertThat(node.operations().knownChecksum()).isEmpty();
        assertThat(OperationChecksum.of(node).isOf(node)).isTrue();
        assertThat(loader.asked()).containsExactly(FIRST);
    }

    /** The name, the length and the time of the file stay the same. */
    @Test
    void findsAnEditOfASingleLetter() throws IOException {
        variants.compile("a", migration(FIRST, "", "new DeleteModel(\"X\")"));
        variants.compile("b", migration(FIRST, "", "new DeleteModel(\"Y\")"));
        variants.put("a", FIRST, classes);
        run(List.of(classes), new Watched(List.of(classes)));
        variants.put("b", FIRST, classes);

        Watched loader = new Watched(List.of(classes));
        assertThat(run(List.of(classes), loader)).singleElement().asString().contains("DeleteModel(\"Y\")");
        assertThat(loader.asked()).containsExactly(FIRST);
    }

    @Test
    void loadsWhatDependsOnOtherClasses() throws IOException {
        for (String variant : List.of("a", "b")) {
            variants.compile(
                    variant,
                    "public class Words { public static String name() { return \"" + variant + "\"; } }",
                    migration(FIRST, "", "new DeleteModel(Words.name())"));
        }
        variants.put("a", FIRST, classes);
        variants.put("a", HELPER, classes);
        run(List.of(classes), new Watched(List.of(classes)));
        variants.put("b", HELPER, classes);

        assertThat(run(List.of(classes), new Watched(List.of(classes))))
                .singleElement()
                .asString()
                .contains("DeleteModel(\"b\")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.getProperty(\"kuaka.test.name\", \"X\")",
                "Boolean.getBoolean(\"kuaka.test\") ? \"A\" : \"B\"",
                "\"X\" + Long.getLong(\"kuaka.test\", 1)",
                "\"X\" + java.time.LocalDate.now().getYear()",
                "\"X\" + java.util.Optional.of(1).map(any -> java.time.Year.now()).get()",
                "\"X\" + java.time.ZoneId.systemDefault()",
                "\"X\" + UUID.randomUUID()",
                "\"X\" + Math.random()"
            })
    void loadsWhatSeesTheOutside(String name) throws IOException {
        variants.compile("a", migration(FIRST, "", "new DeleteModel(" + name + ")"));
        variants.put("a", FIRST, classes);
        run(List.of(classes), new Watched(List.of(classes)));
        Watched loader = new Watched(List.of(classes));
        run(List.of(classes), loader);
        assertThat(loader.asked()).containsExactly(FIRST);
    }

    @Test
    void aClassLoaderChoosesAmongSeveralClassesOfAName() throws IOException {
        variants.compile("a", migration(FIRST, "", "new DeleteModel(\"A\")"));
        variants.compile("b", migration(FIRST, "", "new DeleteModel(\"B\")"));
        variants.put("a", FIRST, classes);
        Path jar = MigrationVariants.jar(folder.resolve("a.jar"), classes);
        variants.put("b", FIRST, classes);
        List<Path> roots = List.of(jar, classes);
        run(roots, new Watched(roots));

        Watched loader = new Watched(List.of(classes, jar));
        assertThat(run(roots, loader)).singleElement().asString().contains("DeleteModel(\"B\")");
    }

    @Test
    void whatIsKnownOfAFolderHoldsForItsJar() throws IOException {
        variants.compile("a", migration(FIRST, "", "new DeleteModel(\"A\")"));
        variants.put("a", FIRST, classes);
        List<String> first = run(List.of(classes), new Watched(List.of(classes)));
        Path jar = MigrationVariants.jar(folder.resolve("a.jar"), classes);

        Watched loader = new Watched(List.of(jar));
        assertThat(run(List.of(jar), loader)).isEqualTo(first);
        assertThat(loader.asked()).isEmpty();
    }

    /** In a jar for several releases of Java the index was believed, though the class loader may take another class. */
    @ParameterizedTest
    @CsvSource({
        "META-INF/MANIFEST.MF, Created-By: a tool, false",
        "META-INF/MANIFEST.MF, Multi-Release: false, false",
        "META-INF/MANIFEST.MF, Multi-Release: true, true",
        "ABOUT, Multi-Release: true, true",
    })
    void theManifestOfAJarWithinAJarSaysWhetherItIsForOneRelease(String name, String line, boolean isLoaded)
            throws IOException {
        variants.compile("a", migration(FIRST, "", "new DeleteModel(\"A\")"));
        variants.put("a", FIRST, classes);
        List<String> first = run(List.of(classes), new Watched(List.of(classes)));
        Path manifest = Files.createDirectories(classes.resolve("META-INF")).resolveSibling(name);
        Files.writeString(manifest, "Manifest-Version: 1.0\n" + line + "\n");
        Path boot = Files.createDirectories(folder.resolve("boot"));
        MigrationVariants.jar(
                Files.createDirectories(boot.resolve("BOOT-INF/lib")).resolve("a.jar"), classes);
        Path jar = MigrationVariants.jar(folder.resolve("boot.jar"), boot);

        Watched loader = new Watched(List.of(classes));
        assertThat(run(List.of(jar), loader)).isEqualTo(first);
        assertThat(loader.asked().contains(FIRST)).isEqualTo(isLoaded);
    }

    @Test
    void anIndexOnTheClassPathServesAsWell() throws IOException {
        variants.compile("a", migration(FIRST, "", "new DeleteModel(\"A\")"));
        variants.compile("b", migration(FIRST, "", "new DeleteModel(\"B\")"));
        variants.put("a", FIRST, classes);
        run(List.of(classes), new Watched(List.of(classes)));
        Path resource = classes.resolve(MigrationIndex.RESOURCE);
        Files.createDirectories(resource.getParent());
        Files.move(index(), resource);

        Watched loader = new Watched(List.of(classes));
        assertThat(described(MigrationCache.none().load(loader, List.of(classes), SourceLayout.none())))
                .singleElement()
                .asString()
                .contains("\"A\"");
        assertThat(loader.asked()).isEmpty();
        variants.put("b", FIRST, classes);
        assertThat(described(MigrationCache.none()
                        .load(new Watched(List.of(classes)), List.of(classes), SourceLayout.none())))
                .singleElement()
                .asString()
                .contains("\"B\"");
    }

    /** However a process was killed, and whatever else wrote the file. */
    @Test
    void believesNothingThatIsNotWhole() throws IOException {
        variants.compile("a", migration(FIRST, "", "new DeleteModel(\"A\")"));
        variants.put("a", FIRST, classes);
        List<String> first = run(List.of(classes), new Watched(List.of(classes)));
        String whole = Files.readString(index());
        List<String> broken = new ArrayList<>(List.of(
                "",
                "\n",
                whole.replace("true", "false"),
                whole.replaceFirst("\t\\d+/", "\t99/"),
                whole + "x\n",
                whole + whole));
        for (int length = 1; length < whole.length(); length += 7) {
            broken.add(whole.substring(0, length));
        }
        for (String text : broken) {
            Files.writeString(index(), text);
            Watched loader = new Watched(List.of(classes));
            assertThat(run(List.of(classes), loader)).as(text).isEqualTo(first);
            assertThat(loader.asked()).as(text).containsExactly(FIRST);
            assertThat(index()).hasContent(whole);
        }
        Files.write(index(), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThat(run(List.of(classes), new Watched(List.of(classes)))).isEqualTo(first);
    }

    @Test
    void worksWhereNothingCanBeWritten() throws IOException {
        variants.compile("a", migration(FIRST, "", "new DeleteModel(\"A\")"));
        variants.put("a", FIRST, classes);
        Files.writeString(folder.resolve("cache"), "This is no folder.");

        assertThat(run(List.of(classes), new Watched(List.of(classes)))).hasSize(1);
        assertThat(folder.resolve("cache")).hasContent("This is no folder.");
    }

    @Test
    void manyMayReadAndWriteAtOnce() throws Exception {
        variants.compile("a", migration(FIRST, "", "new DeleteModel(\"A\")"), migration(SECOND, "", ""));
        variants.compile("b", migration(FIRST, "", "new DeleteModel(\"B\")"), migration(SECOND, "", ""));
        List<Path> both = List.of(Files.createDirectories(folder.resolve("x")), classes);
        variants.put("a", FIRST, both.get(0));
        variants.put("b", FIRST, both.get(1));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<String>>> runs = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                List<Path> roots = List.of(both.get(i % 2));
                runs.add(threads.submit(() -> run(roots, new Watched(roots))));
            }
            for (int i = 0; i < runs.size(); i++) {
                String expected = i % 2 == 0 ? "\"A\"" : "\"B\"";
                assertThat(runs.get(i).get()).singleElement().asString().contains(expected);
            }
        } finally {
            threads.shutdownNow();
        }
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            assertThat(files).containsExactly(index());
        }
    }

    /** The law: with what is kept of any history of changes, a project is the one that it would be without. */
    @Test
    void makesNoDifferenceButTime() throws IOException {
        String words = "public class Words { public static String name() { return \"VARIANT\"; } }";
        List<String> names = List.of("a", "b", "c", "d");
        List<List<String>> forms = List.of(
                List.of("", "new DeleteModel(\"A\")"),
                List.of("@NonAtomic", "new DeleteModel(\"B\"), new DeleteModel(\"C\")"),
                List.of("@Retired", "new DeleteModel(Words.name())"),
                List.of("@Replaces(\"catalog.0000_none\")", "new DeleteModel(Words.name())"));
        for (int i = 0; i < names.size(); i++) {
            List<String> form = forms.get(i);
            variants.compile(
                    names.get(i),
                    words.replace("VARIANT", names.get(i)),
                    migration(FIRST, form.get(0), form.get(1)),
                    migration(SECOND, "@DependsOn(\"catalog.0001_initial\") " + form.get(0), form.get(1)));
        }
        Path library = Files.createDirectories(folder.resolve("library"));
        variants.put("a", HELPER, classes);
        Random random = new Random(20261129);
        for (int round = 0; round < 150; round++) {
            Path changed = random.nextInt(4) == 0 ? library : classes;
            String name = List.of(FIRST, SECOND, HELPER).get(random.nextInt(3));
            if (random.nextInt(4) == 0 && !(name.equals(HELPER) && changed.equals(classes))) {
                MigrationVariants.remove(name, changed);
            } else {
                variants.put(names.get(random.nextInt(names.size())), name, changed);
            }
            Path jar = MigrationVariants.jar(folder.resolve("library" + random.nextInt(2) + ".jar"), library);
            List<Path> roots = random.nextBoolean() ? List.of(classes, jar) : List.of(jar, classes);

            List<String> without =
                    described(MigrationCache.none().load(new Watched(roots), roots, SourceLayout.none()));
            assertThat(run(roots, new Watched(roots))).as("round " + round).isEqualTo(without);
        }
    }

    private Path index() {
        return folder.resolve("cache/migrations.index");
    }

    /** Runs all migrations, as a migration from zero does, and returns all that is to be known of them. */
    private List<String> run(List<Path> roots, Watched loader) {
        MigrationCache cache = MigrationCache.in(folder.resolve("cache"));
        Project project = cache.load(loader, roots, SourceLayout.none());
        List<String> described = described(project);
        cache.save();
        return described;
    }

    private Project load(List<Path> roots, Watched loader) {
        MigrationCache cache = MigrationCache.in(folder.resolve("cache"));
        Project project = cache.load(loader, roots, SourceLayout.none());
        cache.save();
        return project;
    }

    /** The operations themselves are asked of another class loader, so that the one of the project shows what it needs. */
    private static List<String> described(Project project) {
        Watched other = new Watched(((Watched) project.classLoader()).roots());
        List<String> described = new ArrayList<>();
        for (MigrationNode node : project.loaded().migrations()) {
            described.add(String.join(
                    " ",
                    node.key().toString(),
                    node.dependencies().toString(),
                    node.runBefore().toString(),
                    node.replaces().toString(),
                    node.initial().toString(),
                    String.valueOf(node.atomic()),
                    OperationChecksum.of(node).text(),
                    forms(node, other)));
        }
        return described;
    }

    private static String forms(MigrationNode node, Watched other) {
        try {
            return OperationForms.of(
                            MigrationCache.none()
                                    .load(other, other.roots(), SourceLayout.none())
                                    .loaded()
                                    .migrations()
                                    .stream()
                                    .filter(each -> each.key().equals(node.key()))
                                    .findFirst()
                                    .orElseThrow())
                    .forms()
                    .toString();
        } catch (MigrationException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
