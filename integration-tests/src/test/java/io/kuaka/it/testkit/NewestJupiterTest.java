package io.kuaka.it.testkit;

import static io.kuaka.expression.Expression.field;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.bookshop.Bookshop;
import io.kuaka.data.Row;
import io.kuaka.junit.MigratedDatabase;
import io.kuaka.junit.MigrationTest;
import io.kuaka.junit.Migrator;
import java.net.URL;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The extensions, which kuaka-junit compiles and tests with JUnit Jupiter 5, run with 6 as well. */
class NewestJupiterTest {
    @Test
    void thisIsJupiterSix() {
        URL engine = Test.class.getResource("Test.class");

        assertThat(engine).asString().contains("junit-jupiter-api-6.");
    }

    @Test
    @MigrationTest(app = "users", from = "0001_initial", to = "0002_initial")
    void aTestGetsTheModelsBeforeAndAfterAMigration(Migrator migrator) {
        Row shop = migrator.model("Tenant").create(Map.of("slug", "harbour", "name", "Harbour Books"));
        assertThat(migrator.model("Tenant").state().fields()).doesNotContainKey("contact");

        migrator.migrate();

        assertThat(migrator.model("Tenant").get(field("id").eq(shop.key())).get("contact"))
                .isNull();
        migrator.rollback();
        assertThat(migrator.model("Tenant").state().fields()).doesNotContainKey("contact");
    }

    @RepeatedTest(2)
    void aTestGetsAMigratedDatabaseOfItsOwn(@MigratedDatabase DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(
                            "insert into tenant (slug, name) values ('tui', '" + Bookshop.class.getSimpleName() + "')"))
                    .isEqualTo(1);
            try (ResultSet count = statement.executeQuery("select count(*) from tenant")) {
                count.next();
                assertThat(count.getInt(1)).isEqualTo(1);
            }
        }
    }
}
