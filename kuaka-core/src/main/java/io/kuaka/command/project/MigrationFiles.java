package io.kuaka.command.project;

import io.kuaka.impact.DataLossReader;
import io.kuaka.impact.OperationLosses;
import io.kuaka.loader.MigrationApp;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.state.ProjectState;
import io.kuaka.writer.MigrationFile;
import io.kuaka.writer.MigrationWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes the files of new migrations, among the sources of their apps.
 *
 * @param feasibility checks that they can run
 */
public record MigrationFiles(Project project, FeasibilityCheck feasibility) {
    /**
     * Returns the files of migrations, each with what it loses.
     *
     * @param before the state before the first of them
     * @throws InfeasibleMigrationException if one of them can't run
     */
    public List<NewMigration> of(List<MigrationNode> migrations, ProjectState before) {
        Map<MigrationKey, List<OperationLosses>> losses = losses(migrations, before);
        List<NewMigration> made = new ArrayList<>();
        for (MigrationNode migration : migrations) {
            List<OperationLosses> lost = Objects.requireNonNull(losses.get(migration.key()));
            MigrationFile file = MigrationWriter.write(
                    migration, app(migration).migrationsPackage(), OperationLosses.describe(lost));
            made.add(new NewMigration(migration, path(migration, file), file.text(), lost));
        }
        return made;
    }

    /** Returns the files of migrations whose Java code has yet to be written. */
    public List<NewMigration> forCode(List<MigrationNode> migrations) {
        List<NewMigration> made = new ArrayList<>();
        for (MigrationNode migration : migrations) {
            MigrationFile file =
                    MigrationWriter.writeForCode(migration, app(migration).migrationsPackage());
            made.add(new NewMigration(migration, path(migration, file), file.text(), List.of()));
        }
        return made;
    }

    private MigrationApp app(MigrationNode migration) {
        return project.app(migration.key().app());
    }

    private Path path(MigrationNode migration, MigrationFile file) {
        return project.sources(app(migration)).main().resolve(file.path());
    }

    /** Losses depend on the state before each operation, so the migrations have to be in an order to apply them. */
    private Map<MigrationKey, List<OperationLosses>> losses(List<MigrationNode> migrations, ProjectState start) {
        List<MigrationNode> all = new ArrayList<>(project.loaded().migrations());
        all.addAll(migrations);
        Map<MigrationKey, List<OperationLosses>> losses = new TreeMap<>();
        ProjectState before = start;
        for (MigrationNode migration : project.graph(all, Set.of()).order()) {
            if (migrations.contains(migration)) {
                feasibility.require(migration, before);
                losses.put(migration.key(), DataLossReader.of(migration, before));
                before = migration.apply(before);
            }
        }
        return losses;
    }
}
