package io.kuaka.spring;

import java.io.Serial;
import java.util.List;
import org.springframework.context.ApplicationEvent;

/** Published for each database that was migrated at start, when all beans exist; also if nothing was pending. */
public final class DatabaseMigratedEvent extends ApplicationEvent {
    @Serial
    private static final long serialVersionUID = 1L;

    private final List<String> migrations;

    /**
     * Makes an event.
     *
     * @param dataSource the name of the data source's bean
     * @param migrations the migrations that were applied, as in {@code catalog.0001_initial}, in order
     */
    public DatabaseMigratedEvent(String dataSource, List<String> migrations) {
        super(dataSource);
        this.migrations = List.copyOf(migrations);
    }

    /** Returns the name of the data source's bean. */
    public String dataSource() {
        return (String) getSource();
    }

    /** Returns the migrations that were applied, in order. */
    public List<String> migrations() {
        return migrations;
    }
}
