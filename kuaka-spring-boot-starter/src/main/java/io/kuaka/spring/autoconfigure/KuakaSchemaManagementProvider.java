package io.kuaka.spring.autoconfigure;

import io.kuaka.spring.database.ManagedDatabases;
import io.kuaka.spring.settings.StartMode;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

/** Tells Hibernate to leave the tables of a data source alone that Kuaka makes. */
record KuakaSchemaManagementProvider(ManagedDatabases databases, StartMode mode) implements SchemaManagementProvider {
    @Override
    public SchemaManagement getSchemaManagement(DataSource dataSource) {
        boolean isManaged = mode != StartMode.NONE
                && databases.all().stream().anyMatch(each -> each.application() == dataSource && each.hasMigrations());
        return isManaged ? SchemaManagement.MANAGED : SchemaManagement.UNMANAGED;
    }
}
