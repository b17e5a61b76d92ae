package io.kuaka.command.project;

import io.kuaka.migration.MigrationNode;
import java.nio.file.Path;
import java.util.List;

/**
 * A migration that was made.
 *
 * @param file where it belongs
 * @param source the text of the file
 * @param losses for each operation what it loses, as sentences; mostly nothing
 */
public record NewMigration(MigrationNode migration, Path file, String source, List<List<String>> losses) {
    public NewMigration {
        losses = losses.stream().map(List::copyOf).toList();
    }
}
