package io.kuaka.it.run;

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that takes no changes from anybody, as replicas don't. */
@Isolated("changes a setting of the servers that other tests use")
class ReadOnlyServerTest {
    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void isRefused(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        database.execute("set global read_only = 1");
        try {
            SurroundingsTest.assertRefused(database::connect, "This server is read-only (read_only is on)");
        } finally {
            database.execute("set global read_only = 0");
        }
    }
}
