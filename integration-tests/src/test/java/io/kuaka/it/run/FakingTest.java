package io.kuaka.it.run;

import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.it.support.MigrationDatabase.nonAtomic;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.index;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.base.MigrationException;
import io.kuaka.command.AcceptedDrift;
import io.kuaka.command.FakeRefusedException;
import io.kuaka.command.Faking;
import io.kuaka.command.Migrate;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceLayout;
import io.kuaka.executor.MigrationFailedException;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.PlanStep;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.loader.LoadedMigrations;
import io.kuaka.loader.MigrationApp;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.DeleteModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunSql;
import io.kuaka.operation.SeparateDatabaseAndState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Migrations that are recorded without being run: only where the database is as if they had been. */
class FakingTest {
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
                                    reference("author", "people.Author")))),
            node(
                    "shop.0002_pages",
                    List.of("shop.0001_initial"),
                    new AddField("Book", integer("pages").nullable()),
                    new AddIndex("Book", index("book_pages_idx").on("pages"))));

    private static void migrate(TestDatabase database, Migrate.Options options) {
        migrate(database, MIGRATIONS, options);
    }

    private static void migrate(TestDatabase database, List<MigrationNode> migrations, Migrate.Options options) {
        migrate(database, migrations, options, MigrationListener.silent());
    }

    private static void migrate(
            TestDatabase database,
            List<MigrationNode> migrations,
            Migrate.Options options,
            MigrationListener listener) {
        List<MigrationApp> apps = List.of(
                new MigrationApp("people", "com.example.people", Optional.empty()),
                new MigrationApp("shop", "com.example.shop", Optional.empty()));
        Project project = new Project(
                FakingTest.class.getClassLoader(),
                List.of(),
                SourceLayout.none(),
                new LoadedMigrations(apps, migrations));
        Migrate migrate = new Migrate(project, database::connect);
        migrate.run(migrate.prepare(options), listener);
    }

    private static Migrate.Options options(String app, String name, Faking faking) {
        return new Migrate.Options(app, name, false).with(faking);
    }

    private static void forget(TestDatabase database) {
        migrate(database, options("shop", Migrate.ZERO, Faking.all()));
        migrate(database, options("people", Migrate.ZERO, Faking.all()));
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> history(TestDatabase database) throws SQLException {
        return column(database, "select concat(app, '.', name, ' ', how) from kuaka_migrations order by app, name");
    }

    private static List<String> column(TestDatabase database, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    @ParameterizedTest
    @EnumSource
    void aHistoryThatWasForgottenComesBackVerified(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        migrate(database, Migrate.Options.all());

        forget(database);
        assertThat(history(database)).isEmpty();
        migrate(database, Migrate.Options.all().with(Faking.all()));

        assertThat(history(database))
                .containsExactly(
                        "people.0001_initial fake-verified",
                        "shop.0001_initial fake-verified",
                        "shop.0002_pages fake-verified");
    }

    @ParameterizedTest
    @EnumSource
    void whatSomebodyHasDoneByHandIsRecordedOnceItIsAllThere(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        migrate(database, new Migrate.Options("shop", "0001_initial", false));
        execute(database, "alter table Book add pages integer");
        Migrate.Options pages = options("shop", "0002_pages", Faking.all());

        assertThatExceptionOfType(FakeRefusedException.class)
                .isThrownBy(() -> migrate(database, pages))
                .satisfies(refused -> assertThat(refused.differences())
                        .extracting(each -> each.name().toLowerCase(Locale.ROOT))
                        .containsExactly("book_pages_idx"));
        execute(database, "create index book_pages_idx on Book (pages)");
        migrate(database, pages);

        assertThat(history(database))
                .containsExactly("people.0001_initial run", "shop.0001_initial run", "shop.0002_pages fake-verified");
    }

    @ParameterizedTest
    @EnumSource
    void initialMigrationsWhoseTablesAreThereAreRecordedAndTheOthersRun(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        migrate(database, new Migrate.Options("people", null, false));
        migrate(database, new Migrate.Options("people", Migrate.ZERO, true));
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> migrate(database, Migrate.Options.all()))
                .withMessageEndingWith("record it without running it, with 'kuaka migrate --fake-initial'.");

        migrate(database, Migrate.Options.all().with(Faking.initial()));

        assertThat(history(database))
                .containsExactly("people.0001_initial fake-verified", "shop.0001_initial run", "shop.0002_pages run");
    }

    @ParameterizedTest
    @EnumSource
    void whatAnInitialMigrationDependsOnMayRunInTheSameRun(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        execute(database, "create table Tag (id bigint not null, constraint tag_pkey primary key (id))");
        List<MigrationNode> migrations = new ArrayList<>(MIGRATIONS.subList(0, 1));
        migrations.add(node(
                "shop.0001_initial",
                List.of("people.0001_initial"),
                new CreateModel(model("Tag").fields(bigint("id").primaryKey()))));

        migrate(database, migrations, Migrate.Options.all().with(Faking.initial()));

        assertThat(history(database)).containsExactly("people.0001_initial run", "shop.0001_initial fake-verified");
    }

    @ParameterizedTest
    @EnumSource
    void whatDiffersIsNamedAndNothingIsRecorded(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        migrate(database, Migrate.Options.all());
        forget(database);
        execute(database, "alter table Author add column nickname varchar(20)");
        execute(database, "create index title_idx on Book (title)");

        for (Faking faking : List.of(Faking.all(), Faking.initial())) {
            assertThatExceptionOfType(FakeRefusedException.class)
                    .isThrownBy(() -> migrate(database, Migrate.Options.all().with(faking)))
                    .satisfies(refused -> assertThat(refused.differences())
                            .extracting(each -> each.name().toLowerCase(Locale.ROOT))
                            .contains("nickname", "title_idx")
                            .hasSize(faking.equals(Faking.all()) ? 2 : 4));
        }
        assertThat(history(database)).isEmpty();

        migrate(database, Migrate.Options.all().with(Faking.all().unverified()));
        assertThat(history(database))
                .containsExactly("people.0001_initial fake", "shop.0001_initial fake", "shop.0002_pages fake");
    }

    @ParameterizedTest
    @EnumSource
    void aMigrationIsNotForgottenWhileItsTablesAreAsItMadeThem(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        migrate(database, Migrate.Options.all());

        assertThatExceptionOfType(FakeRefusedException.class)
                .isThrownBy(() -> migrate(database, options("shop", "0001", Faking.all())))
                .withMessageContaining("is not expected");

        assertThat(history(database)).hasSize(3);
    }

    /** Nobody has to write into the tables in which Kuaka keeps that. */
    @ParameterizedTest
    @EnumSource
    void whatWasInterruptedAndUndoneByHandIsRecordedAsUndone(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        AddField weight = new AddField("Book", integer("weight").nullable());
        RunSql nowhere = new RunSql("insert into nowhere values (1)", "insert into nowhere values (1)");
        RunSql nothing = new RunSql("delete from Book where id = 0", "insert into nowhere values (1)");

        assertInterrupted(database, Migrate.Options.all(), weight, nowhere);
        assertRecordsAfter(database, "alter table Book drop column weight", "0002_pages", weight, nowhere);
        assertThat(history(database)).hasSize(3);
        migrate(database, withWeight(nothing, weight), Migrate.Options.all());

        assertInterrupted(database, new Migrate.Options("shop", "0002_pages", false), nothing, weight);
        assertRecordsAfter(database, "alter table Book add column weight integer", "0003_weight", nothing, weight);
        assertThat(history(database)).hasSize(4);
        migrate(database, withWeight(nothing, weight), Migrate.Options.all());
    }

    /** The database was taken to be empty, whatever was in it. */
    @Test
    void theFirstMigrationCountsAsUndoneOnceNothingOfItIsThere() throws SQLException {
        TestDatabase database = Engine.H2.fresh();
        CreateModel shelf = new CreateModel(model("Shelf").fields(bigint("id").primaryKey()));
        CreateModel box = new CreateModel(model("Box").fields(bigint("id").primaryKey()));
        List<MigrationNode> migrations = List.of(nonAtomic(node("shop.0001_initial", List.of(), shelf, box)));
        execute(database, "create table Box (number bigint)");
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> migrate(database, migrations, Migrate.Options.all()))
                .withMessageContaining("record that with 'kuaka migrate shop zero --fake'");
        Migrate.Options undone = options("shop", Migrate.ZERO, Faking.all());

        assertThatExceptionOfType(FakeRefusedException.class)
                .isThrownBy(() -> migrate(database, migrations, undone))
                .withMessageContaining("SHELF");
        execute(database, "drop table Shelf");
        execute(database, "drop table Box");
        migrate(database, migrations, undone);

        migrate(database, migrations, Migrate.Options.all());
        assertThat(history(database)).containsExactly("shop.0001_initial run");
    }

    /** The rule is for what a database has on top, but the migration that makes the column was taken to have run. */
    @Test
    void aRuleDoesNotHideThatAMigrationWasNotRun() throws SQLException {
        TestDatabase database = Engine.H2.fresh();
        migrate(database, options("shop", "0001", Faking.none()));
        execute(database, "alter table Book add column note integer");
        execute(database, "create index book_pages_idx on Book (note)");
        Faking faking = Faking.all()
                .accepting(List.of(
                        new AcceptedDrift("*.pages", AcceptedDrift.ALWAYS, "it is known"),
                        new AcceptedDrift("*.note", AcceptedDrift.ALWAYS, "it is a leftover")));

        assertThatExceptionOfType(FakeRefusedException.class)
                .isThrownBy(() -> migrate(database, Migrate.Options.all().with(faking)))
                .withMessageContaining("PAGES\" is missing")
                .withMessageNotContaining("BOOK.NOTE");
        assertThat(history(database)).hasSize(2);
    }

    /** The row of the journal was deleted though the other run had gone on with it. */
    @Test
    void aRunThatLostItsLeaseRecordsNothingAsUndone() throws SQLException {
        TestDatabase database = Engine.H2.fresh();
        AddField weight = new AddField("Book", integer("weight").nullable());
        List<MigrationNode> migrations = withWeight(weight, new RunSql("insert into nowhere values (1)"));
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> migrate(database, migrations, Migrate.Options.all()));
        execute(database, "alter table Book drop column weight");
        MigrationListener slow = new MigrationListener() {
            @Override
            public void started(PlanStep step) {
                try {
                    execute(database, "update kuaka_lock set owner = 'other', fence = fence + 1");
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            }
        };

        assertThatThrownBy(() -> migrate(database, migrations, options("shop", "0002_pages", Faking.all()), slow))
                .isInstanceOf(MigrationException.class);

        assertThat(column(database, "select name from kuaka_journal")).containsExactly("0003_weight");
    }

    private static List<MigrationNode> withWeight(Operation... operations) {
        List<MigrationNode> migrations = new ArrayList<>(MIGRATIONS);
        migrations.add(nonAtomic(node("shop.0003_weight", List.of("shop.0002_pages"), operations)));
        return migrations;
    }

    private static void assertInterrupted(TestDatabase database, Migrate.Options options, Operation... operations) {
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> migrate(database, withWeight(operations), options))
                .withMessageContaining("If you undo them by hand, record that with 'kuaka migrate shop 000");
    }

    private static void assertRecordsAfter(TestDatabase database, String undo, String name, Operation... operations)
            throws SQLException {
        Migrate.Options fake = options("shop", name, Faking.all());
        assertThatExceptionOfType(FakeRefusedException.class)
                .isThrownBy(() -> migrate(database, withWeight(operations), fake))
                .satisfies(refused -> assertThat(refused.differences())
                        .extracting(each -> each.name().toLowerCase(Locale.ROOT))
                        .containsExactly("weight"));
        execute(database, undo);
        migrate(database, withWeight(operations), fake);
    }

    /** It was refused because the table is still there, where it belongs. */
    @ParameterizedTest
    @EnumSource
    void aMigrationThatOnlyForgetsAModelIsRecordedAndTakenBack(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        migrate(database, Migrate.Options.all());
        List<MigrationNode> migrations = new ArrayList<>(MIGRATIONS);
        migrations.add(node(
                "shop.0003_delete_book",
                List.of("shop.0002_pages"),
                new SeparateDatabaseAndState(List.of(), List.of(new DeleteModel("Book")))));

        migrate(database, migrations, Migrate.Options.all().with(Faking.all()));
        assertThat(history(database)).contains("shop.0003_delete_book fake-verified");
        migrate(database, migrations, options("shop", "0002", Faking.all()));
        assertThat(history(database)).hasSize(3);

        migrations.set(3, node("shop.0003_delete_book", List.of("shop.0002_pages"), new DeleteModel("Book")));
        assertThatExceptionOfType(FakeRefusedException.class)
                .isThrownBy(() ->
                        migrate(database, migrations, Migrate.Options.all().with(Faking.all())))
                .withMessageContaining("is not expected");
    }
}
