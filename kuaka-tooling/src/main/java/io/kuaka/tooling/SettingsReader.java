package io.kuaka.tooling;

import io.kuaka.base.MigrationException;
import io.kuaka.tooling.Settings.Source;
import io.kuaka.tooling.Settings.Value;
import io.kuaka.tooling.config.ApplicationConfiguration;
import io.kuaka.tooling.config.MissingImportException;
import io.kuaka.tooling.config.OutsideSettings;
import io.kuaka.tooling.config.SettingsDocument;
import io.kuaka.tooling.config.SettingsFiles;
import io.kuaka.tooling.config.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the files of a workspace and its environment; each source overrides those before it. */
final class SettingsReader {
    private static final String VARIABLE = "KUAKA_";

    /** What the launcher does; no settings of any command. */
    private static final Set<String> OF_LAUNCHER =
            Set.of("KUAKA_BUILD", "KUAKA_GRADLE_OPTIONS", "KUAKA_JAVA_OPTIONS", "KUAKA_MAVEN_OPTIONS");

    private static final String PROFILE = "profile";

    /**
     * What settings don't tell.
     *
     * @param missing why there is no database, if there is none
     * @param incomplete why the database of the application's settings may be another one; null if it can't be
     * @param unread what else the application itself reads, and Kuaka can't, in words
     */
    record Gaps(MigrationException missing, @Nullable MigrationException incomplete, List<String> unread) {
        static final Gaps NONE = new Gaps(new MissingDatabaseException(), null, List.of());

        /** Returns these gaps, with another reason why there is no database. */
        Gaps with(MigrationException reason) {
            return new Gaps(reason, incomplete, unread);
        }
    }

    private final Map<String, String> environment;
    private final Variables variables;
    private final Map<String, Value> values = new TreeMap<>();
    private final List<String> unread = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private SortedSet<String> profilesWithDatabase = new TreeSet<>();

    private SettingsReader(Map<String, String> environment) {
        this.environment = environment;
        this.variables = new Variables(environment);
    }

    static Settings read(Workspace workspace) {
        SettingsReader reader = new SettingsReader(workspace.environment());
        reader.readAll(new SettingsFiles(workspace.folder(), workspace.classLoader()), workspace.profiles());
        MissingDatabaseException missing =
                new MissingDatabaseException(reader.profilesWithDatabase, reader.otherUrls(), reader.unread);
        return new Settings(
                reader.values,
                workspace.environment(),
                new Gaps(missing, MissingImportException.of(reader.missing).orElse(null), reader.unread));
    }

    private void readAll(SettingsFiles files, @Nullable String option) {
        List<SettingsDocument> own = Stream.of(
                        files.onClassPath(SettingsFiles.KUAKA_PROPERTIES),
                        files.inFolder(SettingsFiles.KUAKA_PROPERTIES))
                .flatMap(List::stream)
                .toList();
        OutsideSettings outside = OutsideSettings.of(variables);
        files.onClassPath("hibernate.properties").forEach(document -> add(document, ""));
        ApplicationConfiguration application = ApplicationConfiguration.read(
                files, (text, ofFiles) -> withoutPlaceholders(text, outside, ofFiles), outside);
        List<String> profiles = profiles(own, option);
        List<String> unknown = application.unknown(profiles);
        if (!unknown.isEmpty()) {
            throw new UnknownProfileException(unknown.get(0));
        }
        ApplicationConfiguration.Active active = application.active(profiles);
        active.documents().forEach(document -> add(document, ""));
        unread.addAll(active.unread());
        missing.addAll(active.missing());
        profilesWithDatabase = application.profilesWith(SettingNames.URL);
        SettingNames.OF_APPLICATIONS.forEach(
                name -> variables.overriding(name).ifPresent(variable -> put(name, variable)));
        SettingNames.OF_APPLICATIONS.forEach(name -> putSystemProperty(name, outside.properties()));
        add(outside.json(), "", Source.ENVIRONMENT);
        own.forEach(document -> add(document, Settings.OWN));
        variables
                .startingWith(VARIABLE)
                .filter(variable -> !OF_LAUNCHER.contains(variable.name()))
                .forEach(this::putOwn);
        if (option != null) {
            values.put(Settings.OWN + PROFILE, new Value(option, Source.OPTION, "--" + PROFILE));
        }
    }

    private Optional<String> withoutPlaceholders(
            String text, OutsideSettings outside, Function<String, Optional<String>> ofFiles) {
        Settings ofProcess = new Settings(Map.of(), environment, Gaps.NONE);
        Function<String, Optional<String>> all =
                name -> Optional.ofNullable(outside.json().entries().get(name))
                        .map(SettingsDocument.Entry::text)
                        .or(() -> ofProcess.lookUp(name))
                        .or(() -> ofFiles.apply(name));
        try {
            return Optional.of(new PlaceholderResolver("spring.config.import", all).resolve(text));
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

    private void putSystemProperty(String name, SettingsDocument properties) {
        SettingsDocument.Entry entry = properties.entries().get(name);
        if (entry != null) {
            values.put(name, new Value(entry.text(), Source.ENVIRONMENT, "-D" + name));
        }
    }

    private void put(String name, Variables.Variable variable) {
        values.put(name, new Value(variable.text(), Source.ENVIRONMENT, variable.origin()));
    }

    /** The profiles that are set in Kuaka's own settings; empty if the application's decide. */
    private List<String> profiles(List<SettingsDocument> own, @Nullable String option) {
        return Optional.ofNullable(option)
                .or(() -> variables.get(variable(PROFILE)).map(Variables.Variable::text))
                .map(text -> Stream.of(text.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList())
                .orElseGet(() -> own.stream()
                        .map(document -> document.list(PROFILE))
                        .filter(list -> !list.isEmpty())
                        .reduce(List.of(), (earlier, later) -> later));
    }
}
