package io.kuaka.it.support;

import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.command.MakeMigrations;
import io.kuaka.command.Migrate;
import io.kuaka.command.project.FeasibilityCheck;
import io.kuaka.tooling.Application;
import io.kuaka.tooling.Workspace;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The bookshop in a folder of its own, without any history at first, and without the app {@code events}, whose history
 * can't be made from its entities as they are now.
 */
public final class BookshopProject {
    private static final Path ORIGINAL = Path.of("..", "examples", "bookshop", "src", "main");

    private final Path folder;

    private BookshopProject(Path folder) {
        this.folder = folder;
    }

    /** Copies the bookshop without its migrations, and compiles it. */
    public static BookshopProject withoutHistory() throws IOException {
        Path parent = Files.createDirectories(Path.of("target", "bookshop").toAbsolutePath());
        BookshopProject project = new BookshopProject(Files.createTempDirectory(parent, "project"));
        try (Stream<Path> files = Files.walk(ORIGINAL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getParent().endsWith("migrations") && !isOfEvents(file)) {
                    Path copy = project.folder.resolve("src/main").resolve(ORIGINAL.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        project.compile();
        return project;
    }

    private static boolean isOfEvents(Path file) {
        return StreamSupport.stream(file.spliterator(), false).anyMatch(Path.of("events")::equals);
    }

    public void compile() {
        Sources.compile(folder.resolve("src/main/java"), classes(), List.of());
    }

    /** Runs makemigrations; asks nobody. */
    public MakeMigrations.Result makeMigrations(MakeMigrations.Options options) {
        Application application = application();
        return new MakeMigrations(
                        application.project(),
                        application.models(),
                        AnswersQuestioner.withoutAnswers(),
                        FeasibilityCheck.on(Optional.empty()),
                        Clock.systemUTC())
                .run(options);
    }

    /** Runs migrate and returns what was applied or reversed. */
    public List<String> migrate(TestDatabase database, Migrate.Options options) {
        Migrate migrate = new Migrate(application().project(), database::connect);
        return migrate.run(migrate.prepare(options)).names();
    }

    private Application application() {
        return Application.open(new Workspace(folder, loader(), List.of(classes()), Map.of()));
    }

    /** Returns the texts of all migrations by their file names, relative to the folder of sources. */
    public SortedMap<String, String> migrations() throws IOException {
        return migrations(folder.resolve("src/main"));
    }

    /** Returns the same of the bookshop as it is in the repository. */
    public static SortedMap<String, String> committedMigrations() throws IOException {
        return migrations(ORIGINAL);
    }

    private static SortedMap<String, String> migrations(Path root) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getParent().endsWith("migrations") && !isOfEvents(file)) {
                    texts.put(root.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return texts;
    }

    public List<String> entityNames() {
        return Sources.classNames(classes()).stream()
                .filter(name -> name.matches("com\\.example\\.bookshop\\.(users|catalog|orders|shared)\\.\\w+"))
                .toList();
    }

    Path classes() {
        return folder.resolve("target/classes");
    }

    /** Sees the classes of this folder; the bookshop is on the class path of the tests, too. */
    public ClassLoader loader() {
        try {
            return new OwnFirst(classes().toUri().toURL());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static final class OwnFirst extends URLClassLoader {
        OwnFirst(URL classes) {
            super(new URL[] {classes}, BookshopProject.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("com.example.bookshop.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
