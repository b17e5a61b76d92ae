package io.kuaka.spring.start;

import io.kuaka.spring.DatabaseMigratedEvent;
import io.kuaka.spring.database.ManagedDatabase;
import io.kuaka.spring.neighbour.Ownership;
import io.kuaka.spring.settings.KuakaProperties;
import io.kuaka.spring.settings.StartMode;
import io.kuaka.spring.settings.StartSpelling;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;

/** Migrates the databases when it is made. Whatever uses a database depends on it. */
public final class KuakaInitializer implements InitializingBean, SmartInitializingSingleton {
    private static final Logger LOG = System.getLogger("io.kuaka");

    private final List<ManagedDatabase> databases;
    private final Ownership ownership;
    private final KuakaProperties properties;
    private final ApplicationEventPublisher publisher;
    private final List<DatabaseMigratedEvent> events = new ArrayList<>();

    public KuakaInitializer(
            List<ManagedDatabase> databases,
            Ownership ownership,
            KuakaProperties properties,
            ApplicationEventPublisher publisher) {
        this.databases = List.copyOf(databases);
        this.ownership = ownership;
        this.properties = properties;
        this.publisher = publisher;
    }

    @Override
    public void afterPropertiesSet() {
        if (properties.mode() == StartMode.NONE) {
            LOG.log(Level.INFO, "kuaka.mode is none: no database is migrated.");
            return;
        }
        StartRun run = new StartRun(properties, publisher);
        for (ManagedDatabase database : databases) {
            if (database.hasMigrations()) {
                ownership.require(database);
                events.add(new DatabaseMigratedEvent(database.name(), run.run(database)));
            } else {
                LOG.log(
                        Level.INFO,
                        "No migrations were found for \"{0}\". {1}",
                        database.name(),
                        StartSpelling.in("Write the first ones with 'kuaka makemigrations', or, if the database has the"
                                + " tables already, with 'kuaka adopt'."));
            }
        }
    }

    /** All listeners are there now. */
    @Override
    public void afterSingletonsInstantiated() {
        events.forEach(publisher::publishEvent);
        events.clear();
    }
}
