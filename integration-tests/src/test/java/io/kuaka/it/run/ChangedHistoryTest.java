package io.kuaka.it.run;

import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.command.AcceptChanges;
import io.kuaka.command.Migrate;
import io.kuaka.command.Migrate.OnUnknown;
import io.kuaka.command.NothingToAcceptException;
import io.kuaka.command.ShowMigrations;
import io.kuaka.command.history.MismatchedHistoryException;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceLayout;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.loader.LoadedMigrations;
import io.kuaka.loader.MigrationApp;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.CreateModel;
import io.kuaka.recorder.DuplicateRowException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Migrations that aren't what a database has applied any more. */
class ChangedHistoryTest {
    private static final MigrationNode INITIAL = node(
            "shop.0001_initial",
            List.of(),
            new CreateModel(model("Book").table("book").fields(bigint("id").primaryKey())));
    private static final MigrationNode PAGES = pages("shop.0002_pages");
    private static final MigrationNode PRICE = node(
            "shop.0003_price",
            List.of("shop.0002_pages"),
            new AddField("Book", integer("price").nullable()));

    private static MigrationNode pages(String name) {
        return node(
                name,
                List.of("shop.0001_initial"),
                new AddField("Book", integer("pages").nullable()));
    }

    private static MigrationNode squash() {
        MigrationNode plain = node(
                "shop.0001_squashed",
                List.of(),
                new CreateModel(model("Book")
                        .table("book")
                        .fields(bigint("id").primaryKey(), integer("pages").nullable())));
        return new MigrationNode(
                plain.key(),
                List.of(),
                List.of(),
                List.of(INITIAL.key(), PAGES.key()),
                Optional.empty(),
                true,
                plain.operations());
    }

    private static Project release(MigrationNode... migrations) {
        LoadedMigrations loaded = new LoadedMigrations(
                List.of(new MigrationApp("shop", "com.example.shop", Optional.empty())), Arrays.asList(migrations));
        return new Project(ChangedHistoryTest.class.getClassLoader(), List.of(), SourceLayout.none(), loaded);
    }

    private static List<String> migrate(TestDatabase database, MigrationNode... migrations) {
        Migrate migrate = new Migrate(release(migrations), database::connect);
        return migrate.run(migrate.prepare(Migrate.Options.all())).names();
    }

    private static ShowMigrations.Result show(TestDatabase database, MigrationNode... migrations) {
        return new ShowMigrations(release(migrations), database::connect).run(ShowMigrations.Options.all());
    }

    @ParameterizedTest
    @EnumSource
    void anEditedMigrationIsRefusedWithWhatDiffersUntilItsEditIsAccepted(Engine engine) {
        TestDatabase database = engine.fresh();
        migrate(database, INITIAL, PAGES);
        MigrationNode edited = node(
                "shop.0002_pages",
                List.of("shop.0001_initial"),
                new AddField("Book", bigint("pages").nullable()));

        assertThatExceptionOfType(MismatchedHistoryException.class)
                .isThrownBy(() -> migrate(database, INITIAL, edited, PRICE))
                .withMessageContaining("shop.0002_pages was edited after this database had got it")
                .withMessageContaining("- operation 1: new AddField(\"Book\", integer(\"pages\").nullable())")
                .withMessageContaining("+ operation 1: new AddField(\"Book\", bigint(\"pages\").nullable())")
                .withMessageContaining("'kuaka migrate --accept-changes=shop.0002_pages'");
        assertThat(show(database, INITIAL, edited).order())
                .extracting(ShowMigrations.Entry::status)
                .containsExactly(ShowMigrations.Status.APPLIED, ShowMigrations.Status.EDITED);

        AcceptChanges accept = new AcceptChanges(release(INITIAL, edited, PRICE), database::connect);
        assertThat(accept.run(new AcceptChanges.Options(List.of("shop.0002"))).accepted())
                .hasSize(1);
        assertThat(show(database, INITIAL, edited).problems()).isEmpty();
        assertThat(migrate(database, INITIAL, edited, PRICE)).containsExactly("shop.0003_price");
        assertThatExceptionOfType(NothingToAcceptException.class)
                .isThrownBy(() -> accept.run(new AcceptChanges.Options(List.of("shop.0002"))))
                .withMessageStartingWith(
                        "There are no changes of shop.0002_pages to accept: it is as this database has it.");
    }

    @ParameterizedTest
    @EnumSource
    void aRenamedMigrationIsToldFromADeletedOneAndCanBeRecorded(Engine engine) {
        TestDatabase database = engine.fresh();
        migrate(database, INITIAL, PAGES);
        MigrationNode renamed = pages("shop.0002_number_of_pages");

        assertThat(show(database, INITIAL, renamed).problems())
                .singleElement()
                .asString()
                .startsWith("shop.0002_number_of_pages was applied to this database under the name shop.0002_pages.");
        AcceptChanges accept = new AcceptChanges(release(INITIAL, renamed), database::connect);
        accept.run(new AcceptChanges.Options(List.of("shop.0002_number_of_pages")));
        assertThat(show(database, INITIAL, renamed).problems()).isEmpty();
        assertThat(migrate(database, INITIAL, renamed)).isEmpty();
        assertThat(show(database, INITIAL, renamed).appliedNames())
                .containsExactly("shop.0001_initial", "shop.0002_number_of_pages");
    }

    @ParameterizedTest
    @EnumSource
    void aDeletedMigrationIsReportedEvenIfLaterOnesAreThere(Engine engine) {
        TestDatabase database = engine.fresh();
        migrate(database, INITIAL, PAGES, PRICE);
        MigrationNode price = PRICE.withKey(PRICE.key(), List.of(INITIAL.key()));

        assertThat(show(database, INITIAL, price).problems())
                .singleElement()
                .asString()
                .startsWith("The project no longer has shop.0002_pages, but this database does")
                .endsWith("take it out of the history with 'kuaka migrate shop --prune'.");
        Migrate migrate = new Migrate(release(INITIAL, price), database::connect);
        assertThatExceptionOfType(MismatchedHistoryException.class)
                .isThrownBy(() -> migrate.prepare(Migrate.Options.all()));
        assertThat(migrate.prepare(Migrate.Options.all().with(OnUnknown.WARN)).steps())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void squashesLeaveNothingToReportWhetherTheyRanOrWereRecorded(Engine engine) {
        TestDatabase former = engine.fresh();
        migrate(former, INITIAL, PAGES);
        TestDatabase empty = engine.fresh();
        MigrationNode squash = squash();
        MigrationNode finished = new MigrationNode(
                squash.key(), List.of(), List.of(), List.of(), Optional.empty(), true, squash.operations());
        Stream.of(former, empty).forEach(database -> {
            assertThat(show(database, INITIAL, PAGES, squash).problems()).isEmpty();
            migrate(database, INITIAL, PAGES, squash);
            assertThat(show(database, squash).problems()).isEmpty();
            assertThat(migrate(database, finished)).isEmpty();
            assertThat(show(database, finished).problems()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aHistoryOfAnOlderReleaseIsCompletedByTheFirstRunAndReportsNothing(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        database.execute(
                "create table book (id bigint not null primary key)",
                "create table kuaka_migrations (app varchar(255) not null, name varchar(255) not null,"
                        + " applied timestamp not null, primary key (app, name))",
                "create table kuaka_journal (app varchar(255) not null, name varchar(255) not null,"
                        + " direction varchar(8) not null, done integer not null, checksum varchar(64) not null,"
                        + " primary key (app, name))",
                "insert into kuaka_migrations values ('shop', '0001_initial', '2026-01-31 12:00:00')",
                "insert into kuaka_migrations values ('shop', '0001_old', '2026-01-31 12:00:00')");

        assertThat(show(database, INITIAL, PAGES).problems()).isEmpty();
        assertThat(migrate(database, INITIAL, PAGES)).containsExactly("shop.0002_pages");
        assertThat(show(database, INITIAL, PAGES).problems()).isEmpty();
        assertThat(show(database, INITIAL, PAGES).unknown()).containsExactly(MigrationKey.parse("shop.0001_old"));
        assertThat(show(database, INITIAL, pages("shop.0002_other")).problems()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aHistoryThatDoesNotSayWhichDatabaseWroteItIsCompleted(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        migrate(database, INITIAL);
        database.execute("alter table kuaka_migrations drop column run_on");

        assertThat(show(database, INITIAL, PAGES).problems()).isEmpty();
        assertThat(migrate(database, INITIAL, PAGES)).containsExactly("shop.0002_pages");
        assertThat(show(database, INITIAL, PAGES).problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aMigrationThatTheHistoryNamesTwiceIsNamed(Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        database.execute(
                "create table kuaka_migrations (app varchar(255) not null, name varchar(255) not null,"
                        + " applied timestamp not null)",
                "insert into kuaka_migrations values ('shop', '0001_initial', '2026-01-31 12:00:00')",
                "insert into kuaka_migrations values ('shop', '0001_initial', '2026-01-31 12:00:00')");

        assertThatExceptionOfType(DuplicateRowException.class)
                .isThrownBy(() -> migrate(database, INITIAL))
                .withMessageStartingWith("The table \"kuaka_migrations\" has several rows for shop.0001_initial");
    }
}
