package io.kuaka.junit;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A test as a user writes it: rows at the old state, the migration, what became of them, and back. */
@MigrationTest(app = "keepers", to = "0003")
class MigrationTestTest {
    @Test
    void showsTheModelsBeforeAndAfterAMigrationAndAfterGoingBack(Migrator migrator) {
        migrator.model("Keeper").create(set("name", "ann"));
        migrator.model("Keeper").create(set("name", "bob"), set("email", "bob@home.example"));

        migrator.migrate();

        assertThat(email(migrator, "ann")).isEqualTo("ann@zoo.example");
        assertThat(email(migrator, "bob")).isEqualTo("bob@home.example");

        migrator.rollback();

        assertThat(email(migrator, "ann")).isNull();
        assertThat(email(migrator, "bob")).isEqualTo("bob@home.example");
    }

    @Test
    void givesEachTestADatabaseOfItsOwn(Migrator migrator) {
        assertThat(migrator.model("Keeper").count()).isZero();
        migrator.model("Keeper").create(set("name", "ann"));
    }

    @Test
    void givesEachTestADatabaseOfItsOwnWhicheverComesFirst(Migrator migrator) {
        givesEachTestADatabaseOfItsOwn(migrator);
    }

    @Test
    @MigrationTest(app = "keepers", from = "zero", to = "0001_initial")
    void beginsWhereTheAnnotationOfTheMethodSays(Migrator migrator) {
        assertThatThrownBy(() -> migrator.model("Keeper")).hasMessageContaining("Keeper");

        migrator.migrate();

        assertThat(migrator.model("Keeper").count()).isZero();
        assertThatThrownBy(() -> migrator.model("Keeper").create(set("name", "ann"), set("email", "x")))
                .hasMessageContaining("email");
    }

    @Test
    void takesADatabaseFromElsewhereThatHasNoHistoryYet(@MigratedDatabase javax.sql.DataSource migrated) {
        assertThatThrownBy(() -> Migrator.on(migrated, "keepers", "", "0003"))
                .isInstanceOf(UsedDatabaseException.class)
                .hasMessageContaining("keepers.0001_initial");
    }

    private static Object email(Migrator migrator, String name) {
        return migrator.model("Keeper").get(field("name").eq(name)).get("email");
    }
}
