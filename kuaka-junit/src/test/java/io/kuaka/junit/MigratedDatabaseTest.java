package io.kuaka.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class MigratedDatabaseTest {
    @RepeatedTest(2)
    void isEachTestsOwn(@MigratedDatabase DataSource database) throws SQLException {
        assertThat(keepers(database)).isZero();
        insert(database);
        assertThat(keepers(database)).isEqualTo(1);
    }

    @Test
    void isEachParametersOwn(@MigratedDatabase DataSource one, @MigratedDatabase DataSource other) throws SQLException {
        insert(one);
        assertThat(keepers(other)).isZero();
    }

    @Test
    void isACopyOfAFileOnSqlite(@MigratedDatabase(url = "jdbc:sqlite:") DataSource database) throws SQLException {
        insert(database);
        assertThat(keepers(database)).isEqualTo(1);
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("SQLite");
        }
    }

    private static void insert(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into keeper (name) values ('ann')");
        }
    }

    private static int keepers(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from keeper")) {
            result.next();
            return result.getInt(1);
        }
    }
}
