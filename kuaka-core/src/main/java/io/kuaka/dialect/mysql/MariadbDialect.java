package io.kuaka.dialect.mysql;

import io.kuaka.schema.Dialect;
import io.kuaka.schema.Features;
import io.kuaka.schema.Introspector;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.SqlGrammar;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;

/** MariaDB. Each change of the schema is for good at once, and takes what the transaction did before along with it. */
public final class MariadbDialect implements Dialect {
    private static final MysqlSqlGrammar GRAMMAR = new MysqlSqlGrammar(Family.MARIADB);

    /** Returns whether the server is MariaDB, whatever the driver calls it. */
    static boolean isBehind(Connection connection) throws SQLException {
        DatabaseMetaData server = connection.getMetaData();
        String text = server.getDatabaseProductName() + " " + server.getDatabaseProductVersion();
        return text.toLowerCase(Locale.ROOT).contains("mariadb");
    }

    @Override
    public String name() {
        return Family.MARIADB.databaseName();
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:mariadb:");
    }

    /** MariaDB's driver reaches MySQL too. */
    @Override
    public Dialect refine(Connection connection) throws SQLException {
        return isBehind(connection) ? this : new MysqlDialect();
    }

    @Override
    public Features features() {
        return Family.MARIADB.features();
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
