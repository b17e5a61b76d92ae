package io.kuaka.spring.database;

import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.Project;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database that Kuaka migrates.
 *
 * @param name the name of its data source's bean
 * @param application what the application itself connects by; null if it has no data source
 * @param source what Kuaka connects by
 * @param project the apps that are in it
 */
public record ManagedDatabase(String name, @Nullable DataSource application, ConnectionSource source, Project project) {
    /** Returns whether there is anything to migrate. */
    public boolean hasMigrations() {
        return !project.loaded().migrations().isEmpty();
    }
}
