package io.kuaka.spring.start;

import io.kuaka.command.Faking;
import io.kuaka.command.Migrate;
import io.kuaka.executor.listener.Listeners;
import io.kuaka.executor.listener.LoggingListener;
import io.kuaka.migration.MigrationKey;
import io.kuaka.spring.database.ManagedDatabase;
import io.kuaka.spring.settings.KuakaProperties;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;

/** Does with one database what the settings want at start. */
public final class StartRun {
    private static final Logger LOG = System.getLogger("io.kuaka");

    private final KuakaProperties properties;
    private final ApplicationEventPublisher publisher;

    public StartRun(KuakaProperties properties, ApplicationEventPublisher publisher) {
        this.properties = properties;
        this.publisher = publisher;
    }

    /**
     * Migrates the database or makes sure that it is migrated.
     *
     * @return the migrations that were applied
     * @throws PendingMigrationsException if some are pending that aren't to be applied
     */
    public List<String> run(ManagedDatabase database) {
        Migrate migrate = new Migrate(database.project(), database.source());
        return switch (properties.mode()) {
            case MIGRATE -> migrate(database, migrate);
            case VALIDATE -> {
                requireNothingPending(database, migrate.prepare(options()));
                yield List.of();
            }
            case NONE -> List.of();
        };
    }

    private List<String> migrate(ManagedDatabase database, Migrate migrate) {
        Migrate.Prepared prepared = migrate.prepare(options());
        warnOfUnknown(prepared);
        List<String> applied = migrate.run(
                        prepared, Listeners.of(new LoggingListener(), new ProgressEvents(database.name(), publisher)))
                .names();
        LOG.log(
                Level.INFO,
                "Database of \"{0}\": {1}",
                database.name(),
                applied.isEmpty() ? "no migrations were pending." : "applied " + String.join(", ", applied) + ".");
        return applied;
    }

    private static void requireNothingPending(ManagedDatabase database, Migrate.Prepared prepared) {
        warnOfUnknown(prepared);
        if (!prepared.plan().changesNothing()) {
            throw new PendingMigrationsException(database.name(), prepared.names());
        }
    }

    private static void warnOfUnknown(Migrate.Prepared prepared) {
        if (!prepared.unknown().isEmpty() && prepared.options().onUnknown() == Migrate.OnUnknown.WARN) {
            LOG.log(
                    Level.WARNING,
                    "The database has later migrations that this application doesn''t have: {0}",
                    prepared.unknown());
        }
    }

    private Migrate.Options options() {
        String target = properties.target();
        MigrationKey key = target == null || target.isBlank() ? null : key(target.strip());
        return new Migrate.Options(
                        key == null ? null : key.app(),
                        key == null ? null : key.name(),
                        Faking.none(),
                        properties.lockWait(),
                        0,
                        properties.onUnknown())
                .onlyForward();
    }

    private static MigrationKey key(String target) {
        try {
            return MigrationKey.parse(target);
        } catch (IllegalArgumentException e) {
            throw new UnusableTargetException(target);
        }
    }
}
