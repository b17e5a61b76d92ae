package io.kuaka.command.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the application and its surroundings say to Kuaka.
 *
 * <p>Each source is laid over the ones before: {@code persistence.xml}, {@code hibernate.properties}, {@code
 * application.properties} and {@code application.yml}, {@code kuaka.properties}, the environment, and the options of a
 * command. A value may name others as {@code ${name:default}}.
 */
public final class Settings {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}:]+)(?::([^}]*))?}");
    private static final List<String> URL = List.of(
            "kuaka.url",
            "spring.datasource.url",
            "jakarta.persistence.jdbc.url",
            "hibernate.connection.url",
            "javax.persistence.jdbc.url");
    private static final List<String> USER = List.of(
            "kuaka.user",
            "spring.datasource.username",
            "jakarta.persistence.jdbc.user",
            "hibernate.connection.username",
            "javax.persistence.jdbc.user");
    private static final List<String> PASSWORD = List.of(
            "kuaka.password",
            "spring.datasource.password",
            "jakarta.persistence.jdbc.password",
            "hibernate.connection.password",
            "javax.persistence.jdbc.password");
    private static final String KUAKA_PROPERTIES = "kuaka.properties";
    private static final String ENVIRONMENT = "kuaka.environment.";

    /**
     * A setting.
     *
     * @param origin who says so, as in {@code application.properties}
     */
    private record Value(String text, String origin) {}

    private final Map<String, Value> values = new TreeMap<>();
    private final Map<String, String> environment;

    private Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Reads the files of an application.
     *
     * @param folder the project's folder, for its {@code kuaka.properties}
     * @param base what {@code persistence.xml} says
     */
    public static Settings read(
            ClassLoader classLoader, Path folder, Map<String, String> base, Map<String, String> environment) {
        Settings settings = new Settings(environment);
        settings.add(base, "", "persistence.xml");
        settings.addResource(classLoader, "hibernate.properties", Settings::properties, "");
        settings.addResource(classLoader, "application.yml", FlatYaml::parse, "");
        settings.addResource(classLoader, "application.yaml", FlatYaml::parse, "");
        settings.addResource(classLoader, "application.properties", Settings::properties, "");
        settings.addResource(classLoader, KUAKA_PROPERTIES, Settings::properties, "kuaka.");
        settings.add(properties(file(folder.resolve(KUAKA_PROPERTIES))), "kuaka.", KUAKA_PROPERTIES);
        environment.forEach((name, value) -> {
            if (name.startsWith("KUAKA_")) {
                String key = name.substring("KUAKA_".length());
                settings.values.put("kuaka." + key.toLowerCase(Locale.ROOT).replace('_', '-'), new Value(value, name));
            }
        });
        return settings;
    }

    /** Returns these settings with one of Kuaka's own laid over them, as an option does. */
    public Settings with(String name, String value) {
        Settings more = new Settings(environment);
        more.values.putAll(values);
        more.values.put("kuaka." + name, new Value(value, "--" + name));
        return more;
    }

    /** Returns one of Kuaka's own settings. */
    public Optional<String> get(String name) {
        return first(List.of("kuaka." + name));
    }

    /**
     * Returns the database.
     *
     * @throws MissingDatabaseException when nobody said which
     */
    public Database requireDatabase() {
        return database().orElseThrow(MissingDatabaseException::new);
    }

    /**
     * Returns the database, if anybody said which.
     *
     * <p>The application's user and password go to the application's database only: with an address of one's own they
     * have to be given, too.
     */
    public Optional<Database> database() {
        boolean isOwn = get("url").isPresent();
        return first(URL)
                .map(url -> new Database(
                        url,
                        (isOwn ? get("user") : first(USER)).orElse(null),
                        (isOwn ? get("password") : first(PASSWORD)).orElse(null)));
    }

    /** Returns the other databases that were named: those of {@code kuaka.environment.NAME.url}, by their names. */
    public SortedMap<String, Database> environments() {
        SortedMap<String, Database> environments = new TreeMap<>();
        for (String key : values.keySet()) {
            if (key.startsWith(ENVIRONMENT) && key.endsWith(".url")) {
                String own = key.substring(0, key.length() - ".url".length());
                String url = first(List.of(key)).orElse("");
                String user = first(List.of(own + ".user")).orElse(null);
                String password = first(List.of(own + ".password")).orElse(null);
                environments.put(own.substring(ENVIRONMENT.length()), new Database(url, user, password));
            }
        }
        return environments;
    }

    /** Returns what is meant for Hibernate or for Spring's use of it. */
    public Map<String, String> ofHibernate() {
        Map<String, String> settings = new TreeMap<>();
        values.forEach((name, value) -> {
            boolean isHibernates = name.startsWith("hibernate.")
                    || name.startsWith("spring.jpa.")
                    || name.startsWith("jakarta.persistence.");
            if (isHibernates && !PASSWORD.contains(name)) {
                settings.put(name, value.text());
            }
        });
        return settings;
    }

    /** Returns who says which database it is, as in {@code application.properties}; empty when nobody does. */
    public Optional<String> originOfDatabase() {
        return firstName(URL)
                .map(name -> Objects.requireNonNull(values.get(name)).origin());
    }

    private Optional<String> first(List<String> names) {
        return firstName(names)
                .map(name ->
                        resolve(name, Objects.requireNonNull(values.get(name)).text()));
    }

    /** What is empty, as a variable of a build server may be, isn't said. */
    private Optional<String> firstName(List<String> names) {
        return names.stream()
                .filter(name -> values.containsKey(name)
                        && !Objects.requireNonNull(values.get(name)).text().isBlank())
                .findFirst();
    }

    private String resolve(String name, String value) {
        Matcher placeholder = PLACEHOLDER.matcher(value);
        return placeholder.replaceAll(match -> Matcher.quoteReplacement(lookUp(match.group(1))
                .or(() -> Optional.ofNullable(match.group(2)))
                .orElseThrow(() -> new UnresolvedSettingException(name, match.group(1)))));
    }

    private Optional<String> lookUp(String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(System.getProperty(name)))
                .or(() -> Optional.ofNullable(values.get(name)).map(Value::text));
    }

    private void addResource(
            ClassLoader classLoader, String name, Function<String, Map<String, String>> format, String prefix) {
        add(format.apply(resource(classLoader, name)), prefix, name);
    }

    private void add(Map<String, String> more, String prefix, String origin) {
        more.forEach((name, value) -> values.put(prefix + name, new Value(value, origin)));
    }

    private static Map<String, String> properties(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    private static String resource(ClassLoader classLoader, String name) {
        try (InputStream in = classLoader.getResourceAsStream(name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(Path path) {
        try {
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
