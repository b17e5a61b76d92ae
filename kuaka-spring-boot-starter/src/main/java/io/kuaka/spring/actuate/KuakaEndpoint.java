package io.kuaka.spring.actuate;

import io.kuaka.spring.actuate.MigrationsReport.DatabaseReport;
import io.kuaka.spring.database.ManagedDatabase;
import io.kuaka.spring.models.ModelCheck;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** Tells which migrations there are, which of them each database has, and what doesn't fit. */
@Endpoint(id = "kuaka")
public final class KuakaEndpoint {
    private final List<ManagedDatabase> databases;
    private final @Nullable ModelCheck models;

    /**
     * Makes an endpoint.
     *
     * @param models what compares the entities; null without entities
     */
    public KuakaEndpoint(List<ManagedDatabase> databases, @Nullable ModelCheck models) {
        this.databases = List.copyOf(databases);
        this.models = models;
    }

    /** Looks at the databases. */
    @ReadOperation
    public MigrationsReport migrations() {
        Map<String, DatabaseReport> reports = new TreeMap<>();
        for (ManagedDatabase database : databases) {
            List<String> changed = models == null ? null : List.copyOf(models.changedApps(database));
            reports.put(database.name(), DatabaseStatus.of(database).report(changed));
        }
        return new MigrationsReport(reports);
    }
}
