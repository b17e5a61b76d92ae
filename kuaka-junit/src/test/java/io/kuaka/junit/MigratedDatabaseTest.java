package io.kuaka.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.junit.TestProject.Place;
import io.kuaka.junit.database.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
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

    /** The history is copied with the tables, so the migrations ran once if it says the same everywhere. */
    @Test
    void aHundredTestsCostOneRunOfTheMigrations() throws SQLException {
        Set<String> histories = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            try (TestDatabase copy = TestProject.present().migrated(new Place("jdbc:sqlite:", "", ""));
                    Connection connection = copy.dataSource().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet result =
                            statement.executeQuery("select min(applied), max(applied) from kuaka_migrations")) {
                result.next();
                histories.add(result.getString(1) + " to " + result.getString(2));
            }
        }
        assertThat(histories).hasSize(1);
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
