package io.kuaka.spring;

import io.kuaka.progress.Progress;
import java.io.Serial;
import org.springframework.context.ApplicationEvent;

/**
 * Published for each point that a run reaches while a database is migrated at start: each operation, each statement, and
 * every thousand rows of Java code. It is heard by the same listeners as {@link MigrationEvent}.
 */
public final class MigrationProgressEvent extends ApplicationEvent {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Progress progress;

    /**
     * Makes an event.
     *
     * @param dataSource the name of the data source's bean
     */
    public MigrationProgressEvent(String dataSource, Progress progress) {
        super(dataSource);
        this.progress = progress;
    }

    /** Returns the name of the data source's bean. */
    public String dataSource() {
        return (String) getSource();
    }

    /** Returns what was reached. */
    public Progress progress() {
        return progress;
    }
}
