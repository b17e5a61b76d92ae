package io.kuaka.it.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.schema.Dialects;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a user may not do, though migrations need it. */
class PrivilegesTest {
    @ParameterizedTest
    @EnumSource
    void whoMayDoEverythingLacksNothing(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();

        assertThat(missing(database, database.user())).isEmpty();
    }

    @Test
    void postgresqlNamesTheSchemaAndThoseTablesThatOthersOwn() throws SQLException {
        TestDatabase database = Engine.POSTGRESQL.fresh();
        String reader = newUser();
        database.execute(
                "create table \"Book\" (id bigint)",
                "create table of_others (id bigint)",
                "create role " + reader + " login");

        assertThat(missing(database, reader))
                .containsExactly("CREATE on schema \"public\"", "ownership of table \"Book\"");

        database.execute("grant create on schema public to " + reader, "alter table \"Book\" owner to " + reader);
        assertThat(missing(database, reader)).isEmpty();
    }

    @Test
    void mysqlNamesThePrivilegesOnTheSchema() throws SQLException {
        TestDatabase database = Engine.MYSQL.fresh();
        String reader = newUser();
        String account = "'" + reader + "'@'localhost'";
        String schema = schemaOf(database);
        database.execute("create user " + account, "grant select, insert, create on " + schema + ".* to " + account);

        assertThat(missing(database, reader))
                .containsExactly("UPDATE, DELETE, DROP, REFERENCES, INDEX, ALTER on schema \"" + schema + "\"");

        database.execute("grant all on " + schema + ".* to " + account);
        assertThat(missing(database, reader)).isEmpty();
    }

    /** Users are of a server, which tests share. */
    private static String newUser() {
        return "reader_" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
    }

    private static String schemaOf(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return connection.getCatalog();
        }
    }

    private static List<String> missing(TestDatabase database, String user) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), user, "")) {
            return Dialects.of(connection).missingPrivileges(connection, Set.of("book"));
        }
    }
}
