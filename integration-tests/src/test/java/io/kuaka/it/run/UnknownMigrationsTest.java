package io.kuaka.it.run;

import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.command.Migrate;
import io.kuaka.command.Migrate.OnUnknown;
import io.kuaka.command.ShowMigrations;
import io.kuaka.command.UnknownAppliedException;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceLayout;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.loader.LoadedMigrations;
import io.kuaka.loader.MigrationApp;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.CreateModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An older release beside a newer database. */
class UnknownMigrationsTest {
    private static final List<MigrationNode> NEW_RELEASE = List.of(
            node(
                    "shop.0001_initial",
                    List.of(),
                    new CreateModel(
                            model("Book").table("book").fields(bigint("id").primaryKey()))),
            node(
                    "shop.0002_pages",
                    List.of("shop.0001_initial"),
                    new AddField("Book", integer("pages").nullable())),
            node(
                    "shop.0003_price",
                    List.of("shop.0002_pages"),
                    new AddField("Book", integer("price").nullable())));

    /** As on a fast machine whose clock ticks slowly. */
    private static void applyAllAtOnce(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update kuaka_migrations set applied = '2026-01-01 00:00:00'");
        }
    }

    private static Migrate release(List<MigrationNode> migrations, TestDatabase database) {
        return new Migrate(project(migrations), database::connect);
    }

    private static Project project(List<MigrationNode> migrations) {
        LoadedMigrations loaded = new LoadedMigrations(
                List.of(new MigrationApp("shop", "com.example.shop", Optional.empty())), migrations);
        ClassLoader loader = UnknownMigrationsTest.class.getClassLoader();
        return new Project(loader, List.of(), SourceLayout.none(), loaded);
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseThatIsAheadIsNamedAndNeverTakenBackUnderWhatIsUnknown(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        Migrate newer = release(NEW_RELEASE, database);
        newer.run(newer.prepare(Migrate.Options.all()));
        applyAllAtOnce(database);
        Migrate older = release(NEW_RELEASE.subList(0, 2), database);

        assertThatExceptionOfType(UnknownAppliedException.class)
                .isThrownBy(() -> older.prepare(Migrate.Options.all()))
                .withMessageStartingWith("The database is ahead of this project, which doesn't have shop.0003_price.")
                .withMessageContaining("--on-unknown=warn");
        assertThat(new ShowMigrations(project(NEW_RELEASE.subList(0, 2)), database::connect)
                        .run(ShowMigrations.Options.all())
                        .lead())
                .hasValueSatisfying(lead -> assertThat(lead)
                        .startsWith("The database is ahead of this project, which doesn't have shop.0003_price. Run"));
        Migrate.Prepared prepared = older.prepare(Migrate.Options.all().with(OnUnknown.WARN));
        assertThat(prepared.steps()).isEmpty();
        assertThat(prepared.unknown()).hasToString("[shop.0003_price]");

        assertThatExceptionOfType(UnknownAppliedException.class)
                .isThrownBy(() -> older.prepare(new Migrate.Options("shop", "0001", false).with(OnUnknown.IGNORE)))
                .withMessageContaining("They may need what unapplying shop.0002_pages removes.");
    }
}
