package io.kuaka.it.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.bookshop.Bookshop;
import io.kuaka.Kuaka;
import io.kuaka.it.support.Engine;
import io.kuaka.junit.database.TestDatabase;
import io.kuaka.junit.database.TestServer;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.table.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Databases of a test's own on each kind of server. */
class TestServerTest {
    @ParameterizedTest
    @EnumSource
    void copiesTablesRowsViewsAndTheHistory(Engine engine) throws SQLException {
        TestServer server = server(engine.fresh());
        try (TestDatabase original = server.fresh()) {
            bookshop(original).migrate();
            insertTenant(original, "tui");
            execute(original, "create view open_shop as select slug from tenant");
            List<Table> before = tables(original);

            try (TestDatabase copy = server.copy(original)) {
                assertThat(tables(copy)).isEqualTo(before);
                assertThat(bookshop(copy).pending()).isEmpty();

                insertTenant(copy, "kea");
                assertThat(count(copy)).isEqualTo(2);
            }
            assertThat(count(original)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SQLITE", "H2"})
    void leavesNothingOnAServer(Engine engine) throws SQLException {
        io.kuaka.it.support.TestDatabase own = engine.fresh();
        TestDatabase database = server(own).fresh();
        String name = database.name();

        database.close();

        try (Connection connection = own.connect();
                Statement statement = connection.createStatement();
                ResultSet left =
                        statement.executeQuery("select 1 from information_schema.schemata where schema_name = '" + name
                                + "'" + " or catalog_name = '" + name + "'")) {
            assertThat(left.next()).isFalse();
        }
    }

    private static TestServer server(io.kuaka.it.support.TestDatabase database) {
        return TestServer.at(database.url(), database.user(), database.password());
    }

    private static Kuaka bookshop(TestDatabase database) {
        return Kuaka.on(database.dataSource(), Bookshop.class.getClassLoader());
    }

    private static List<Table> tables(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            Dialect dialect = Dialects.of(connection);
            return dialect.introspector().tables(connection, null);
        }
    }

    private static void insertTenant(TestDatabase database, String slug) throws SQLException {
        execute(database, "insert into tenant (slug, name) values ('" + slug + "', 'A shop')");
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from open_shop")) {
            result.next();
            return result.getInt(1);
        }
    }
}
