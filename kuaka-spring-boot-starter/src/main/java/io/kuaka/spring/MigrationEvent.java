package io.kuaka.spring;

import java.io.Serial;
import org.springframework.context.ApplicationEvent;

/**
 * Published for each migration while a database is migrated at start.
 *
 * <p>At that time beans with {@code @EventListener} methods don't exist yet: listen by an {@code ApplicationListener} bean
 * without dependencies, or wait for {@link DatabaseMigratedEvent}.
 */
public final class MigrationEvent extends ApplicationEvent {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What happened to the migration. */
    public enum Phase {
        STARTED,
        FINISHED,
        FAILED
    }

    private final String migration;
    private final Phase phase;

    /**
     * Makes an event.
     *
     * @param dataSource the name of the data source's bean
     * @param migration the migration, as in {@code catalog.0001_initial}
     */
    public MigrationEvent(String dataSource, String migration, Phase phase) {
        super(dataSource);
        this.migration = migration;
        this.phase = phase;
    }

    /** Returns the name of the data source's bean. */
    public String dataSource() {
        return (String) getSource();
    }

    /** Returns the migration, as in {@code catalog.0001_initial}. */
    public String migration() {
        return migration;
    }

    /** Returns what happened. */
    public Phase phase() {
        return phase;
    }
}
