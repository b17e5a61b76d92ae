package io.kuaka.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A session at the command line, as a file.
 *
 * <p>Lines that start with {@code ==} say what happens; what stands below them is text of a file, what is typed, or what
 * was printed:
 *
 * <pre>
 * == file PATH       writes a file of the project
 * == delete PATH     deletes it
 * == type            what a person types at the questions of the next command; without it there is no terminal
 * == kuaka ARGUMENTS a command, and below what it printed
 * == mvn kuaka:GOAL -Dkuaka.NAME=VALUE   the same by the Maven plugin
 * == errors          what it printed to the other stream
 * == exit 2          what it ended with, where that isn't 0
 * == show PATH       a file of the project
 * == sql PATH        changes the SQLite database of that file by hand, with the SQL below
 * </pre>
 */
record Transcript(List<Section> sections) {
    /** One line that starts with {@code ==}, and the text below it. */
    record Section(String verb, String rest, String text) {
        boolean isOutput() {
            return verb.equals("errors") || verb.equals("exit");
        }

        @Override
        public String toString() {
            return "== " + verb + (rest.isEmpty() ? "" : " " + rest) + "\n" + text;
        }
    }

    static Transcript read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Transcript parse(String text) {
        List<Section> sections = new ArrayList<>();
        for (String part : ("\n" + text).split("\n== ", -1)) {
            if (part.isBlank()) {
                continue;
            }
            int end = part.indexOf('\n');
            String head = end < 0 ? part : part.substring(0, end);
            String body = end < 0 ? "" : part.substring(end + 1);
            String[] words = head.split(" ", 2);
            boolean needsNewline = !body.isEmpty() && !body.endsWith("\n");
            sections.add(new Section(words[0], words.length > 1 ? words[1] : "", needsNewline ? body + "\n" : body));
        }
        return new Transcript(sections);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        sections.forEach(text::append);
        return text.toString();
    }
}
