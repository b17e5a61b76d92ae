package io.kuaka.spring.settings;

import io.kuaka.command.Migrate;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code kuaka.*}. Others of this name belong to the command line and the build plugins.
 *
 * @param enabled Whether Kuaka does anything at start.
 * @param url JDBC URL of the database to migrate. The application's data source by default.
 * @param user User that migrates, if it isn't the application's own. With kuaka.url, the user of that database.
 * @param password Password of kuaka.user.
 * @param schema Schema of the tables in which Kuaka keeps the history. The connection's own by default.
 * @param table Table in which Kuaka keeps the history. "kuaka_migrations" by default.
 * @param lockWait How long to wait for another instance that is migrating the same database.
 * @param onUnknown What to do if the database has later migrations that this application doesn't have, as after a
 *     release was rolled back.
 * @param target Migration to migrate to, as in "catalog.0003", instead of the latest of all apps.
 * @param mode What to do at start. With "validate", the start fails if migrations are pending.
 * @param checkModels What to do if entities have changes without a migration.
 * @param sharedTables Tables that Kuaka may change although Flyway or Liquibase changes them, too.
 * @param unmanagedTables Tables of entities that are left to others, as in "legacy_*".
 */
@ConfigurationProperties("kuaka")
public record KuakaProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable String schema,
        @Nullable String table,
        @DefaultValue("10m") Duration lockWait,
        @DefaultValue("fail") Migrate.OnUnknown onUnknown,
        @Nullable String target,
        @DefaultValue("migrate") StartMode mode,
        @DefaultValue("warn") ModelCheckMode checkModels,
        @DefaultValue List<String> sharedTables,
        @DefaultValue List<String> unmanagedTables) {
    public KuakaProperties {
        sharedTables = List.copyOf(sharedTables);
        unmanagedTables = List.copyOf(unmanagedTables);
    }

    /** Doesn't show the password. */
    @Override
    public String toString() {
        return "kuaka.mode=" + mode;
    }
}
