package io.kuaka.dialect.postgresql;

import io.kuaka.schema.Dialect;
import io.kuaka.schema.Introspector;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.grammar.Feature;
import io.kuaka.schema.grammar.Features;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.jdbc.JdbcValues;
import java.util.EnumSet;

/** PostgreSQL. Everything but concurrent index builds is part of a transaction. */
public final class PostgresDialect implements Dialect {
    private static final PostgresSqlGrammar GRAMMAR =
            new PostgresSqlGrammar(new Features(EnumSet.allOf(Feature.class)));
    private static final PostgresJdbcValues VALUES = new PostgresJdbcValues();

    @Override
    public String name() {
        return "postgresql";
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
