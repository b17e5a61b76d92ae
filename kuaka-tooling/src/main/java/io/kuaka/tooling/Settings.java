package io.kuaka.tooling;

import static io.kuaka.tooling.SettingNames.OF_QUARKUS;
import static io.kuaka.tooling.SettingNames.PASSWORD;
import static io.kuaka.tooling.SettingNames.URL;
import static io.kuaka.tooling.SettingNames.USER;

import io.kuaka.base.MigrationException;
import io.kuaka.command.project.Database;
import io.kuaka.routing.Placement;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of Kuaka, from the application's files, the environment and options.
 *
 * <p>Each source overrides those before it: {@code persistence.xml}, {@code hibernate.properties}, {@code
 * microprofile-config.properties}, {@code application.yml} and {@code application.properties} with the active profiles,
 * the application's variables in the environment, {@code kuaka.properties}, Kuaka's own variables, and the options of a
 * command. A value may contain placeholders such as {@code ${name:default}}.
 */
public final class Settings {
    private static final String ENVIRONMENT = "kuaka.environment.";
    private static final String DATABASES = "kuaka.databases.";

    /** The beginning of a URL whose kind of database is known, whatever follows. */
    private static final Pattern KIND = Pattern.compile("jdbc:[a-z0-9]+:");

    /** The prefix of Kuaka's own settings. */
    static final String OWN = "kuaka.";

    /** Where a setting comes from, in the order in which sources override each other. */
    enum Source {
        FILE,
        ENVIRONMENT,
        OPTION
    }

    /**
     * A setting.
     *
     * @param origin where it comes from, for messages, as in {@code application.properties}
     * @param overridden what an option took the place of
     */
    record Value(
            String text,
            Source source,
            String origin,
            @Nullable Value overridden) {
        Value(String text, Source source, String origin) {
            this(text, source, origin, null);
        }

        /** Returns what the setting is without the options of the command; null if it isn't set then. */
        @Nullable
        Value withoutOption() {
            return source == Source.OPTION ? overridden : this;
        }
    }

    private final Map<String, Value> values;
    private final Map<String, String> environment;
    private final SettingsReader.Gaps gaps;

    Settings(Map<String, Value> values, Map<String, String> environment, SettingsReader.Gaps gaps) {
        this.values = values;
        this.environment = environment;
        this.gaps = gaps;
    }

    /** Reads the files of an application and the environment. */
    public static Settings read(Workspace workspace) {
        return SettingsReader.read(workspace);
    }

    /**
     * Returns these settings with one of Kuaka's own overridden, as by an option of a command.
     *
     * @param origin where the value comes from, as in {@code --url}
     */
    public Settings with(String name, String value, String origin) {
        Map<String, Value> more = new TreeMap<>(values);
        more.compute(
                OWN + name,
                (own, before) ->
                        new Value(value, Source.OPTION, origin, before == null ? null : before.withoutOption()));
        return new Settings(more, environment, gaps);
    }

    /** Returns these settings, with {@code others} for what is missing. */
    public Settings withFallback(Map<String, String> others, String origin) {
        Map<String, Value> more = new TreeMap<>(values);
        others.forEach((name, value) -> more.putIfAbsent(name, new Value(value, Source.FILE, origin)));
        return new Settings(more, environment, gaps);
    }

    /** Returns these settings, with the reason why others that should complete them could not be read. */
    Settings withUnknownFallback(MigrationException reason) {
        return new Settings(values, environment, gaps.with(reason));
    }

    /** Returns what else the application itself reads, and Kuaka can't, in words. */
    public List<String> unread() {
        return gaps.unread();
    }

    /** Returns one of Kuaka's own settings. */
    public Optional<String> get(String name) {
        return first(List.of(OWN + name));
    }

    /**
     * Returns the database.
     *
     * @throws MissingDatabaseException if none is configured
     * @throws MigrationException if a source that may name it can't be read, or isn't there
     */
    public Database requireDatabase() {
        MigrationException incomplete = gaps.incomplete();
        if (incomplete != null
                && nameOfUrl().filter(name -> name.startsWith(OWN)).isEmpty()) {
            throw incomplete;
        }
        return database().orElseThrow(gaps::missing);
    }

    /** Returns the alias of the database, as in {@code reporting}; that of the usual one if none was chosen. */
    public String alias() {
        return get("database").orElse(Placement.DEFAULT);
    }

    /** Returns the aliases of all databases; the usual one comes first. */
    public SortedSet<String> aliases() {
        SortedSet<String> aliases =
                new TreeSet<>(Comparator.comparing((String alias) -> !alias.equals(Placement.DEFAULT))
                        .thenComparing(alias -> alias));
        aliases.add(Placement.DEFAULT);
        aliases.addAll(namesOf(DATABASES));
        return aliases;
    }

    /**
     * Makes sure that the database that was chosen is in the settings.
     *
     * @throws UnknownAliasException if it isn't
     */
    public void requireKnownAlias() {
        if (!aliases().contains(alias())) {
            throw new UnknownAliasException(alias(), aliases());
        }
    }

    /** Returns these settings for one of the databases; options that say where another one is aren't about it. */
    public Settings at(String alias) {
        if (alias.equals(alias())) {
            return this;
        }
        Map<String, Value> others = new TreeMap<>(values);
        List.of("url", "user", "password")
                .forEach(name -> others.computeIfPresent(OWN + name, (own, value) -> value.withoutOption()));
        return new Settings(others, environment, gaps).with("database", alias, "--database");
    }

    /** Returns a setting of the database: its own one if it has one, and otherwise that of all databases. */
    public Optional<String> ofDatabase(String name) {
        return first(List.of(DATABASES + alias() + "." + name)).or(() -> get(name));
    }

    /**
     * Returns the database, if one is configured.
     *
     * <p>User and password are used only for the database that they belong to: those of the application for the
     * application's, and those of an overriding URL from its own source or one that overrides it.
     */
    public Optional<Database> database() {
        return isUsual() ? usualDatabase() : namedDatabase(DATABASES + alias() + ".");
    }

    /**
     * Returns the kind of database, which its URL tells; empty if none is configured, or if only variables that aren't set
     * would tell. What else a connection needs, such as a password, may be missing.
     */
    public Optional<Dialect> dialect() {
        String option = isUsual() ? null : from(Source.OPTION, "url");
        if (option != null) {
            return Optional.of(Dialects.forUrl(option));
        }
        return nameOfUrl()
                .map(name -> resolvedIfPossible(
                        name, Objects.requireNonNull(values.get(name)).text()))
                .filter(url -> !url.contains("${") || KIND.matcher(url).lookingAt())
                .map(Dialects::forUrl);
    }

    /** Returns whether a database is configured; variables that a connection needs may not be set. */
    public boolean namesDatabase() {
        return nameOfUrl().isPresent();
    }

    private Optional<String> nameOfUrl() {
        return firstName(isUsual() ? URL : List.of(DATABASES + alias() + ".url"));
    }

    private boolean isUsual() {
        return alias().equals(Placement.DEFAULT);
    }

    /** The options of a command replace what the settings say about this database, and no others do. */
    private Optional<Database> namedDatabase(String prefix) {
        String url = from(Source.OPTION, "url");
        String user = from(Source.OPTION, "user");
        String password = from(Source.OPTION, "password");
        if (url != null) {
            return Optional.of(new Database(url, user, password));
        }
        return first(List.of(prefix + "url"))
                .map(own -> new Database(
                        own,
                        user == null ? first(List.of(prefix + "user")).orElse(null) : user,
                        password == null ? first(List.of(prefix + "password")).orElse(null) : password));
    }

    private Optional<Database> usualDatabase() {
        Value own = values.get(OWN + "url");
        Source least = own == null || own.text().isBlank() ? null : own.source();
        return first(URL)
                .map(url -> least != null
                        ? new Database(url, from(least, "user"), from(least, "password"))
                        : new Database(
                                url, first(USER).orElse(null), first(PASSWORD).orElse(null)));
    }

    /**
     * Returns the database of a URL that may contain placeholders.
     *
     * <p>It has a user only if one is given as an option, and then the password of the options or of the environment.
     *
     * @param name the option with the URL, for messages
     */
    public Database databaseAt(String name, String url) {
        String user = from(Source.OPTION, "user");
        return new Database(resolve(name, url), user, user == null ? null : from(Source.ENVIRONMENT, "password"));
    }

    /** Returns one of Kuaka's own settings if it comes from a source or from one that overrides it. */
    private @Nullable String from(Source least, String name) {
        Value value = values.get(OWN + name);
        return value == null || value.source().compareTo(least) < 0
                ? null
                : get(name).orElse(null);
    }

    /** Returns the names of the environments, set by {@code kuaka.environment.NAME.url}. */
    public SortedSet<String> environments() {
        return new TreeSet<>(namesOf(ENVIRONMENT));
    }

    /**
     * Returns the database of an environment.
     *
     * @throws UnresolvedSettingException if a placeholder in its settings has no value
     */
    public Database environment(String name) {
        String own = ENVIRONMENT + name;
        return new Database(
                first(List.of(own + ".url")).orElse(""),
                first(List.of(own + ".user")).orElse(null),
                first(List.of(own + ".password")).orElse(null));
    }

    /** The names for which a URL is set, between {@code prefix} and {@code .url}. */
    private List<String> namesOf(String prefix) {
        return values.keySet().stream()
                .filter(key -> key.startsWith(prefix) && key.endsWith(".url"))
                .map(key -> key.substring(prefix.length(), key.length() - ".url".length()))
                .toList();
    }

    /** Returns the parts of a setting, by its whole name: of a list, or of one text with commas between them. */
    List<String> list(String name) {
        Stream<String> elements = Stream.iterate(0, i -> i + 1)
                .map(i -> first(List.of(name + "[" + i + "]")))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream);
        return Stream.concat(first(List.of(name)).stream(), elements)
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Returns the settings of Hibernate, and of Spring's use of it. */
    public Map<String, String> ofHibernate() {
        Map<String, String> settings = new TreeMap<>();
        values.forEach((name, value) -> {
            boolean isHibernates = name.startsWith("hibernate.")
                    || name.startsWith("spring.jpa.")
                    || name.startsWith("jakarta.persistence.");
            boolean isOfConnection = URL.contains(name) || USER.contains(name) || PASSWORD.contains(name);
            if (isHibernates && !isOfConnection) {
                settings.put(name, resolvedIfPossible(name, value.text()));
            }
        });
        OF_QUARKUS.forEach(
                (name, hibernates) -> first(List.of(name)).ifPresent(value -> settings.putIfAbsent(hibernates, value)));
        return settings;
    }

    /** What only the running application needs may stay unresolved: most of it doesn't affect the models. */
    private String resolvedIfPossible(String name, String text) {
        try {
            return resolve(name, text);
        } catch (UnresolvedSettingException e) {
            return text;
        }
    }

    /** Returns where the database is configured, as in {@code application.properties}; empty if it isn't. */
    public Optional<String> originOfDatabase() {
        List<String> names = alias().equals(Placement.DEFAULT) ? URL : List.of(DATABASES + alias() + ".url");
        return firstName(names)
                .map(name -> Objects.requireNonNull(values.get(name)).origin());
    }

    /** Returns the settings that decide about the database, and Kuaka's own, by name. */
    public List<UsedSetting> used() {
        List<UsedSetting> used = new ArrayList<>();
        Stream.of(URL, USER, PASSWORD)
                .flatMap(names -> firstName(names).stream())
                .forEach(name -> used.add(used(name)));
        values.keySet().stream()
                .filter(name -> name.startsWith(OWN) && !URL.contains(name) && !USER.contains(name))
                .filter(name -> !PASSWORD.contains(name) && !name.startsWith(ENVIRONMENT))
                .forEach(name -> used.add(used(name)));
        return used;
    }

    private UsedSetting used(String name) {
        boolean isSecret = URL.contains(name) || PASSWORD.contains(name) || name.startsWith(DATABASES);
        return UsedSetting.of(name, Objects.requireNonNull(values.get(name)), isSecret);
    }

    /** Returns the settings whose names begin with a prefix, by the rest of their names. */
    Map<String, String> below(String prefix) {
        return values.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toMap(
                        name -> name.substring(prefix.length()),
                        name -> resolvedIfPossible(
                                name, Objects.requireNonNull(values.get(name)).text())));
    }

    private Optional<String> first(List<String> names) {
        return firstName(names)
                .map(name ->
                        resolve(name, Objects.requireNonNull(values.get(name)).text()));
    }

    /** Empty values, such as variables on a build server, are ignored. */
    private Optional<String> firstName(List<String> names) {
        return names.stream()
                .filter(name -> values.containsKey(name)
                        && !Objects.requireNonNull(values.get(name)).text().isBlank())
                .findFirst();
    }

    /**
     * Returns a text with the values of its placeholders.
     *
     * @param name where the text is from, for messages
     * @throws UnresolvedSettingException if a placeholder has no value
     */
    public String resolve(String name, String value) {
        return new PlaceholderResolver(name, this::lookUp).resolve(value);
    }

    /** As in Spring, the variable {@code DB_HOST} is also found by the name {@code db.host}. */
    Optional<String> lookUp(String name) {
        String variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(environment.get(name)))
                .or(() -> Optional.ofNullable(environment.get(variable)))
                .or(() -> Optional.ofNullable(values.get(name)).map(Value::text));
    }
}
