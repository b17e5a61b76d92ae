package io.kuaka.it.hibernate;

import io.kuaka.base.MigrationException;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.migration.MigrationNode;
import io.kuaka.state.ProjectState;
import io.kuaka.writer.MigrationFile;
import io.kuaka.writer.MigrationWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Writes the first migrations of the bookshop and of all groups that the Hibernate of its own JVM can read. */
public final class LineMigrations implements Supplier<Map<String, Map<String, String>>> {
    /** Returns the text of each file by its path, by the name of the group. */
    @Override
    public Map<String, Map<String, String>> get() {
        Map<String, Map<String, String>> written = new LinkedHashMap<>();
        LineReading.states().forEach((group, state) -> {
            try {
                written.put(group, files(state.get()));
            } catch (MigrationException e) {
                // A group that this line can't read: nobody can have such entities before the upgrade.
            }
        });
        return written;
    }

    private static Map<String, String> files(ProjectState state) {
        Map<String, String> files = new TreeMap<>();
        for (MigrationNode migration : MappingRun.detect(MigrationGraph.of(List.of()), state)) {
            String packageName = "lines." + migration.key().app() + ".migrations";
            MigrationFile file = MigrationWriter.write(migration, packageName, List.of());
            files.put(file.path(), file.text());
        }
        return files;
    }
}
