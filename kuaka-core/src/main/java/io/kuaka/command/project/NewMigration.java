package io.kuaka.command.project;

import io.kuaka.impact.OperationLosses;
import io.kuaka.migration.MigrationNode;
import java.nio.file.Path;
import java.util.List;

/**
 * A new migration.
 *
 * @param file where it belongs
 * @param source the text of the file
 * @param losses what each of its operations loses, in order
 */
public record NewMigration(MigrationNode migration, Path file, String source, List<OperationLosses> losses) {
    public NewMigration {
        losses = List.copyOf(losses);
    }
}
