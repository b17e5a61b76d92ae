package io.kuaka.tooling;

import io.kuaka.tooling.Settings.Source;
import io.kuaka.tooling.Settings.Value;
import io.kuaka.tooling.config.ApplicationConfiguration;
import io.kuaka.tooling.config.SettingsDocument;
import io.kuaka.tooling.config.SettingsFiles;
import io.kuaka.tooling.config.SpringJson;
import io.kuaka.tooling.config.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the files of a workspace and its environment; each source overrides those before it. */
final class SettingsReader {
    private static final String VARIABLE = "KUAKA_";

    private final Map<String, String> environment;
    private final Variables variables;
    private final Map<String, Value> values = new TreeMap<>();
    private final List<String> unread = new ArrayList<>();
    private SortedSet<String> profilesWithDatabase = new TreeSet<>();

    private SettingsReader(Map<String, String> environment) {
        this.environment = environment;
        this.variables = new Variables(environment);
    }

    static Settings read(Workspace workspace) {
        SettingsReader reader = new SettingsReader(workspace.environment());
        reader.readAll(new SettingsFiles(workspace.folder(), workspace.classLoader()));
        MissingDatabaseException missing =
                new MissingDatabaseException(reader.profilesWithDatabase, reader.otherUrls(), reader.unread);
        return new Settings(reader.values, workspace.environment(), missing, reader.unread);
    }

    private void readAll(SettingsFiles files) {
        List<SettingsDocument> own = Stream.of(
                        files.onClassPath(SettingsFiles.KUAKA_PROPERTIES),
                        files.inFolder(SettingsFiles.KUAKA_PROPERTIES))
                .flatMap(List::stream)
                .toList();
        SettingsDocument json = SpringJson.in(variables);
        files.onClassPath("hibernate.properties").forEach(document -> add(document, ""));
        ApplicationConfiguration application = ApplicationConfiguration.read(files, this::withoutPlaceholders);
        ApplicationConfiguration.Active active = application.active(profiles(own, json), included(json));
        active.documents().forEach(document -> add(document, ""));
        unread.addAll(active.unread());
        unread.addAll(SpringJson.otherPlaces(variables));
        profilesWithDatabase = application.profilesWith(SettingNames.URL);
        SettingNames.OF_APPLICATIONS.forEach(
                name -> variables.overriding(name).ifPresent(variable -> put(name, variable)));
        SettingNames.OF_APPLICATIONS.forEach(this::putSystemProperty);
        add(json, "", Source.ENVIRONMENT);
        own.forEach(document -> add(document, Settings.OWN));
        variables.startingWith(VARIABLE).forEach(this::putOwn);
    }

    /** What names a file is known before the files are read, so only from outside of them. */
    private Optional<String> withoutPlaceholders(String text) {
        Settings outside = new Settings(Map.of(), environment, new MissingDatabaseException(), List.of());
        try {
            return Optional.of(outside.resolve("spring.config.import", text));
        } catch (UnresolvedSettingException e) {
            return Optional.empty();
        }
    }

    /** Returns the settings that hold a URL of JDBC under a name of the application's own, with where they are. */
    private SortedMap<String, String> otherUrls() {
        SortedMap<String, String> others = new TreeMap<>();
        values.forEach((name, value) -> {
            if (value.text().startsWith("jdbc:")
                    && !SettingNames.URL.contains(name)
                    && !name.startsWith(Settings.OWN)) {
                others.put(name, value.origin());
            }
        });
        return others;
    }

    private void add(SettingsDocument document, String prefix) {
        add(document, prefix, Source.FILE);
    }

    private void add(SettingsDocument document, String prefix, Source source) {
        document.entries().forEach((name, entry) -> {
            String whole = prefix + name;
            if (whole.startsWith(Settings.OWN)) {
                KnownSettings.require(whole.substring(Settings.OWN.length()), document.file(), entry.line());
            }
            values.put(whole, new Value(entry.text(), source, document.file()));
        });
    }

    /** Returns the variable of one of Kuaka's own settings. */
    static String variable(String setting) {
        return VARIABLE + setting.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }

    private void putOwn(Variables.Variable variable) {
        String name = variable.name().substring(VARIABLE.length());
        put(Settings.OWN + name.toLowerCase(Locale.ROOT).replace('_', '-'), variable);
    }

    private void putSystemProperty(String name) {
        String text = System.getProperty(name, "");
        if (!text.isBlank()) {
            values.put(name, new Value(text, Source.ENVIRONMENT, "-D" + name));
        }
    }

    private void put(String name, Variables.Variable variable) {
        values.put(name, new Value(variable.text(), Source.ENVIRONMENT, variable.origin()));
    }

    /** The profiles that are set outside the application's own files; empty if the files decide. */
    private List<String> profiles(List<SettingsDocument> own, SettingsDocument json) {
        return Stream.of(
                        variables.get(Workspace.PROFILE).map(Variables.Variable::text),
                        own.stream()
                                .map(document -> document.entries().get("profile"))
                                .filter(Objects::nonNull)
                                .map(SettingsDocument.Entry::text)
                                .reduce((earlier, later) -> later),
                        activeBy(name -> joined(json.list(name))),
                        activeBy(name -> Optional.ofNullable(System.getProperty(name))),
                        activeBy(name -> variables.overriding(name).map(Variables.Variable::text)))
                .flatMap(Optional::stream)
                .filter(names -> !names.isBlank())
                .findFirst()
                .map(SettingsReader::separate)
                .orElse(List.of());
    }

    /** The profiles that are active besides, as far as that is said outside the application's own files. */
    private List<String> included(SettingsDocument json) {
        String name = "spring.profiles.include";
        return joined(json.list(name))
                .or(() -> Optional.ofNullable(System.getProperty(name)))
                .or(() -> variables.overriding(name).map(Variables.Variable::text))
                .map(SettingsReader::separate)
                .orElse(List.of());
    }

    private static Optional<String> joined(List<String> names) {
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(",", names));
    }

    private static List<String> separate(String names) {
        return Stream.of(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Optional<String> activeBy(Function<String, Optional<String>> source) {
        return ApplicationConfiguration.ACTIVE.stream()
                .flatMap(name -> source.apply(name).stream())
                .findFirst();
    }
}
