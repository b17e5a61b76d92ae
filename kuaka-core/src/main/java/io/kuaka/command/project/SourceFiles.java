package io.kuaka.command.project;

import io.kuaka.loader.MigrationApp;
import io.kuaka.migration.MigrationKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The source files of a project's migrations: finds, writes and removes them. */
public final class SourceFiles {
    private final Project project;

    /** Makes the sources of a project. */
    public SourceFiles(Project project) {
        this.project = project;
    }

    /**
     * Returns where the source of a migration is, or would be.
     *
     * @throws AppWithoutSourcesException if its app is in a library
     */
    public Path of(MigrationKey key) {
        MigrationApp app = project.app(key.app());
        return project.sources(app)
                .main()
                .resolve(app.migrationsPackage().replace('.', '/'))
                .resolve("M" + key.name() + ".java");
    }

    /** Returns the text of a file. */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + file + ": " + e, e);
        }
    }

    /** Writes new files; none is written if one of them exists. */
    public static void create(List<NewMigration> migrations) {
        for (NewMigration migration : migrations) {
            if (Files.exists(migration.file())) {
                throw new FileExistsException(migration.file());
            }
        }
        migrations.forEach(migration -> write(migration.file(), migration.source(), StandardOpenOption.CREATE_NEW));
    }

    /**
     * Writes the {@code package-info.java} that makes a package an app.
     *
     * @throws PackageInfoExistsException if there is such a file
     * @throws AppWithoutSourcesException if the app is in a library
     */
    public static void createPackageInfo(Project project, String label) {
        MigrationApp app = project.app(label);
        Path file = project.sources(app)
                .main()
                .resolve(app.packageName().replace('.', '/'))
                .resolve("package-info.java");
        if (Files.exists(file)) {
            throw new PackageInfoExistsException(file, label);
        }
        String text = "@App(\"" + label + "\")\npackage " + app.packageName() + ";\n\nimport io.kuaka.migration.App;\n";
        write(file, text, StandardOpenOption.CREATE_NEW);
    }

    /** Overwrites a file. */
    public static void replace(Path file, String text) {
        write(file, text, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    private static void write(Path file, String text, StandardOpenOption... options) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, options);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write " + file + ": " + e.getMessage(), e);
        }
    }

    /** Removes a migration: its source, and its compiled classes, which would otherwise still be a migration. */
    public void delete(MigrationKey key) {
        MigrationApp app = project.app(key.app());
        String className = "M" + key.name();
        try {
            Files.deleteIfExists(of(key));
            for (Path root : ClassPath.folders(project.roots())) {
                Path folder = root.resolve(app.migrationsPackage().replace('.', '/'));
                if (Files.isDirectory(folder)) {
                    deleteClasses(folder, className);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't remove " + of(key) + ": " + e.getMessage(), e);
        }
    }

    private static void deleteClasses(Path folder, String className) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, className + "*.class")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.equals(className + ".class") || name.startsWith(className + "$")) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Returns all Java files of the modules that have apps, tests included. */
    public List<Path> all() {
        return project.loaded().apps().stream()
                .filter(app -> app.origin().filter(Files::isDirectory).isPresent())
                .map(project::sources)
                .distinct()
                .flatMap(folders -> Stream.of(folders.main(), folders.test()))
                .flatMap(SourceFiles::below)
                .toList();
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (NoSuchFileException e) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + folder + ": " + e.getMessage(), e);
        }
    }
}
