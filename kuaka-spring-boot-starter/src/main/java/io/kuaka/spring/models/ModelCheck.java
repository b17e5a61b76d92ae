package io.kuaka.spring.models;

import io.kuaka.base.MigrationException;
import io.kuaka.command.CheckModels;
import io.kuaka.hibernate.discovery.TableOwnership;
import io.kuaka.spring.database.ManagedDatabase;
import io.kuaka.spring.settings.KuakaProperties;
import io.kuaka.spring.settings.ModelCheckMode;
import io.kuaka.spring.settings.StartSpelling;
import jakarta.persistence.EntityManagerFactory;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.NativeDetector;

/** Compares entities with migrations: once at start, and when somebody asks. Classes don't change, so it compares once. */
public final class ModelCheck implements SmartInitializingSingleton {
    private static final Logger LOG = System.getLogger("io.kuaka");

    private final Collection<ManagedDatabase> databases;
    private final ListableBeanFactory beans;
    private final ModelCheckMode mode;
    private final TableOwnership ownership;
    private final Map<String, SortedSet<String>> changed = new ConcurrentHashMap<>();

    /**
     * Makes a check.
     *
     * @param beans what knows the entity managers
     * @param defaultApp the app for tables whose entities belong to none; null if that is an error
     */
    public ModelCheck(
            Collection<ManagedDatabase> databases,
            ListableBeanFactory beans,
            KuakaProperties properties,
            @Nullable String defaultApp) {
        this.databases = databases;
        this.beans = beans;
        this.mode = properties.checkModels();
        this.ownership = new TableOwnership(defaultApp, properties.unmanagedTables());
    }

    @Override
    public void afterSingletonsInstantiated() {
        // A native image has no class files from which entities could be read a second time.
        if (mode != ModelCheckMode.OFF && !NativeDetector.inNativeImage()) {
            databases.stream().filter(ManagedDatabase::hasMigrations).forEach(this::check);
        }
    }

    private void check(ManagedDatabase database) {
        try {
            SortedSet<String> apps = changedApps(database);
            if (!apps.isEmpty()) {
                throw new ModelsChangedException(apps);
            }
        } catch (MigrationException e) {
            if (mode == ModelCheckMode.FAIL) {
                throw e;
            }
            LOG.log(Level.WARNING, StartSpelling.in(String.valueOf(e.getMessage())));
        }
    }

    /**
     * Returns the apps of a database whose entities have changes without a migration.
     *
     * @throws MigrationException if the entities can't be read
     */
    public SortedSet<String> changedApps(ManagedDatabase database) {
        SortedSet<String> known = changed.get(database.name());
        if (known == null) {
            known = QuietHibernate.during(beans, () -> compare(database));
            changed.put(database.name(), known);
        }
        return known;
    }

    private SortedSet<String> compare(ManagedDatabase database) {
        EntityModels models = EntityModels.of(
                database, beans.getBeansOfType(EntityManagerFactory.class).values(), ownership);
        return models == null
                ? new TreeSet<>()
                : new CheckModels(models.project(), models.reader())
                        .run(CheckModels.Options.all())
                        .changedApps();
    }
}
