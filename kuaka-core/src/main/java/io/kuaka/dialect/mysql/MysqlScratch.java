package io.kuaka.dialect.mysql;

import io.kuaka.schema.Scratch;
import io.kuaka.schema.TablesScratch;
import io.kuaka.schema.jdbc.CatalogQuery;
import java.sql.Connection;
import java.sql.SQLException;

/** Tables beside the real ones: the information schema doesn't tell of temporary ones. One session at a time has them. */
final class MysqlScratch implements Scratch {
    private static final String LOCK = "concat('kuaka_scratch.', sha1(database()))";
    private static final int PATIENCE_SECONDS = 60;

    private final TablesScratch tables;

    MysqlScratch(MysqlDialect dialect) {
        tables = new TablesScratch(dialect);
    }

    @Override
    public boolean isBesideRealTables() {
        return true;
    }

    @Override
    public <T> T with(Connection connection, Trial<T> trial) throws SQLException {
        CatalogQuery.of("select get_lock(" + LOCK + ", " + PATIENCE_SECONDS + ") as taken")
                .forEach(connection, row -> {
                    if (!row.getBoolean("taken")) {
                        throw new SQLException("Another session is comparing tables of this database for more than "
                                + PATIENCE_SECONDS + " seconds.");
                    }
                });
        try {
            return tables.with(connection, trial);
        } finally {
            CatalogQuery.of("select release_lock(" + LOCK + ")").forEach(connection, row -> {});
        }
    }
}
