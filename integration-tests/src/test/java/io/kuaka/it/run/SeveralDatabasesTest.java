package io.kuaka.it.run;

import static io.kuaka.expression.Assignment.set;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.index;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.base.MigrationException;
import io.kuaka.command.Drift;
import io.kuaka.command.Faking;
import io.kuaka.command.Migrate;
import io.kuaka.command.ShowMigrations;
import io.kuaka.command.SqlMigrate;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceLayout;
import io.kuaka.command.trial.RoundTrip;
import io.kuaka.data.Models;
import io.kuaka.graph.Direction;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.loader.LoadedMigrations;
import io.kuaka.loader.MigrationApp;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.CopyLinks;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.MoveModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RenameModel;
import io.kuaka.operation.RunJava;
import io.kuaka.operation.RunSql;
import io.kuaka.operation.SeparateDatabaseAndState;
import io.kuaka.routing.Placement;
import io.kuaka.routing.Router;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A project with two databases: what a router keeps out of one of them changes only the models there. */
class SeveralDatabasesTest {
    private static final Router ROUTER = route -> route.hint("database").isEmpty()
            ? route.database().equals(route.app().equals("reports") ? "reporting" : "default")
            : route.hint("database").equals(route.database());

    private static final MigrationNode SHOP = node(
            "shop.0001_initial",
            List.of(),
            new CreateModel(model("Book")
                    .fields(integer("id").primaryKey(), varchar("title", 100))
                    .indexes(index("book_title_idx").on("title"))),
            new CreateModel(model("Book.tags").table("book_tag").fields(reference("book", "shop.Book"))));
    private static final MigrationNode REPORTS = node(
            "reports.0001_initial",
            List.of("shop.0001_initial"),
            new CreateModel(model("Sale")
                    .fields(
                            integer("id").primaryKey(),
                            varchar("place", 30),
                            reference("book", "shop.Book").withoutForeignKey())));
    private static final MigrationNode WIDER = node(
            "shop.0002_wider",
            List.of("shop.0001_initial", "reports.0001_initial"),
            new AlterField("Book", bigint("id").primaryKey()),
            new RenameModel("Book", "Title"));
    private static final List<MigrationNode> ALL = List.of(REPORTS, SHOP, WIDER);

    private static Project project(String database, MigrationNode... migrations) {
        List<MigrationApp> apps = List.of(
                new MigrationApp("reports", "com.example.reports", Optional.empty()),
                new MigrationApp("shop", "com.example.shop", Optional.empty()));
        return new Project(
                        SeveralDatabasesTest.class.getClassLoader(),
                        List.of(),
                        SourceLayout.none(),
                        new LoadedMigrations(apps, Arrays.asList(migrations)))
                .on(new Placement(database, ROUTER));
    }

    private static Project project(String database) {
        return project(database, ALL.toArray(MigrationNode[]::new));
    }

    private static void migrate(Project project, TestDatabase database, Migrate.Options options) {
        Migrate migrate = new Migrate(project, database::connect);
        migrate.run(migrate.prepare(options));
    }

    private static void migrate(Project project, TestDatabase database) {
        migrate(project, database, Migrate.Options.all());
    }

    private static List<String> tables(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Dialects.of(connection).introspector().tables(connection, null).stream()
                    .map(Table::name)
                    .map(name -> name.name().toLowerCase(Locale.ROOT))
                    .filter(name -> !name.startsWith("kuaka"))
                    .sorted()
                    .toList();
        }
    }

    private static void requireNoDrift(Project project, TestDatabase database) {
        Drift.Result drift = new Drift(project, database::connect).run(Drift.Options.all());
        assertThat(drift.differences()).isEmpty();
        assertThat(drift.unknown()).isEmpty();
    }

    private static MigrationNode after(MigrationNode previous, Operation... operations) {
        return node("reports.0002_next", List.of(previous.key().toString()), operations);
    }

    @ParameterizedTest
    @EnumSource
    void eachDatabaseHasItsTablesAndTheWholeHistory(Engine engine) throws SQLException {
        TestDatabase usual = Engine.SQLITE.fresh();
        TestDatabase reporting = engine.fresh();
        for (TestDatabase each : List.of(usual, reporting)) {
            Project project = project(each == usual ? "default" : "reporting");
            migrate(project, each);

            assertThat(new ShowMigrations(project, each::connect)
                            .run(ShowMigrations.Options.all())
                            .appliedNames())
                    .containsExactly("shop.0001_initial", "reports.0001_initial", "shop.0002_wider");
            requireNoDrift(project, each);
        }
        assertThat(tables(usual)).containsExactly("book_tag", "title");
        assertThat(tables(reporting)).containsExactly("sale");

        migrate(project("reporting"), reporting, new Migrate.Options("shop", "zero", false));
        assertThat(tables(reporting)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aColumnFollowsTheKeyThatItRefersToIntoAnotherDatabase(Engine engine) {
        String sql = new SqlMigrate(
                        project("reporting"), Dialects.forUrl(engine.fresh().url()))
                .run(new SqlMigrate.Options("shop", "0002", Direction.FORWARD))
                .script()
                .text();

        assertThat(sql.toLowerCase(Locale.ROOT))
                .contains("sale", "-- rename model book to title\n--\n-- (not in database \"reporting\")")
                .doesNotContain("table title", "table book", "new__book", "book_tag");
    }

    @ParameterizedTest
    @EnumSource
    void sqlAndCodeRunWhereTheirHintsSay(Engine engine) throws SQLException {
        List<String> seen = new ArrayList<>();
        MigrationNode fill = after(
                REPORTS,
                new RunJava(
                                models -> {
                                    seen.add(models.database());
                                    models.get("Sale")
                                            .create(set("id", 1), set("place", models.dialect()), set("book", 7));
                                },
                                RunJava.NOOP)
                        .withHints(Map.of("database", "reporting")),
                new SeparateDatabaseAndState(
                        List.of(
                                new RunSql("delete from Sale where id = 2", "delete from Sale where id = 3")
                                        .withHints(Map.of("database", "reporting")),
                                new RunSql("delete from Book where id = 2", "delete from Book where id = 3")
                                        .withHints(Map.of("database", "default"))),
                        List.of()));
        Project usual = project("default", SHOP, REPORTS, fill);
        Project reporting = project("reporting", SHOP, REPORTS, fill);
        TestDatabase second = engine.fresh();

        migrate(usual, Engine.SQLITE.fresh());
        migrate(reporting, second);

        assertThat(seen).containsExactly("reporting");
        try (Connection connection = second.connect();
                Models models = Models.on(
                        connection,
                        "reports",
                        reporting.graph(Set.of()).states().atEnd())) {
            assertThat(models.get("Sale")
                            .filter(field("place").eq(models.dialect()))
                            .count())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRowsOfAModelInAnotherDatabaseAreRefusedByName(Engine engine) {
        MigrationNode wrong =
                after(REPORTS, new RunJava(models -> models.get("shop.Book").count(), RunJava.NOOP));

        assertThatThrownBy(() -> migrate(project("reporting", SHOP, REPORTS, wrong), engine.fresh()))
                .hasMessageContaining("Model \"shop.Book\" isn't in database \"reporting\"");
    }

    @Test
    void aForeignKeyIntoAnotherDatabaseIsRefusedBeforeTheFirstStatement() throws SQLException {
        MigrationNode wrong = after(
                REPORTS, new AddField("Sale", reference("next", "shop.Book").nullable()));
        TestDatabase database = Engine.POSTGRESQL.fresh();

        assertThatThrownBy(() -> migrate(project("reporting", SHOP, REPORTS, wrong), database))
                .isInstanceOf(MigrationException.class)
                .hasMessage("reports.0002_next, operation 1 (Add field next to Sale): Database \"reporting\" has model"
                        + " \"reports.Sale\", but not \"shop.Book\", which its field \"next\" refers to. Let the router"
                        + " keep both in the same databases, or map the reference without a foreign key"
                        + " (ConstraintMode.NO_CONSTRAINT).");
        assertThat(tables(database)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anInitialMigrationIsFakedWhereItsTablesOfThisDatabaseAreThere(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        Project project = project("reporting", SHOP, REPORTS);
        migrate(project, database);
        Migrate.Options forgotten = new Migrate.Options("shop", "zero", true);
        migrate(project, database, forgotten);

        migrate(project, database, Migrate.Options.all().with(Faking.initial()));

        assertThat(tables(database)).containsExactly("sale");
    }

    @ParameterizedTest
    @EnumSource
    void eachDatabaseMakesTheRoundTrip(Engine engine) {
        Project project = project("reporting");
        TestDatabase database = engine.fresh();
        RoundTrip trip = engine == Engine.SQLITE
                ? RoundTrip.inMemory(project, "sqlite")
                : RoundTrip.at(project, database::connect);

        RoundTrip.Result result = trip.run(RoundTrip.Options.all());

        assertThat(result.failures()).isEmpty();
        assertThat(result.migrations()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void sqlOfOneKindOfDatabaseRunsThereOnly(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        String dialect = Dialects.forUrl(database.url()).name();
        Operation sql = RunSql.on(dialect, "update Sale set place = 'here'", "update Sale set place = 'back'")
                .orOn(dialect.equals("h2") ? "sqlite" : "h2", "no sql at all", "no sql at all");
        MigrationNode rows = after(
                REPORTS,
                new RunJava(
                        models -> models.get("Sale").create(set("id", 1), set("place", ""), set("book", 7)), models -> {
                            assertThat(models.get("Sale").get(field("id").eq(1)).get("place"))
                                    .isEqualTo("back");
                            models.get("Sale").delete();
                        }),
                sql);
        Project project = project("reporting", SHOP, REPORTS, rows);

        migrate(project, database);
        migrate(project, database, new Migrate.Options("reports", "0001", false));

        assertThat(tables(database)).containsExactly("sale");
    }

    @ParameterizedTest
    @EnumSource
    void aKindOfDatabaseThatThereIsNoSqlForIsRefusedBeforeTheFirstStatement(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        String dialect = Dialects.forUrl(database.url()).name();
        String other = dialect.equals("h2") ? "sqlite" : "h2";
        MigrationNode missing = after(REPORTS, RunSql.on(other, "select 1", "select 1"));

        assertThatThrownBy(() -> migrate(project("reporting", SHOP, REPORTS, missing), database))
                .hasMessage("reports.0002_next, operation 1 (Run SQL) has no SQL for " + dialect + ", only for " + other
                        + ". Nothing was run. Add .orOn(\"" + dialect
                        + "\", ...) to it, .otherwise(...) for all other databases, or .otherwiseNothing().");
        assertThat(tables(database)).isEmpty();
    }

    /** The rows of these models are in the database of the reports; nothing is said about operations without a model. */
    private static Placement byModel(String database) {
        Set<String> reports = Set.of("Sale", "Receipt", "Buyer");
        return new Placement(database, route -> route.model()
                .map(model -> reports.contains(model) == route.database().equals("reporting"))
                .orElse(false));
    }

    private static List<MigrationNode> renamedMovedAndCopied() {
        MigrationNode sales = node(
                "reports.0001_initial",
                List.of(),
                new CreateModel(model("Buyer").fields(integer("id").primaryKey())),
                new CreateModel(model("Sale")
                        .fields(
                                integer("id").primaryKey(),
                                reference("buyer", "reports.Buyer").nullable())),
                new CreateModel(model("Buyer.sales")
                        .fields(reference("buyer", "reports.Buyer"), reference("sales", "reports.Sale"))),
                new CreateModel(model("Stock").fields(integer("id").primaryKey())));
        MigrationNode rows = after(
                sales,
                SeparateDatabaseAndState.both(List.of(new RenameModel("Stock", "Shelf"))),
                new CopyLinks("Sale.buyer", "Buyer.sales"),
                new RenameModel("Sale", "Receipt"));
        MigrationNode moved = node(
                "shop.0001_moved",
                List.of("reports.0002_next"),
                new MoveModel("reports.Receipt", "shop.Receipt"),
                new MoveModel("reports.Shelf", "shop.Shelf"));
        return List.of(sales, rows, moved);
    }

    @ParameterizedTest
    @EnumSource
    void modelsAreRenamedMovedAndCopiedWhereARouterByModelHasThem(Engine engine) throws SQLException {
        MigrationNode[] all = renamedMovedAndCopied().toArray(MigrationNode[]::new);
        Project reporting = project("reporting", all).on(byModel("reporting"));
        Project usual = project("default", all).on(byModel("default"));
        TestDatabase second = engine.fresh();
        TestDatabase first = engine.fresh();
        migrate(reporting, second, new Migrate.Options("reports", "0001", false));
        migrate(usual, first, new Migrate.Options("reports", "0001", false));
        try (Connection connection = second.connect();
                Models before = Models.on(
                        connection,
                        "reports",
                        reporting.graph(Set.of()).states().after(all[0].key()))) {
            before.get("Buyer").create(set("id", 1));
            before.get("Sale").create(set("id", 2), set("buyer", 1));
        }

        migrate(reporting, second);
        migrate(usual, first);

        try (Connection connection = second.connect();
                Models after = Models.on(
                        connection, "shop", reporting.graph(Set.of()).states().atEnd())) {
            assertThat(after.get("Receipt").filter(field("buyer").eq(1)).count())
                    .isEqualTo(1);
            assertThat(after.get("reports.Buyer.sales")
                            .filter(field("sales").eq(2))
                            .count())
                    .isEqualTo(1);
        }
        assertThat(tables(second)).contains("buyer", "receipt").doesNotContain("sale", "shelf", "stock");
        assertThat(tables(first)).containsExactly("shelf");
        requireNoDrift(reporting, second);
        requireNoDrift(usual, first);

        migrate(reporting, second, new Migrate.Options("reports", "0001", false));
        migrate(usual, first, new Migrate.Options("reports", "0001", false));
        assertThat(tables(second)).contains("sale").doesNotContain("receipt");
        assertThat(tables(first)).containsExactly("stock");
    }

    @Test
    void aRouterThatKnowsOneNameOfARenamedModelIsRefused() throws SQLException {
        TestDatabase database = Engine.POSTGRESQL.fresh();
        Project project = project("reporting", REPORTS, SHOP, after(REPORTS, new RenameModel("Sale", "Deal")))
                .on(byModel("reporting"));

        assertThatThrownBy(() -> migrate(project, database))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("reports.0002_next, operation 1 (Rename model Sale to Deal): The router says that"
                        + " database \"reporting\" has model \"reports.Sale\", but not \"reports.Deal\"")
                .hasMessageContaining("Let the router give the same answer for both.");
        assertThat(tables(database)).isEmpty();
    }
}
