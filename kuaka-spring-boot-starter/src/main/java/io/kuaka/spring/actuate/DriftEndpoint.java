package io.kuaka.spring.actuate;

import io.kuaka.base.MigrationException;
import io.kuaka.command.AcceptedDrift;
import io.kuaka.command.Drift;
import io.kuaka.spring.actuate.DriftReport.DatabaseDrift;
import io.kuaka.spring.database.ManagedDatabase;
import io.kuaka.spring.settings.StartSpelling;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * Compares databases with their histories: has somebody changed a table by hand?
 *
 * <p>Each call reads the whole catalog, and builds empty tables in a place of their own to compare with, which are dropped
 * again. So it is an endpoint by itself, which can be exposed to fewer people than the other one.
 */
@Endpoint(id = "kuakadrift")
public final class DriftEndpoint {
    private final List<ManagedDatabase> databases;
    private final List<AcceptedDrift> accepted;

    /**
     * Makes an endpoint.
     *
     * @param accepted the differences that are known and all right for a time
     */
    public DriftEndpoint(List<ManagedDatabase> databases, List<AcceptedDrift> accepted) {
        this.databases = List.copyOf(databases);
        this.accepted = List.copyOf(accepted);
    }

    /** Compares the databases. */
    @ReadOperation
    public DriftReport drift() {
        Map<String, DatabaseDrift> reports = new TreeMap<>();
        for (ManagedDatabase database : databases) {
            reports.put(database.name(), drift(database));
        }
        return new DriftReport(reports);
    }

    private DatabaseDrift drift(ManagedDatabase database) {
        try {
            return DatabaseDrift.of(new Drift(database.project(), database.source())
                    .run(new Drift.Options(new TreeSet<>(), accepted, LocalDate.now(ZoneId.systemDefault()))));
        } catch (MigrationException e) {
            return DatabaseDrift.notCompared(StartSpelling.in(String.valueOf(e.getMessage())));
        }
    }
}
