package io.kuaka.tooling;

import io.kuaka.tooling.Settings.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads the files of a workspace and its environment; each source overrides those before it. */
final class SettingsReader {
    private static final String KUAKA_PROPERTIES = "kuaka.properties";
    private static final String VARIABLE = "KUAKA_";

    private final Workspace workspace;
    private final Map<String, Value> values = new TreeMap<>();

    private SettingsReader(Workspace workspace) {
        this.workspace = workspace;
    }

    static Map<String, Value> read(Workspace workspace) {
        SettingsReader reader = new SettingsReader(workspace);
        reader.addResource("hibernate.properties", SettingsReader::properties, "");
        reader.addResource("application.yml", FlatYaml::parse, "");
        reader.addResource("application.yaml", FlatYaml::parse, "");
        reader.addResource("application.properties", SettingsReader::properties, "");
        reader.addResource(KUAKA_PROPERTIES, SettingsReader::properties, Settings.OWN);
        reader.add(properties(file(workspace.folder().resolve(KUAKA_PROPERTIES))), Settings.OWN, KUAKA_PROPERTIES);
        workspace.environment().forEach(reader::addVariable);
        return reader.values;
    }

    private void addResource(String name, Function<String, Map<String, String>> format, String prefix) {
        add(format.apply(resource(name)), prefix, name);
    }

    private void add(Map<String, String> more, String prefix, String origin) {
        more.forEach((name, value) -> values.put(prefix + name, new Value(value, origin)));
    }

    private void addVariable(String name, String value) {
        if (name.startsWith(VARIABLE)) {
            String key =
                    name.substring(VARIABLE.length()).toLowerCase(Locale.ROOT).replace('_', '-');
            values.put(Settings.OWN + key, new Value(value, name));
        }
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

    private String resource(String name) {
        try (InputStream in = workspace.classLoader().getResourceAsStream(name)) {
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
