package io.kuaka.dialect.mysql;

import io.kuaka.schema.Dialect;
import io.kuaka.schema.Features;
import io.kuaka.schema.Introspector;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.SqlGrammar;
import java.sql.Connection;
import java.sql.SQLException;

/** MySQL. Each change of the schema is for good at once, and takes what the transaction did before along with it. */
public final class MysqlDialect implements Dialect {
    private static final MysqlSqlGrammar GRAMMAR = new MysqlSqlGrammar(Family.MYSQL);

    @Override
    public String name() {
        return Family.MYSQL.databaseName();
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:mysql:");
    }

    /** MySQL's driver reaches MariaDB too. */
    @Override
    public Dialect refine(Connection connection) throws SQLException {
        return MariadbDialect.isBehind(connection) ? new MariadbDialect() : this;
    }

    @Override
    public Features features() {
        return Family.MYSQL.features();
    }

    @Override
    public SqlGrammar grammar() {
        return GRAMMAR;
    }

    @Override
    public SchemaEditor editor() {
        return new MysqlSchemaEditor(GRAMMAR);
    }

    @Override
    public Introspector introspector() {
        return new MysqlIntrospector(GRAMMAR);
    }

    @Override
    public String reason(SQLException refusal) {
        return Family.reason(Dialect.super.reason(refusal));
    }
}
