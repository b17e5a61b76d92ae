package io.kuaka.hibernate.generator;

import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.mapping.GeneratorSettings;
import org.jspecify.annotations.Nullable;

/** Makes generators use the connection's catalog and schema. */
record ConnectionDefaults(Database database) implements GeneratorSettings {
    @Override
    public @Nullable String getDefaultCatalog() {
        return null;
    }

    @Override
    public @Nullable String getDefaultSchema() {
        return null;
    }

    @Override
    public SqlStringGenerationContext getSqlStringGenerationContext() {
        return SqlStringGenerationContextImpl.fromExplicit(database.getJdbcEnvironment(), database, null, null);
    }
}
