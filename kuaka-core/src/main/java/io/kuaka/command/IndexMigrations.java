package io.kuaka.command;

import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceFiles;
import io.kuaka.loader.ImageConfiguration;
import io.kuaka.loader.MigrationList;
import io.kuaka.loader.MigrationLoader;
import io.kuaka.loader.index.MigrationIndex;
import io.kuaka.migration.MigrationNode;
import io.kuaka.recorder.OperationChecksum;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Writes beside an application's classes what is known of all its migrations, those of libraries included: an index, with
 * which a start loads no class of what was applied long ago, and what a native image needs, which has no files to search.
 *
 * <p>An index is about the content of class files, so one that is out of date says nothing of those that have changed. The
 * list of a native image is looked at only there.
 */
public final class IndexMigrations {
    /**
     * The options.
     *
     * @param folder the folder with the application's classes, which is packaged with them
     */
    public record Options(Path folder) {}

    /**
     * What was written.
     *
     * @param migrations how many migrations are known
     * @param files the files that have changed
     */
    public record Result(int migrations, List<Path> files) {}

    private final Project project;

    /** Makes the command for an application. */
    public IndexMigrations(Project project) {
        this.project = project;
    }

    /**
     * Writes the files. Those that have the same text already stay as they are.
     *
     * @throws NothingToIndexException if there are no migrations
     * @throws io.kuaka.loader.MigrationClassFailedException if a migration can't be made
     */
    public Result run(Options options) {
        MigrationLoader.Found found =
                MigrationLoader.load(project.classLoader(), project.roots(), List.of(), MigrationIndex.empty(), true);
        List<MigrationNode> migrations = found.migrations().migrations();
        if (migrations.isEmpty()) {
            throw new NothingToIndexException();
        }
        migrations.forEach(IndexMigrations::make);
        MigrationList list = MigrationList.of(project.roots());

        Map<String, String> texts = new TreeMap<>(new ImageConfiguration(list).files());
        texts.put(MigrationList.RESOURCE, list.text());
        texts.put(
                MigrationIndex.RESOURCE,
                found.draft().index(node -> OperationChecksum.of(node).text()).text());
        List<Path> changed = new ArrayList<>();
        texts.forEach((name, text) -> {
            Path file = options.folder().resolve(name);
            if (!Files.exists(file) || !SourceFiles.read(file).equals(text)) {
                SourceFiles.replace(file, text);
                changed.add(file);
            }
        });
        return new Result(migrations.size(), changed);
    }

    /** Checksums are known of what was asked for its operations only. */
    private static void make(MigrationNode migration) {
        Objects.requireNonNull(migration.operations().get());
    }
}
