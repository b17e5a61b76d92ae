package io.kuaka.command;

import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceFiles;
import io.kuaka.command.project.UnknownAppException;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.migration.OperationOf;
import io.kuaka.operation.Operation;
import io.kuaka.writer.MigrationText;
import io.kuaka.writer.OperationRewrite;
import io.kuaka.writer.UnrewritableFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Optimizes the operations of one migration, in its file, and keeps what the author wrote there. Needs no database. */
public final class OptimizeMigration {
    /**
     * The options.
     *
     * @param name the migration's name, or the start of it
     * @param dryRun whether to write nothing
     */
    public record Options(String app, String name, boolean dryRun) {}

    /**
     * What can be done, or was done.
     *
     * @param file the file with the migration
     * @param before how many operations there were
     * @param after how many there are afterwards
     */
    public record Result(MigrationKey migration, Path file, int before, int after) {
        /** Returns whether nothing can be done. */
        public boolean nothingToDo() {
            return before == after;
        }
    }

    private final Project project;

    /** Makes the command for an application. */
    public OptimizeMigration(Project project) {
        this.project = project;
    }

    /**
     * Optimizes a migration.
     *
     * @throws UnknownAppException when there is no such app
     * @throws io.kuaka.graph.UnknownMigrationException when there is no such migration
     * @throws PointedIntoException if a squash runs code of this migration
     * @throws UnrewritableFileException if something that its author wrote would be lost
     */
    public Result run(Options options) {
        String app = options.app();
        project.requireApps(Set.of(app));
        MigrationGraph graph = project.graph(Set.of());
        MigrationKey key = graph.find(app, options.name());
        MigrationNode migration = graph.node(key);
        List<Operation> operations = migration.operations().get();
        List<Operation> optimized = OperationRewrite.optimize(app, operations);
        Path file = new SourceFiles(project).of(key);
        Result result = new Result(key, file, operations.size(), optimized.size());
        if (!result.nothingToDo() && !options.dryRun()) {
            requireNobodyPointsInto(migration);
            String former = SourceFiles.read(file);
            MigrationText text = OperationRewrite.write(
                    MigrationText.of(former),
                    file.toString(),
                    project.app(app).migrationsPackage(),
                    migration,
                    optimized);
            SourceFiles.replace(file, text.inLinesOf(former));
        }
        return result;
    }

    /** A squash refers to operations by position, and positions change. */
    private void requireNobodyPointsInto(MigrationNode migration) {
        String className = project.app(migration.key().app()).migrationsPackage() + ".M"
                + migration.key().name();
        for (MigrationNode other : project.loaded().migrations()) {
            boolean points = other.operations().get().stream()
                    .anyMatch(operation -> operation instanceof OperationOf of
                            && of.migration().getName().equals(className));
            if (points) {
                throw new PointedIntoException(migration.key(), other.key());
            }
        }
    }
}
