package io.kuaka.dialect.postgresql;

import io.kuaka.schema.Dialect;
import io.kuaka.schema.Feature;
import io.kuaka.schema.Features;
import io.kuaka.schema.Introspector;
import io.kuaka.schema.JdbcValues;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.SqlGrammar;
import java.util.EnumSet;

/** PostgreSQL. Everything but concurrent index builds is part of a transaction. */
public final class PostgresDialect implements Dialect {
    private static final Features FEATURES = new Features(EnumSet.allOf(Feature.class));
    private static final PostgresSqlGrammar GRAMMAR = new PostgresSqlGrammar(FEATURES);
    private static final PostgresJdbcValues VALUES = new PostgresJdbcValues();

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:postgresql:");
    }

    @Override
    public Features features() {
        return FEATURES;
    }

    @Override
    public SqlGrammar grammar() {
        return GRAMMAR;
    }

    @Override
    public JdbcValues values() {
        return VALUES;
    }

    @Override
    public SchemaEditor editor() {
        return new PostgresSchemaEditor(GRAMMAR);
    }

    @Override
    public Introspector introspector() {
        return new PostgresIntrospector(GRAMMAR);
    }
}
