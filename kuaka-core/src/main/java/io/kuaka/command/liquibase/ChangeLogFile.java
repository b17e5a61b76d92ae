package io.kuaka.command.liquibase;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file that is, or may be, the root of the change log, and what a run of it is told.
 *
 * @param path its name for Liquibase, below a root of the class path or below one of the {@code folders}
 * @param named what names it, for messages
 * @param filters the settings that say which change sets count, for messages
 * @param folders where it may be besides the class path
 * @param contexts the contexts with commas between them; empty for all
 * @param labels an expression of labels; empty for all
 * @param defaultSchema where its tables are; null for the schema of the connection
 * @param parameters the values of its placeholders
 */
public record ChangeLogFile(
        String path,
        String named,
        String filters,
        List<Path> folders,
        String contexts,
        String labels,
        @Nullable String defaultSchema,
        Map<String, String> parameters) {
    public ChangeLogFile {
        folders = List.copyOf(folders);
        parameters = Map.copyOf(parameters);
    }

    /** Returns the file, and which of its change sets count, in words. */
    String describe() {
        String ofContexts = contexts.isBlank() ? "" : " with the contexts \"" + contexts + "\"";
        String ofLabels = labels.isBlank() ? "" : " with the labels \"" + labels + "\"";
        return path + ofContexts + ofLabels;
    }
}
