package io.kuaka.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestDatabasesTest {

    @ParameterizedTest
    @EnumSource
    void everyCallGivesAnEmptyDatabase(Engine engine) throws SQLException {
        TestDatabase first = engine.fresh();
        TestDatabase second = engine.fresh();

        first.execute("create table book (id integer)");
        second.execute("create table book (id integer)");

        assertThat(first.url()).isNotEqualTo(second.url());
    }

    @Test
    void postgresqlIsVersion18() throws SQLException {
        try (Connection connection = TestDatabases.postgresql().connect()) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
        }
    }
}
