package io.kuaka.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationLoaderTest {
    @TempDir
    Path folder;

    private Path classes;

    @BeforeEach
    void makeFolders() throws IOException {
        classes = Files.createDirectories(folder.resolve("classes"));
    }

    /** A native image has no class files, and found nothing. */
    @Test
    void whereThereIsNothingToSearchAListTellsWhatThereIs() throws Exception {
        compile("shop.catalog.migrations.M0001_initial", migration("@Initial", ""));
        compile("shop.catalog.migrations.Words", "package shop.catalog.migrations; class Words {}");
        compile("shop.users.package-info", "@io.kuaka.migration.App(\"people\") package PACKAGE;");
        compile("shop.users.migrations.M0001_all", migration("@DependsOn(\"catalog.0001_initial\")", ""));
        LoadedMigrations searched = load();
        MigrationList list = MigrationList.of(List.of(classes));
        assertThat(list.text())
                .isEqualTo(
                        "shop.catalog.migrations.M0001_initial\nshop.users.migrations.M0001_all\nshop.users.package-info\n");

        Path resource = classes.resolve(MigrationList.RESOURCE);
        Files.createDirectories(resource.getParent());
        Files.writeString(resource, list.text());
        LoadedMigrations listed;
        try (URLClassLoader image =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, MigrationLoaderTest.class.getClassLoader())) {
            listed = MigrationLoader.load(image, List.of(), List.of());
            assertThat(listed.migrations().get(1).operations().get()).hasSize(1);
        }

        assertThat(names(listed)).containsExactlyElementsOf(names(searched));
        assertThat(listed.apps()).extracting(MigrationApp::label).containsExactly("catalog", "people");
        assertThat(listed.migrations().get(1).dependencies())
                .isEqualTo(searched.migrations().get(1).dependencies());
    }

    @Test
    void readsAppsAndMigrationsWithoutRunningThem() throws Exception {
        compile("shop.catalog.migrations.M0001_initial", migration("@Initial", ""));
        compile(
                "shop.catalog.migrations.M0002_isbn",
                migration(
                        "@DependsOn({\"catalog.0001_initial\", \"users.__first__\"}) @RunBefore(\"orders.0001_initial\")"
                                + " @NonAtomic",
                        "static { if (true) throw new IllegalStateException(\"It ran.\"); }"));
        compile("shop.users.migrations.M0001_all", migration("@Replaces(\"users.0001_initial\")", ""));

        LoadedMigrations loaded = load();

        assertThat(loaded.apps())
                .containsExactly(
                        new MigrationApp("catalog", "shop.catalog", Optional.of(classes)),
                        new MigrationApp("users", "shop.users", Optional.of(classes)));
        assertThat(names(loaded)).containsExactly("catalog.0001_initial", "catalog.0002_isbn", "users.0001_all");
        MigrationNode isbn = loaded.migrations().get(1);
        assertThat(loaded.migrations().get(0).initial()).contains(true);
        assertThat(isbn.dependencies()).containsExactlyElementsOf(keys("catalog.0001_initial", "users.__first__"));
        assertThat(isbn.runBefore()).containsExactlyElementsOf(keys("orders.0001_initial"));
        assertThat(isbn.atomic()).isFalse();
        assertThat(loaded.migrations().get(2).replaces()).containsExactlyElementsOf(keys("users.0001_initial"));
        assertThatExceptionOfType(MigrationClassFailedException.class)
                .isThrownBy(isbn.operations()::get)
                .withMessageContaining("Migration catalog.0002_isbn failed to return its operations");
    }

    @Test
    void asksAMigrationForItsOperationsOnce() throws Exception {
        compile("shop.catalog.migrations.M0001_initial", migration("", ""));

        MigrationNode node = load().migrations().get(0);

        assertThat(node.operations().get()).isSameAs(node.operations().get()).hasSize(1);
    }

    @Test
    void readsJarsToo() throws Exception {
        compile("lib.audit.migrations.M0001_initial", migration("", ""));
        Path jar = jar("lib.jar", classes);

        LoadedMigrations loaded = load(List.of(jar, folder.resolve("isn't there.jar")), List.of());

        assertThat(loaded.app("audit")).contains(new MigrationApp("audit", "lib.audit", Optional.of(jar)));
        assertThat(loaded.migrations().get(0).operations().get()).hasSize(1);
    }

    @Test
    void readsTheJarsOfSpringBootWithTheJarsInside() throws Exception {
        compile("lib.audit.migrations.M0001_initial", migration("", ""));
        Path library = folder.resolve("libraries");
        Files.createDirectories(library);
        jar("libraries/lib.jar", classes);
        Path boot = folder.resolve("boot");
        Files.createDirectories(boot.resolve("BOOT-INF"));
        Files.move(library, boot.resolve("BOOT-INF/lib"));
        compile("shop.catalog.migrations.M0001_initial", migration("", ""));
        Files.createDirectories(boot.resolve("BOOT-INF/classes/shop/catalog"));
        Files.move(
                classes.resolve("shop/catalog/migrations"), boot.resolve("BOOT-INF/classes/shop/catalog/migrations"));
        Path application = jar("application.jar", boot);

        // Spring's class loader sees what is inside; here others stand for it.
        List<URL> urls = List.of(
                boot.resolve("BOOT-INF/classes/").toUri().toURL(),
                boot.resolve("BOOT-INF/lib/lib.jar").toUri().toURL());
        ClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), MigrationLoaderTest.class.getClassLoader());

        assertThat(names(MigrationLoader.load(loader, List.of(application), List.of())))
                .containsExactly("audit.0001_initial", "catalog.0001_initial");
    }

    @Test
    void leavesOtherPeoplesMigrationsAlone() throws Exception {
        compile(
                "lib.flight.migrations.Birds",
                "package lib.flight.migrations; public class Birds extends Missing {}" + " class Missing {}");
        Files.delete(classes.resolve("lib/flight/migrations/Missing.class"));
        compile("migrations.M0001_initial", migration("", ""));

        assertThat(load().migrations()).isEmpty();
    }

    @Test
    void takesTheLabelFromTheAnnotationAndFindsAppsWithoutMigrations() throws Exception {
        compile("shop.stock.package-info", "@io.kuaka.migration.App(\"warehouse\") package shop.stock;");
        compile("shop.catalog.package-info", "@io.kuaka.migration.App(\"books\") package shop.catalog;");
        compile("shop.catalog.migrations.M0001_initial", migration("", ""));

        LoadedMigrations loaded = load(List.of(classes), List.of("shop.orders", "shop.stock"));

        assertThat(loaded.apps()).extracting(MigrationApp::label).containsExactly("books", "orders", "warehouse");
        assertThat(names(loaded)).containsExactly("books.0001_initial");
        assertThat(loaded.appOf("shop.catalog.model.Book"))
                .map(MigrationApp::migrationsPackage)
                .contains("shop.catalog.migrations");
        assertThat(loaded.appOf("shop.catalogue.Book")).isEmpty();
    }

    @Test
    void ignoresOrdinaryClasses() throws Exception {
        compile("shop.catalog.migrations.M0001_initial", migration("", "static class Inner {}"));
        compile("shop.catalog.migrations.Words", "package shop.catalog.migrations; public class Words {}");
        compile(
                "shop.catalog.migrations.Base",
                "package shop.catalog.migrations;"
                        + " public abstract class Base implements io.kuaka.migration.Migration {}");

        assertThat(names(load())).containsExactly("catalog.0001_initial");
    }

    @Test
    void listsAllProblems() throws Exception {
        compile("shop.a.migrations.AddIsbn", migration("", "").replace("CLASS", "AddIsbn"));
        compile("shop.a.migrations.M0001_hidden", migration("", "private CLASS() {}"));
        compile("shop.a.migrations.M0002_words", migration("@DependsOn(\"0001_initial\")", ""));
        compile("shop.a.migrations.M0003_other", "package shop.a.migrations; public class M0003_other { }");
        compile("other.a.migrations.M0001_initial", migration("", ""));

        assertThatExceptionOfType(InvalidMigrationsException.class)
                .isThrownBy(this::load)
                .satisfies(
                        e -> assertThat(e.problems())
                                .containsExactly(
                                        "Class \"shop.a.migrations.AddIsbn\" is a migration, but its name isn't \"M\", a number, an underscore and a word, e.g. \"M0002_book_isbn\".",
                                        "Class \"shop.a.migrations.M0001_hidden\" must be a public class with a public no-argument constructor.",
                                        "Class \"shop.a.migrations.M0002_words\" has a @DependsOn that can't be read:"
                                                + " \"0001_initial\" isn't a migration name; write \"app.name\", e.g. \"catalog.0002_book_isbn\".",
                                        "Class \"shop.a.migrations.M0003_other\" has a migration's name but doesn't implement Migration. Implement it, or rename the class.",
                                        "Two apps have the label \"a\": packages \"other.a\" and \"shop.a\". Give one of them another label with @App on its package-info.java."));
    }

    private static String migration(String annotations, String members) {
        return "package PACKAGE; import io.kuaka.migration.*; import io.kuaka.operation.*; import java.util.List; "
                + annotations + " public final class CLASS implements Migration { " + members
                + " @Override public List<Operation> operations() { return List.of(new DeleteModel(\"X\")); } }";
    }

    private static List<MigrationKey> keys(String... texts) {
        return Stream.of(texts).map(MigrationKey::parse).toList();
    }

    private static List<String> names(LoadedMigrations loaded) {
        return loaded.migrations().stream().map(node -> node.key().toString()).toList();
    }

    private LoadedMigrations load() throws MalformedURLException {
        return load(List.of(classes), List.of());
    }

    private static LoadedMigrations load(List<Path> roots, List<String> packages) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (Path root : roots) {
            urls.add(root.toUri().toURL());
        }
        ClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), MigrationLoaderTest.class.getClassLoader());
        return MigrationLoader.load(loader, roots, packages);
    }

    private void compile(String className, String source) throws IOException {
        int dot = className.lastIndexOf('.');
        String text =
                source.replace("PACKAGE", className.substring(0, dot)).replace("CLASS", className.substring(dot + 1));
        Path file = folder.resolve("sources").resolve(className.replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", classes.toString(), "-cp", classPath(), file.toString());
        assertThat(result).as(text).isZero();
    }

    private Path jar(String name, Path content) throws IOException {
        Path jar = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(content)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                out.putNextEntry(new JarEntry(content.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    private String classPath() {
        return System.getProperty("java.class.path") + File.pathSeparator + classes;
    }
}
