package io.kuaka.spring.actuate;

import io.kuaka.spring.database.ManagedDatabase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether the databases have all migrations of this application.
 *
 * <p>Later migrations are all right: while a release is rolled out, the database has them before all instances do.
 */
public final class MigrationHealth {
    private final List<ManagedDatabase> databases;

    /** Makes the health of these databases. */
    public MigrationHealth(List<ManagedDatabase> databases) {
        this.databases = List.copyOf(databases);
    }

    /** Looks at the databases and returns for each what is wrong, under headings; nothing if all is well. */
    Map<String, Map<String, Object>> look() {
        Map<String, Map<String, Object>> wrong = new TreeMap<>();
        for (ManagedDatabase database : databases) {
            DatabaseStatus status = DatabaseStatus.of(database);
            Map<String, Object> details = new TreeMap<>();
            details.put("pending", status.pending());
            details.put("conflicts", status.conflicts());
            details.put("problems", status.problems());
            details.values()
                    .removeIf(each -> each instanceof List<?> list
                            ? list.isEmpty()
                            : Map.of().equals(each));
            if (!details.isEmpty()) {
                wrong.put(database.name(), details);
            }
        }
        return wrong;
    }
}
