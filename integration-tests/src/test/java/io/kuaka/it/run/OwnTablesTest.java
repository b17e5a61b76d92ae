package io.kuaka.it.run;

import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.command.Migrate;
import io.kuaka.command.ShowMigrations;
import io.kuaka.command.Unlock;
import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceLayout;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.loader.LoadedMigrations;
import io.kuaka.loader.MigrationApp;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.CreateModel;
import io.kuaka.recorder.OccupiedNameException;
import io.kuaka.recorder.UnsuitableOwnNameException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the history, the journal and the lease are. */
class OwnTablesTest {
    private static final MigrationNode INITIAL = node(
            "shop.0001_initial",
            List.of(),
            new CreateModel(model("Book").table("book").fields(bigint("id").primaryKey())));

    private static Project project() {
        LoadedMigrations loaded = new LoadedMigrations(
                List.of(new MigrationApp("shop", "com.example.shop", Optional.empty())), List.of(INITIAL));
        return new Project(OwnTablesTest.class.getClassLoader(), List.of(), SourceLayout.none(), loaded);
    }

    private static List<String> migrate(ConnectionSource source) {
        Migrate migrate = new Migrate(project(), source);
        return migrate.run(migrate.prepare(Migrate.Options.all())).names();
    }

    private static long count(TestDatabase database, String table) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theHistoryCanHaveATableOfItsOwn(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        ConnectionSource own = ((ConnectionSource) database::connect).withHistoryIn(null, "shop_history");

        assertThat(migrate(own)).containsExactly("shop.0001_initial");
        assertThat(migrate(own)).isEmpty();
        assertThat(count(database, "shop_history")).isEqualTo(1);
        assertThat(count(database, "shop_history_journal")).isZero();
        assertThat(count(database, "shop_history_lock")).isEqualTo(1);
        assertThat(new ShowMigrations(project(), own)
                        .run(ShowMigrations.Options.all())
                        .appliedNames())
                .containsExactly("shop.0001_initial");
        assertThat(new Unlock(own).prepare(new Unlock.Options()).holder()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void allOfThemCanBeInASchemaOfTheirOwn(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        String schema = "ops_" + Long.toString(System.nanoTime(), 36);
        database.execute("create schema " + schema);
        ConnectionSource own = ((ConnectionSource) database::connect).withHistoryIn(schema, null);

        assertThat(migrate(own)).containsExactly("shop.0001_initial");
        assertThat(migrate(own)).isEmpty();
        assertThat(count(database, "book")).isZero();
        for (String table : List.of("kuaka_migrations", "kuaka_journal", "kuaka_lock")) {
            assertThat(count(database, schema + "." + table)).as(table).isLessThan(2);
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> count(database, table));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSchemaThatIsNotThereIsNamed(Engine engine) {
        ConnectionSource own = ((ConnectionSource) engine.fresh()::connect).withHistoryIn("nowhere", null);

        assertThatExceptionOfType(UnsuitableOwnNameException.class)
                .isThrownBy(() -> migrate(own))
                .withMessageContaining(
                        switch (engine) {
                            case SQLITE, MARIADB, MYSQL -> "has no schemas within a database. Remove the setting";
                            case H2, POSTGRESQL -> "which this database doesn't have. Create it, or change the setting";
                        });
    }

    @Test
    void aNameThatNotEveryDatabaseCanHaveIsRefused() {
        ConnectionSource source = Engine.SQLITE.fresh()::connect;

        assertThatExceptionOfType(UnsuitableOwnNameException.class)
                .isThrownBy(() -> source.withHistoryIn(null, "Shop History"))
                .withMessageStartingWith("The history can't have the table \"Shop History\".");
    }

    @ParameterizedTest
    @EnumSource
    void aViewUnderOneOfTheirNamesIsNamed(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        database.execute("create table book (id bigint)", "create view kuaka_lock as select id from book");

        assertThatExceptionOfType(OccupiedNameException.class)
                .isThrownBy(() -> migrate(database::connect))
                .withMessageStartingWith("\"kuaka_lock\" is a view in this database");
    }

    @Test
    void aForeignTableUnderOneOfTheirNamesIsNamed() throws SQLException {
        TestDatabase database = Engine.POSTGRESQL.fresh();
        database.execute(
                "create foreign data wrapper elsewhere",
                "create server elsewhere foreign data wrapper elsewhere",
                "create foreign table kuaka_journal (app text) server elsewhere");

        assertThatExceptionOfType(OccupiedNameException.class)
                .isThrownBy(() -> migrate(database::connect))
                .withMessageStartingWith("\"kuaka_journal\" is a foreign table in this database");
    }

    @ParameterizedTest
    @EnumSource
    void anotherTableUnderTheNameOfTheHistoryIsNamedAndLeftAlone(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        database.execute("create table book (id bigint)", "insert into book values (1)");
        ConnectionSource own = ((ConnectionSource) database::connect).withHistoryIn(null, "book");

        assertThatExceptionOfType(OccupiedNameException.class)
                .isThrownBy(() -> migrate(own))
                .withMessageStartingWith("The table \"book\" isn't a history of Kuaka");
        assertThat(count(database, "book")).isEqualTo(1);
    }

    @Test
    void aHistoryInALaterSchemaOfTheSearchPathIsFoundWithAllThatBelongsToIt() throws SQLException {
        TestDatabase database = Engine.POSTGRESQL.fresh();
        database.execute("create schema first");
        migrate(database::connect);
        ConnectionSource searching = () -> {
            Connection connection = database.connect();
            try (Statement statement = connection.createStatement()) {
                statement.execute("set search_path = first, public");
            }
            return connection;
        };

        assertThat(migrate(searching)).isEmpty();
        assertThat(new ShowMigrations(project(), searching)
                        .run(ShowMigrations.Options.all())
                        .appliedNames())
                .containsExactly("shop.0001_initial");
        Migrate migrate = new Migrate(project(), searching);
        migrate.run(migrate.prepare(new Migrate.Options("shop", "zero", false)));
        assertThat(count(database, "public.kuaka_migrations")).isZero();
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> count(database, "first.kuaka_lock"));
    }
}
