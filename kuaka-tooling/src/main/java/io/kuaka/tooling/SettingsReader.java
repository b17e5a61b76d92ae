package io.kuaka.tooling;

import io.kuaka.tooling.Settings.Source;
import io.kuaka.tooling.Settings.Value;
import io.kuaka.tooling.config.ApplicationConfiguration;
import io.kuaka.tooling.config.SettingsDocument;
import io.kuaka.tooling.config.SettingsFiles;
import io.kuaka.tooling.config.Variables;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the files of a workspace and its environment; each source overrides those before it. */
final class SettingsReader {
    private static final String VARIABLE = "KUAKA_";

    private final Variables variables;
    private final Map<String, Value> values = new TreeMap<>();
    private SortedSet<String> profilesWithDatabase = new TreeSet<>();

    private SettingsReader(Workspace workspace) {
        this.variables = new Variables(workspace.environment());
    }

    static Settings read(Workspace workspace) {
        SettingsReader reader = new SettingsReader(workspace);
        reader.readAll(new SettingsFiles(workspace.folder(), workspace.classLoader()));
        return new Settings(
                reader.values, workspace.environment(), new MissingDatabaseException(reader.profilesWithDatabase));
    }

    private void readAll(SettingsFiles files) {
        List<SettingsDocument> own = Stream.of(
                        files.onClassPath(SettingsFiles.KUAKA_PROPERTIES),
                        files.inFolder(SettingsFiles.KUAKA_PROPERTIES))
                .flatMap(List::stream)
                .toList();
        files.onClassPath("hibernate.properties").forEach(document -> add(document, ""));
        ApplicationConfiguration application = ApplicationConfiguration.read(files);
        application.active(profiles(own)).forEach(document -> add(document, ""));
        profilesWithDatabase = application.profilesWith(SettingNames.URL);
        SettingNames.OF_APPLICATIONS.forEach(
                name -> variables.overriding(name).ifPresent(variable -> put(name, variable)));
        own.forEach(document -> add(document, Settings.OWN));
        variables.startingWith(VARIABLE).forEach(this::putOwn);
    }

    private void add(SettingsDocument document, String prefix) {
        document.entries().forEach((name, entry) -> {
            String whole = prefix + name;
            if (whole.startsWith(Settings.OWN)) {
                KnownSettings.require(whole.substring(Settings.OWN.length()), document.file(), entry.line());
            }
            values.put(whole, new Value(entry.text(), Source.FILE, document.file()));
        });
    }

    private void putOwn(Variables.Variable variable) {
        String name = variable.name().substring(VARIABLE.length());
        put(Settings.OWN + name.toLowerCase(Locale.ROOT).replace('_', '-'), variable);
    }

    private void put(String name, Variables.Variable variable) {
        values.put(name, new Value(variable.text(), Source.ENVIRONMENT, variable.origin()));
    }

    /** The profiles that are set outside the application's own files; empty if the files decide. */
    private List<String> profiles(List<SettingsDocument> own) {
        return Stream.of(
                        variables.get(Workspace.PROFILE).map(Variables.Variable::text),
                        own.stream()
                                .map(document -> document.entries().get("profile"))
                                .filter(Objects::nonNull)
                                .map(SettingsDocument.Entry::text)
                                .reduce((earlier, later) -> later),
                        activeBy(name -> Optional.ofNullable(System.getProperty(name))),
                        activeBy(name -> variables.overriding(name).map(Variables.Variable::text)))
                .flatMap(Optional::stream)
                .filter(names -> !names.isBlank())
                .findFirst()
                .map(names -> Stream.of(names.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    private static Optional<String> activeBy(Function<String, Optional<String>> source) {
        return ApplicationConfiguration.ACTIVE.stream()
                .flatMap(name -> source.apply(name).stream())
                .findFirst();
    }
}
