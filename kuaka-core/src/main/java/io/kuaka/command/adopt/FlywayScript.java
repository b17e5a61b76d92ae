package io.kuaka.command.adopt;

import io.kuaka.command.project.ClassPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A versioned script of Flyway.
 *
 * @param version as in its name, with points
 * @param title what its name says after the version
 * @param file the script
 */
record FlywayScript(String version, String title, Path file) {
    /** Where Flyway and Spring Boot look for scripts unless they are told otherwise. */
    private static final String PLACE = "db/migration";

    private static final Pattern NAME = Pattern.compile("V([0-9][0-9._]*)__(.*)\\.sql");

    /** Returns the scripts in the usual place of some folders of classes. */
    static List<FlywayScript> in(List<Path> roots) {
        List<FlywayScript> scripts = new ArrayList<>();
        for (Path root : ClassPath.folders(roots)) {
            Path place = root.resolve(PLACE);
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.walk(place)) {
                    files.sorted().forEach(file -> add(file, scripts));
                } catch (IOException e) {
                    throw new UncheckedIOException("Can't read " + place + ": " + e.getMessage(), e);
                }
            }
        }
        return scripts;
    }

    private static void add(Path file, List<FlywayScript> scripts) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (name.matches()) {
            scripts.add(new FlywayScript(plain(name.group(1)), name.group(2), file));
        }
    }

    /** Returns the text of the script. */
    String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Returns a version in one form: Flyway reads {@code 01_2} and {@code 1.2} alike. */
    static String plain(String version) {
        return version.replace('_', '.').replaceAll("(^|\\.)0+(?=\\d)", "$1");
    }
}
