package io.kuaka.command.adopt;

import io.kuaka.command.project.ClassPath;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A script of Flyway.
 *
 * @param kind when Flyway runs it
 * @param version as in its name, with points; empty if it has none
 * @param title what its name says after the version; for a callback, which one it is
 * @param path where it is below a place of scripts, with slashes
 * @param file the script
 */
record FlywayScript(Kind kind, String version, String title, String path, Path file) {
    /** When Flyway runs a script. */
    enum Kind {
        VERSIONED,
        /** Whenever it has changed, after the versioned ones, in the order of titles. */
        REPEATABLE,
        /** With each migration, or each run. */
        CALLBACK
    }

    /** Where Flyway and Spring Boot look for scripts unless they are told otherwise. */
    private static final String PLACE = "db/migration";

    /** The folders of databases that Spring Boot fills in for {@code {vendor}}, the best known of them. */
    private static final Set<String> VENDORS = Set.of(
            "db2",
            "derby",
            "h2",
            "hana",
            "hsqldb",
            "informix",
            "mariadb",
            "mysql",
            "oracle",
            "postgresql",
            "redshift",
            "sqlite",
            "sqlserver");

    /** Drivers and servers of these two go together in any way. */
    private static final Set<String> MYSQL = Set.of("mariadb", "mysql");

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern VERSIONED_NAME = Pattern.compile("V([0-9][0-9._]*)__(.*)\\.sql");
    private static final Pattern REPEATABLE_NAME = Pattern.compile("R__(.*)\\.sql");

    /** Of Flyway's callbacks, those that are part of a migration that succeeds. */
    private static final Pattern CALLBACK_NAME = Pattern.compile("((?:before|after)"
            + "(?:Migrate|MigrateApplied|EachMigrate|EachMigrateStatement|Versioned|Repeatables|Connect)"
            + "|createSchema)(?:__.*)?\\.sql");

    /** Returns the scripts in the usual place of some folders of classes. */
    static List<FlywayScript> in(List<Path> roots) {
        List<FlywayScript> scripts = new ArrayList<>();
        for (Path root : ClassPath.folders(roots)) {
            Path place = root.resolve(PLACE);
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.walk(place)) {
                    files.sorted().forEach(file -> add(place, file, scripts));
                } catch (IOException e) {
                    throw new UncheckedIOException("Can't read " + place + ": " + e.getMessage(), e);
                }
            }
        }
        return scripts;
    }

    private static void add(Path place, Path file, List<FlywayScript> scripts) {
        String name = String.valueOf(file.getFileName());
        String path = place.relativize(file).toString().replace(File.separatorChar, '/');
        Matcher versioned = VERSIONED_NAME.matcher(name);
        Matcher repeatable = REPEATABLE_NAME.matcher(name);
        Matcher callback = CALLBACK_NAME.matcher(name);
        if (versioned.matches()) {
            String version = plain(versioned.group(1));
            scripts.add(new FlywayScript(Kind.VERSIONED, version, versioned.group(2), path, file));
        } else if (repeatable.matches()) {
            scripts.add(new FlywayScript(Kind.REPEATABLE, "", repeatable.group(1), path, file));
        } else if (callback.matches()) {
            scripts.add(new FlywayScript(Kind.CALLBACK, "", callback.group(1), path, file));
        }
    }

    /**
     * Returns the text of the script.
     *
     * @throws UnkeepableScriptsException if it isn't text in UTF-8
     */
    String text() {
        return text(file);
    }

    /** Returns the text of a script of any tool. */
    static String text(Path file) {
        try {
            String text = Files.readString(file);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnkeepableScriptsException("the file " + file + " isn't text in UTF-8.");
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Returns the number by which Flyway knows the text: it doesn't depend on the ends of the lines. */
    int checksum() {
        CRC32 sum = new CRC32();
        text().lines().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) sum.getValue();
    }

    /** Returns whether this is where a history says that a script is, which knows only a part of the path. */
    boolean isAt(String script) {
        return path.equals(script) || path.endsWith("/" + script);
    }

    /** Returns whether no folder says that it is for another database than this one. */
    boolean isFor(String database) {
        Set<String> own = MYSQL.contains(database) ? MYSQL : Set.of(database);
        String[] names = path.toLowerCase(Locale.ROOT).split("/");
        return Arrays.stream(names, 0, names.length - 1)
                .noneMatch(name -> VENDORS.contains(name) && !own.contains(name));
    }

    /** Returns whether a file beside the script says that it can't run in a transaction. */
    boolean isOutsideTransaction() {
        Path settings = file.resolveSibling(file.getFileName() + ".conf");
        try {
            return Files.exists(settings)
                    && Files.readString(settings).replaceAll("\\s", "").contains("executeInTransaction=false");
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + settings + ": " + e.getMessage(), e);
        }
    }

    /** Returns a version in one form: Flyway reads {@code 01_2}, {@code 1.2} and {@code 1.2.0} alike. */
    static String plain(String version) {
        return version.replace('_', '.').replaceAll("(^|\\.)0+(?=\\d)", "$1").replaceAll("(?:\\.0?)+$", "");
    }
}
