package io.kuaka.tooling;

import io.kuaka.command.adopt.ChangeLog;
import io.kuaka.command.liquibase.ChangeLogFile;
import io.kuaka.command.liquibase.LiquibaseChangeLog;
import io.kuaka.routing.Placement;
import io.kuaka.tooling.config.SettingsDocument;
import io.kuaka.tooling.config.SettingsFiles;
import io.kuaka.tooling.config.Variables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a project tells Liquibase: by Spring Boot's settings, by those of Quarkus, and by the {@code liquibase.properties}
 * that its command line and its Maven plugin read.
 */
final class LiquibaseSettings {
    private static final String FILE = "liquibase.properties";
    private static final String VARIABLE = "LIQUIBASE_COMMAND_";

    /**
     * How a framework names what it tells.
     *
     * @param prefix what all names begin with
     * @param usual where the change log is unless it is told; empty if there is no such place
     * @param parameters what the names of placeholders begin with, after the prefix
     */
    private record Names(
            String prefix,
            String usual,
            String labels,
            String defaultSchema,
            String schema,
            String table,
            String lock,
            String parameters) {}

    private static final Names SPRING = new Names(
            "spring.liquibase.",
            "db/changelog/db.changelog-master.yaml",
            "label-filter",
            "default-schema",
            "liquibase-schema",
            "database-change-log-table",
            "database-change-log-lock-table",
            "parameters.");
    private static final Names QUARKUS = new Names(
            "quarkus.liquibase.",
            "db/changeLog.xml",
            "labels",
            "default-schema-name",
            "liquibase-schema-name",
            "database-change-log-table-name",
            "database-change-log-lock-table-name",
            "change-log-parameters.");

    private final Settings settings;
    private final Workspace workspace;

    /** The settings of the file and of Liquibase's variables, by their names in small letters without anything between. */
    private final Map<String, String> own = new TreeMap<>();

    private final Map<String, String> ownParameters = new TreeMap<>();

    private LiquibaseSettings(Settings settings, Workspace workspace) {
        this.settings = settings;
        this.workspace = workspace;
    }

    /** Returns the change log that belongs to the chosen database. */
    static ChangeLog changeLog(Settings settings, Workspace workspace) {
        if (!settings.alias().equals(Placement.DEFAULT)) {
            return ChangeLog.unreadable(
                    ChangeLog.Tables.STANDARD,
                    "the settings don't say which change log belongs to the database \"" + settings.alias() + "\"");
        }
        LiquibaseSettings reader = new LiquibaseSettings(settings, workspace);
        reader.readOwn();
        return new LiquibaseChangeLog(workspace.classLoader(), reader.tables(), reader.files());
    }

    private void readOwn() {
        SettingsFiles files = new SettingsFiles(workspace.folder(), workspace.classLoader());
        Stream.of(files.onClassPath(FILE), files.inFolder(FILE))
                .flatMap(List::stream)
                .map(SettingsDocument::entries)
                .forEach(entries -> entries.forEach((name, entry) -> putOwn(name, entry.text())));
        new Variables(workspace.environment())
                .startingWith(VARIABLE)
                .forEach(variable -> putOwn(variable.name().substring(VARIABLE.length()), variable.text()));
    }

    /** Liquibase takes {@code changeLogFile}, {@code changelog-file} and {@code liquibase.command.changelogFile} alike. */
    private void putOwn(String name, String text) {
        if (name.startsWith("parameter.")) {
            ownParameters.put(name.substring("parameter.".length()), text);
        } else if (!text.isBlank()) {
            String plain = name.replaceFirst("^liquibase\\.(command\\.)?", "").replaceAll("[^A-Za-z]", "");
            own.put(plain.toLowerCase(Locale.ROOT), text);
        }
    }

    private Optional<String> own(String... names) {
        return Stream.of(names)
                .flatMap(name -> Optional.ofNullable(own.get(name)).stream())
                .findFirst()
                .map(text -> settings.resolve(FILE, text));
    }

    private Optional<String> of(Names names, String name) {
        List<String> parts = settings.list(names.prefix() + name);
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(",", parts));
    }

    private ChangeLog.Tables tables() {
        return new ChangeLog.Tables(
                first(SPRING.schema(), QUARKUS.schema(), "liquibaseschemaname").orElse(null),
                first(SPRING.table(), QUARKUS.table(), "databasechangelogtablename")
                        .orElse(ChangeLog.Tables.STANDARD.table()),
                first(SPRING.lock(), QUARKUS.lock(), "databasechangeloglocktablename")
                        .orElse(ChangeLog.Tables.STANDARD.lock()));
    }

    private Optional<String> first(String ofSpring, String ofQuarkus, String ofLiquibase) {
        return of(SPRING, ofSpring).or(() -> of(QUARKUS, ofQuarkus)).or(() -> own(ofLiquibase));
    }

    private List<ChangeLogFile> files() {
        List<ChangeLogFile> files = new ArrayList<>();
        for (Names names : List.of(SPRING, QUARKUS)) {
            of(names, "change-log").ifPresent(text -> files.add(file(names, text, names.prefix() + "change-log")));
        }
        own("changelogfile").ifPresent(text -> files.add(ownFile(text)));
        for (Names names : List.of(SPRING, QUARKUS)) {
            if (of(names, "change-log").isEmpty() && workspace.classLoader().getResource(names.usual()) != null) {
                files.add(file(names, names.usual(), "nothing but its usual place"));
            }
        }
        return files;
    }

    private ChangeLogFile file(Names names, String text, String named) {
        List<Path> folders = text.startsWith("file:") ? List.of(workspace.folder()) : folders(of(names, "search-path"));
        return new ChangeLogFile(
                path(text),
                named,
                names.prefix() + "contexts or " + names.prefix() + names.labels(),
                folders,
                of(names, "contexts").orElse(""),
                of(names, names.labels()).or(() -> of(names, "labels")).orElse(""),
                of(names, names.defaultSchema()).orElse(null),
                settings.below(names.prefix() + names.parameters()));
    }

    private ChangeLogFile ownFile(String text) {
        List<Path> folders = new ArrayList<>(List.of(workspace.folder()));
        folders.addAll(folders(own("searchpath")));
        return new ChangeLogFile(
                path(text),
                FILE,
                "contexts or labels in " + FILE,
                folders,
                own("contextfilter", "contexts").orElse(""),
                own("labelfilter", "labels").orElse(""),
                own("defaultschemaname").orElse(null),
                ownParameters);
    }

    private List<Path> folders(Optional<String> searchPath) {
        return searchPath.stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(place -> workspace.folder().resolve(place.strip()))
                .toList();
    }

    /** Returns the name of a file for Liquibase, which is part of what identifies its change sets. */
    private String path(String text) {
        String path = text.replaceFirst("^(classpath\\*?|file):", "");
        if (!text.startsWith("classpath")) {
            Path file = workspace.folder().resolve(path);
            if (file.startsWith(workspace.folder()) && Path.of(path).isAbsolute()) {
                return workspace.folder().relativize(file).toString().replace('\\', '/');
            }
        }
        return path.replaceFirst("^/+", "").replaceFirst("^\\./", "");
    }
}
