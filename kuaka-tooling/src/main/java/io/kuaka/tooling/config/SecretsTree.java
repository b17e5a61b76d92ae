package io.kuaka.tooling.config;

import io.kuaka.tooling.config.SettingsDocument.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder in which each file holds the value of the setting that it is named after, as Docker and Kubernetes mount it. */
final class SecretsTree {
    /** No value is that long; it may be a key store beside the passwords. */
    private static final long LONGEST = 1 << 20;

    private SecretsTree() {}

    /**
     * Returns the settings in a folder. Files that hold no text, or that this user may not read, are none.
     *
     * @throws UnreadableSettingsException if the folder can't be walked through
     */
    static SettingsDocument read(String name, Path folder) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        try (Stream<Path> all = Files.find(
                folder, Integer.MAX_VALUE, (path, what) -> what.isRegularFile(), FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : (Iterable<Path>) all.sorted()::iterator) {
                List<String> names = names(folder.relativize(file));
                // Kubernetes keeps the versions of the files in folders such as "..data" and links to them.
                if (names.stream().noneMatch(each -> each.startsWith(".."))) {
                    value(file).ifPresent(value -> entries.put(String.join(".", names), new Entry(value, 1)));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw UnreadableSettingsException.of(name, "The folder can't be read: " + e.getMessage() + ".");
        }
        return new SettingsDocument(name, entries);
    }

    private static List<String> names(Path path) {
        return Stream.iterate(0, i -> i < path.getNameCount(), i -> i + 1)
                .map(i -> path.getName(i).toString())
                .toList();
    }

    private static Optional<String> value(Path file) throws IOException {
        try {
            return Files.size(file) > LONGEST
                    ? Optional.empty()
                    : Optional.of(withoutLineBreak(Files.readString(file)));
        } catch (CharacterCodingException | AccessDeniedException e) {
            return Optional.empty();
        }
    }

    /** Editors end a file with a line break; a value of several lines is kept as it is. */
    private static String withoutLineBreak(String text) {
        boolean endsInOne = text.endsWith("\n") && text.indexOf('\n') == text.length() - 1;
        return endsInOne ? text.replaceFirst("\r?\n$", "") : text;
    }
}
