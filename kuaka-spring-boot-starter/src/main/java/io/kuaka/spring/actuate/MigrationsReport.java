package io.kuaka.spring.actuate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the endpoint tells.
 *
 * @param dataSources the databases, by the name of their data source's bean
 */
public record MigrationsReport(Map<String, DatabaseReport> dataSources) {
    /**
     * One database.
     *
     * @param apps the migrations of each app, in order
     * @param pending the migrations that aren't applied, in the order in which they would be
     * @param conflicts the latest migrations of the apps that have several
     * @param problems where the history and the migrations don't agree, and the way out
     * @param unknown applied migrations that the application doesn't have
     * @param runner who is migrating the database now; null if nobody is
     * @param changedModels the apps whose entities have changes without a migration; null if entities aren't compared
     */
    public record DatabaseReport(
            Map<String, List<MigrationReport>> apps,
            List<String> pending,
            Map<String, List<String>> conflicts,
            List<String> problems,
            List<String> unknown,
            @Nullable String runner,
            @Nullable List<String> changedModels) {}

    /**
     * One migration.
     *
     * @param status as in {@code applied}
     * @param appliedAt when it was applied, in the zone of the application; null if it wasn't
     * @param appliedBy who applied it; null if it wasn't, or if that isn't known
     */
    public record MigrationReport(
            String name,
            String status,
            @Nullable String appliedAt,
            @Nullable String appliedBy) {}
}
