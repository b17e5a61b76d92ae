package io.kuaka.it.support;

import io.kuaka.graph.MigrationGraph;
import io.kuaka.loader.MigrationLoader;
import io.kuaka.migration.MigrationNode;
import io.kuaka.writer.MigrationFile;
import io.kuaka.writer.MigrationWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Migrations as files in a folder, and the history that they are once they are compiled. */
public record WrittenMigrations(Path folder) {
    /** Writes what was detected, compiles it without a warning, and returns the history with it. */
    public MigrationGraph add(List<MigrationNode> migrations, String packageName) {
        List<Path> written = new ArrayList<>();
        for (MigrationNode migration : migrations) {
            written.add(write(migration, packageName));
        }
        compile(written);
        return history();
    }

    /** Writes a migration as makemigrations does. */
    public Path write(MigrationNode migration, String packageName) {
        MigrationFile file = MigrationWriter.write(migration, packageName, List.of());
        return write(file.path(), file.text());
    }

    /** Writes a file by its path below the folder of sources. */
    public Path write(String path, String text) {
        try {
            Path target = folder.resolve("migrations").resolve(path);
            Files.createDirectories(target.getParent());
            return Files.writeString(target, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles files without a warning. */
    public void compile(List<Path> written) {
        Sources.compile(written, classes(), List.of(), "-Xlint:all,-processing,-classfile", "-Werror");
    }

    /** Returns the history of all that is compiled. */
    public MigrationGraph history() {
        try {
            Path classes = Files.createDirectories(classes());
            return MigrationGraph.of(MigrationLoader.load(Sources.loader(classes), List.of(classes), List.of())
                    .migrations());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path classes() {
        return folder.resolve("migration-classes");
    }
}
