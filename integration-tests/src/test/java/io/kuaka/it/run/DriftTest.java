package io.kuaka.it.run;

import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.index;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.command.AcceptedDrift;
import io.kuaka.command.Drift;
import io.kuaka.command.Migrate;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceLayout;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.loader.LoadedMigrations;
import io.kuaka.loader.MigrationApp;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.CreateModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that somebody changes beside its history. */
class DriftTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 31);

    private static final List<MigrationNode> MIGRATIONS = List.of(
            node(
                    "people.0001_initial",
                    List.of(),
                    new CreateModel(model("Author").fields(bigint("id").primaryKey(), varchar("name", 100)))),
            node(
                    "shop.0001_initial",
                    List.of("people.0001_initial"),
                    new CreateModel(model("Book")
                            .fields(
                                    bigint("id").primaryKey(),
                                    varchar("title", 200),
                                    reference("author", "people.Author"))
                            .indexes(index("book_title_idx").on("title")))));

    private static Project project() {
        List<MigrationApp> apps = List.of(
                new MigrationApp("people", "com.example.people", Optional.empty()),
                new MigrationApp("shop", "com.example.shop", Optional.empty()));
        return new Project(
                DriftTest.class.getClassLoader(),
                List.of(),
                SourceLayout.none(),
                new LoadedMigrations(apps, MIGRATIONS));
    }

    private static TestDatabase migrated(Engine engine) {
        TestDatabase database = engine.fresh();
        Migrate migrate = new Migrate(project(), database::connect);
        migrate.run(migrate.prepare(Migrate.Options.all()));
        return database;
    }

    private static void execute(TestDatabase database, String... statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Drift.Result drift(TestDatabase database, SortedSet<String> apps, AcceptedDrift... accepted) {
        return new Drift(project(), database::connect).run(new Drift.Options(apps, List.of(accepted), TODAY));
    }

    private static List<String> paths(List<SchemaDifference> differences) {
        return differences.stream()
                .map(each -> each.path().toLowerCase(Locale.ROOT))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseThatOnlyItsMigrationsChangedHasNoDrift(Engine engine) {
        TestDatabase database = migrated(engine);

        Drift.Result result = new Drift(project(), database::connect).run(Drift.Options.all());

        assertThat(result.isFound()).isFalse();
        assertThat(result.unknown()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void changesByHandAreNamedAndTheTablesOfOthersListedApart(Engine engine) throws SQLException {
        TestDatabase database = migrated(engine);
        execute(
                database,
                "alter table Author add column nickname varchar(20)",
                "create index title_idx on Book (title, id)",
                "create table report (id integer)");

        Drift.Result all = drift(database, new TreeSet<>());
        assertThat(all.isFound()).isTrue();
        assertThat(paths(all.differences())).containsExactly("author.nickname", "book.title_idx");
        assertThat(paths(all.unknown())).containsExactly("report");

        Drift.Result shop = drift(database, new TreeSet<>(List.of("shop")));
        assertThat(paths(shop.differences())).containsExactly("book.title_idx");
        assertThat(shop.unknown()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAcceptedIsSoUntilItsLastDay(Engine engine) throws SQLException {
        TestDatabase database = migrated(engine);
        execute(
                database,
                "alter table Author add column nickname varchar(20)",
                "create index title_idx on Book (title, id)");
        AcceptedDrift current = new AcceptedDrift("author.*", TODAY, "the old report needs it");
        AcceptedDrift expired = new AcceptedDrift("book.title_idx", TODAY.minusDays(1), "a trial");

        Drift.Result result = drift(database, new TreeSet<>(), current, expired);

        assertThat(paths(result.accepted())).containsExactly("author.nickname");
        assertThat(paths(result.differences())).containsExactly("book.title_idx");
        assertThat(result.expired()).containsExactly(expired);
    }
}
