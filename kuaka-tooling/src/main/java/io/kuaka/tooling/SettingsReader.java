package io.kuaka.tooling;

import io.kuaka.tooling.Settings.Source;
import io.kuaka.tooling.Settings.Value;
import io.kuaka.tooling.config.SettingsDocument;
import io.kuaka.tooling.config.SettingsFiles;
import io.kuaka.tooling.config.SpringConfiguration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the files of a workspace and its environment; each source overrides those before it. */
final class SettingsReader {
    private static final String VARIABLE = "KUAKA_";

    private final Workspace workspace;
    private final Map<String, Value> values = new TreeMap<>();

    private SettingsReader(Workspace workspace) {
        this.workspace = workspace;
    }

    static Map<String, Value> read(Workspace workspace) {
        SettingsReader reader = new SettingsReader(workspace);
        reader.readAll(new SettingsFiles(workspace.folder(), workspace.classLoader()));
        return reader.values;
    }

    private void readAll(SettingsFiles files) {
        List<SettingsDocument> own = Stream.of(
                        files.onClassPath(SettingsFiles.KUAKA_PROPERTIES),
                        files.inFolder(SettingsFiles.KUAKA_PROPERTIES))
                .flatMap(List::stream)
                .toList();
        files.onClassPath("hibernate.properties").forEach(document -> add(document, ""));
        SpringConfiguration.read(files, profiles(own)).forEach(document -> add(document, ""));
        workspace.environment().forEach(this::addSpringsVariable);
        own.forEach(document -> add(document, Settings.OWN));
        workspace.environment().forEach(this::addVariable);
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

    private void addVariable(String name, String value) {
        if (name.startsWith(VARIABLE)) {
            String key =
                    name.substring(VARIABLE.length()).toLowerCase(Locale.ROOT).replace('_', '-');
            values.put(Settings.OWN + key, new Value(value, Source.ENVIRONMENT, name));
        }
    }

    /** Spring reads its settings from variables, too, such as {@code SPRING_DATASOURCE_URL}. */
    private void addSpringsVariable(String name, String value) {
        if (name.startsWith("SPRING_DATASOURCE_")) {
            values.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), new Value(value, Source.ENVIRONMENT, name));
        }
    }

    /** The profiles that are set outside the application's own files; empty if the files decide. */
    private List<String> profiles(List<SettingsDocument> own) {
        Map<String, String> environment = workspace.environment();
        return Stream.of(
                        Optional.ofNullable(environment.get(Workspace.PROFILE)),
                        own.stream()
                                .map(document -> document.entries().get("profile"))
                                .filter(Objects::nonNull)
                                .map(SettingsDocument.Entry::text)
                                .reduce((earlier, later) -> later),
                        Optional.ofNullable(System.getProperty(SpringConfiguration.ACTIVE)),
                        Optional.ofNullable(environment.get("SPRING_PROFILES_ACTIVE")))
                .flatMap(Optional::stream)
                .filter(names -> !names.isBlank())
                .findFirst()
                .map(names -> Stream.of(names.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList())
                .orElse(List.of());
    }
}
