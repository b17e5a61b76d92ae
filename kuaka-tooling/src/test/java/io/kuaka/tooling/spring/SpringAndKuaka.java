package io.kuaka.tooling.spring;

import io.kuaka.base.MigrationException;
import io.kuaka.command.project.Database;
import io.kuaka.tooling.MissingDatabaseException;
import io.kuaka.tooling.Settings;
import io.kuaka.tooling.Workspace;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * Reads the settings of each case in the current folder, by Spring Boot and by Kuaka, and prints what they find. It is a
 * program, since Spring looks in the folder in which its process was started.
 */
public final class SpringAndKuaka {
    private static final Path FOLDER = Path.of("").toAbsolutePath();

    private SpringAndKuaka() {}

    /** Reads the table of cases in the file that is given, and prints a line for each: title, Spring's, Kuaka's. */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        for (SpringCase each : SpringCase.in(Files.readString(Path.of(arguments[0])))) {
            empty();
            each.writeTo(FOLDER);
            each.properties().forEach(System::setProperty);
            try (URLClassLoader classes = classes(SpringAndKuaka.class.getClassLoader());
                    URLClassLoader own = classes(null)) {
                System.out.println(each.title() + "\t" + bySpring(classes, each.variables()) + "\t"
                        + byKuaka(own, each.variables()));
            }
            each.properties().keySet().forEach(System::clearProperty);
        }
    }

    private static URLClassLoader classes(ClassLoader parent) throws MalformedURLException {
        return new URLClassLoader(new URL[] {FOLDER.resolve("classes").toUri().toURL()}, parent);
    }

    private static void empty() throws IOException {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            for (Path path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                if (!path.equals(FOLDER)) {
                    Files.delete(path);
                }
            }
        }
    }

    private static String bySpring(ClassLoader classes, Map<String, String> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment
                .getPropertySources()
                .replace(name, new SystemEnvironmentPropertySource(name, Map.copyOf(variables)));
        SpringApplication application = new SpringApplication(new DefaultResourceLoader(classes), SpringAndKuaka.class);
        application.setEnvironment(environment);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        String[] found = {"stops"};
        application.addInitializers(context -> {
            found[0] = found(context.getEnvironment());
            throw new IllegalStateException("That was all.");
        });
        Thread.currentThread().setContextClassLoader(classes);
        try {
            application.run();
        } catch (RuntimeException e) {
            return found[0];
        }
        throw new AssertionError();
    }

    private static String found(Environment environment) {
        String url = ofDataSource(environment, "url", "jdbc-url");
        return url == null
                ? "none"
                : words(
                        url,
                        ofDataSource(environment, "username", "username"),
                        ofDataSource(environment, "password", "password"));
    }

    /** An empty name or password is as good as none. */
    private static String words(String url, @Nullable String user, @Nullable String password) {
        String all = url + " " + (user == null || user.isEmpty() ? "-" : user) + " "
                + (password == null || password.isEmpty() ? "-" : password);
        return all.replace("\n", "(line)");
    }

    private static @Nullable String ofDataSource(Environment environment, String name, String ofPool) {
        String value = environment.getProperty("spring.datasource.hikari." + ofPool);
        return value == null ? environment.getProperty("spring.datasource." + name) : value;
    }

    private static String byKuaka(ClassLoader classes, Map<String, String> variables) {
        try {
            Settings settings = Settings.read(new Workspace(FOLDER, classes, List.of(), variables));
            Database database = settings.requireDatabase();
            return words(database.url(), database.user(), database.password());
        } catch (MissingDatabaseException e) {
            return "none";
        } catch (MigrationException e) {
            return "stops";
        }
    }
}
