package io.kuaka.dialect.sqlite;

import io.kuaka.progress.TableSize;
import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.session.Statistics;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table {@code sqlite_stat1}, which exists once {@code analyze} was run. */
final class SqliteStatistics implements Statistics {
    private static final String HAS_STATISTICS = "select 1 from sqlite_master where name = 'sqlite_stat1'";

    /** The first number of an entry is that of the rows of the table, or of those in a partial index. */
    private static final Statistics COLLECTED = Statistics.queried(
            "select tbl, max(cast(substr(stat, 1, instr(stat || ' ', ' ') - 1) as integer)) as row_count, null"
                    + " from sqlite_stat1 where ? = '' group by tbl having row_count > 0");

    @Override
    public Map<String, TableSize> sizes(Connection connection, @Nullable String schema) throws SQLException {
        List<String> found = new ArrayList<>();
        CatalogQuery.of(HAS_STATISTICS).forEach(connection, row -> found.add(row.getString(1)));
        return found.isEmpty() ? Map.of() : COLLECTED.sizes(connection, schema);
    }
}
