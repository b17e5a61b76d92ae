package io.kuaka.tooling.config;

import io.kuaka.tooling.config.SettingsDocument.Entry;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Reads a {@code .properties} file. As in Spring, a line {@code #---} separates documents. */
final class PropertiesText {
    private final String file;
    private final boolean isStrict;
    private final List<SettingsDocument> documents = new ArrayList<>();
    private Map<String, Entry> entries = new LinkedHashMap<>();

    private PropertiesText(String file, boolean isStrict) {
        this.file = file;
        this.isStrict = isStrict;
    }

    /**
     * Returns the documents of a file.
     *
     * @throws UnreadableSettingsException if an escape is malformed
     */
    static List<SettingsDocument> parse(String file, String text) {
        return new PropertiesText(file, false).read(text.lines().toList());
    }

    /**
     * Returns the documents of a file of Kuaka's own. In the application's files the last of two equal names counts, as in
     * Spring.
     *
     * @throws UnreadableSettingsException if an escape is malformed, or a name occurs twice in a document
     */
    static List<SettingsDocument> parseStrictly(String file, String text) {
        return new PropertiesText(file, true).read(text.lines().toList());
    }

    private List<SettingsDocument> read(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            int first = i;
            StringBuilder logical = new StringBuilder(lines.get(i));
            boolean isComment = isComment(lines.get(i));
            while (!isComment && isContinued(lines.get(i)) && i + 1 < lines.size()) {
                i++;
                logical.append('\n').append(lines.get(i));
            }
            if (isSeparator(lines.get(first))) {
                endDocument();
            } else if (!isComment) {
                add(first + 1, logical.toString());
            }
        }
        endDocument();
        return documents;
    }

    private static boolean isComment(String line) {
        String text = line.stripLeading();
        return text.startsWith("#") || text.startsWith("!");
    }

    private static boolean isSeparator(String line) {
        return line.stripTrailing().equals("#---") || line.stripTrailing().equals("!---");
    }

    /** If there is an odd number of backslashes at the end, the last one escapes the end of the line. */
    private static boolean isContinued(String line) {
        int start = line.length();
        while (start > 0 && line.charAt(start - 1) == '\\') {
            start--;
        }
        return (line.length() - start) % 2 == 1;
    }

    private void add(int line, String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            throw UnreadableSettingsException.at(
                    file, line, "A \\u needs four hexadecimal digits. Double the backslash if it is meant as one.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String name : properties.stringPropertyNames()) {
            if (entries.put(name, new Entry(properties.getProperty(name), line)) != null && isStrict) {
                throw UnreadableSettingsException.at(file, line, "\"" + name + "\" occurs twice. Remove one of them.");
            }
        }
    }

    private void endDocument() {
        documents.add(new SettingsDocument(file, entries));
        entries = new LinkedHashMap<>();
    }
}
