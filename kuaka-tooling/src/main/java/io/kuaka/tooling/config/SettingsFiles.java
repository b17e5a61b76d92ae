package io.kuaka.tooling.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads settings files in the format of their names; a file that doesn't exist has no documents.
 *
 * @param folder the project's folder
 * @param classLoader finds the files on the class path
 */
public record SettingsFiles(Path folder, ClassLoader classLoader) {
    /** Kuaka's own file, which must be UTF-8. */
    public static final String KUAKA_PROPERTIES = "kuaka.properties";

    /**
     * Returns the documents of a file on the class path.
     *
     * @throws UnreadableSettingsException if it is broken
     */
    public List<SettingsDocument> onClassPath(String name) {
        try (InputStream in = classLoader.getResourceAsStream(name)) {
            return in == null ? List.of() : parse(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + name + ": " + e.getMessage(), e);
        }
    }

    /**
     * Returns the documents of a file in the project's folder.
     *
     * @throws UnreadableSettingsException if it is broken
     */
    public List<SettingsDocument> inFolder(String name) {
        Path path = folder.resolve(name);
        try {
            return Files.isRegularFile(path) ? parse(name, Files.readAllBytes(path)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + path + ": " + e.getMessage(), e);
        }
    }

    private static List<SettingsDocument> parse(String name, byte[] bytes) {
        if (!name.endsWith(".properties")) {
            return YamlText.parse(name, SettingsText.decode(name, bytes));
        }
        String text = name.equals(KUAKA_PROPERTIES)
                ? SettingsText.decode(name, bytes)
                : SettingsText.decodeProperties(name, bytes);
        return PropertiesText.parse(name, text);
    }
}
