package io.kuaka.it.run;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.value;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.command.Migrate;
import io.kuaka.command.ShowMigrations;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceLayout;
import io.kuaka.command.squash.SquashTablesDifferException;
import io.kuaka.command.squash.VerifySquash;
import io.kuaka.command.trial.NoThrowAwayDatabaseException;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.squash.Squash;
import io.kuaka.graph.squash.Squasher;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.ReadSchema;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.loader.LoadedMigrations;
import io.kuaka.loader.MigrationApp;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RenameField;
import io.kuaka.operation.RenameModel;
import io.kuaka.operation.RunSql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Squashes on databases that are at different points of history. */
class SquashTest {
    private static final List<List<Operation>> HISTORY = List.of(
            List.of(
                    new CreateModel(model("Author")
                            .table("author")
                            .fields(
                                    bigint("id").primaryKey(),
                                    varchar("nick", 20).nullable())),
                    new CreateModel(model("Book")
                            .table("book")
                            .fields(
                                    bigint("id").primaryKey(),
                                    varchar("title", 50),
                                    reference("author", "catalog.Author").nullable())
                            .indexes(index("book_title_idx").on("title")))),
            List.of(
                    new AddField("Book", integer("copies"), value(7)),
                    new AddConstraint(
                            "Book", check("copies_min", field("copies").ge(0))),
                    new AddIndex("Book", index("book_copies_idx").on("copies", "title"))),
            List.of(
                    new RenameField("Book", "title", "name"),
                    new AlterField("Book", varchar("name", 80)),
                    new RenameModel("Author", "Writer")),
            List.of(new RunSql("insert into author (id) values (100)", "delete from author where id = 100")),
            List.of(
                    new RemoveField("Writer", "nick"),
                    new AddField("Writer", varchar("pen", 30).nullable()),
                    new AddConstraint("Writer", unique("pen_uq").on("pen"))));

    @ParameterizedTest
    @EnumSource(Engine.class)
    void databasesAtDifferentPointsEndUpEqual(Engine engine) throws SQLException {
        List<MigrationNode> old = nodes(HISTORY);
        TestDatabase nothing = engine.fresh();
        TestDatabase some = engine.fresh();
        TestDatabase all = engine.fresh();
        migrate(old, some, "0002");
        some.execute("insert into book (id, title, copies) values (1, 'Sand', 3)");
        migrate(old, all, "0005");
        List<MigrationNode> nodes = new ArrayList<>(old);
        Squash squash = squash(old);
        squash.parts().forEach(part -> nodes.add(part.migration()));

        assertThat(migrate(nodes, nothing, null)).containsExactly("catalog.0001_squashed_0005_step");
        assertThat(migrate(nodes, some, null))
                .containsExactly("catalog.0003_step", "catalog.0004_step", "catalog.0005_step");
        assertThat(migrate(nodes, all, null)).isEmpty();

        assertThat(squash.operationsAfter()).isLessThan(squash.operationsBefore());
        assertSame(some, nothing);
        assertSame(all, nothing);
        assertThat(List.of(applied(nodes, nothing), applied(nodes, some), applied(nodes, all)))
                .containsOnly(List.of("catalog.0001_squashed_0005_step"));
        assertThat(count(some, "select count(*) from book where name = 'Sand' and copies = 3"))
                .isEqualTo(1);
        assertThat(count(nothing, "select count(*) from author where id = 100")).isEqualTo(1);
    }

    private static void assertSame(TestDatabase database, TestDatabase other) throws SQLException {
        assertThat(ReadSchema.of(other).differences(ReadSchema.of(database))).isEmpty();
    }

    @Test
    void aSquashOfASquashServesDatabasesOfAllAges() throws SQLException {
        List<MigrationNode> nodes = new ArrayList<>(nodes(HISTORY));
        TestDatabase old = Engine.SQLITE.fresh();
        migrate(nodes, old, "0002");
        squash(nodes, "0003").parts().forEach(part -> nodes.add(part.migration()));
        TestDatabase young = Engine.SQLITE.fresh();
        TestDatabase between = Engine.SQLITE.fresh();
        migrate(nodes, young, "0001_squashed_0003");
        migrate(nodes, between, "0004");
        TestDatabase nothing = Engine.SQLITE.fresh();
        squash(nodes, "0005").parts().forEach(part -> nodes.add(part.migration()));

        assertThat(migrate(nodes, nothing, null)).containsExactly("catalog.0001_squashed_0005_step");
        assertThat(migrate(nodes, old, null))
                .containsExactly("catalog.0003_step", "catalog.0004_step", "catalog.0005_step");
        assertThat(migrate(nodes, young, null)).containsExactly("catalog.0004_step", "catalog.0005_step");
        assertThat(migrate(nodes, between, null)).containsExactly("catalog.0005_step");

        for (TestDatabase database : List.of(old, young, between)) {
            assertSame(database, nothing);
            assertThat(applied(nodes, database)).containsExactly("catalog.0001_squashed_0005_step");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Engine.class,
            names = {"H2", "POSTGRESQL", "MARIADB", "MYSQL"})
    void aServersEmptyDatabaseIsEmptyAgainAfterwards(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();

        VerifySquash.Result result =
                VerifySquash.at(database::connect).run(new VerifySquash.Options(squash(nodes(HISTORY))));

        assertThat(result.tables()).isEqualTo(2);
        assertThat(ReadSchema.of(database).isEmpty()).isTrue();
        VerifySquash.at(database::connect).run(new VerifySquash.Options(squash(nodes(HISTORY))));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aDatabaseThatHasATableIsLeftAlone(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        database.execute("create table mine (id integer)");
        ReadSchema before = ReadSchema.of(database);

        assertThatExceptionOfType(NoThrowAwayDatabaseException.class)
                .isThrownBy(
                        () -> VerifySquash.at(database::connect).run(new VerifySquash.Options(squash(nodes(HISTORY)))))
                .withMessageContaining("Nothing was changed");
        assertThat(before.differences(ReadSchema.of(database))).isEmpty();
    }

    @Test
    void tablesThatSqlMadeOtherwiseAreFound() {
        List<List<Operation>> history = new ArrayList<>(HISTORY.subList(0, 2));
        history.add(List.of(new RunSql("create index mine on book (title)", "drop index mine").elidable()));

        assertThatExceptionOfType(SquashTablesDifferException.class)
                .isThrownBy(() -> VerifySquash.inMemory("sqlite").run(new VerifySquash.Options(squash(nodes(history)))))
                .satisfies(e -> assertThat(e.differences()).hasSize(1))
                .withMessageContaining("On sqlite")
                .withMessageContaining("index \"book.mine\" is missing");
        VerifySquash.inMemory("h2").run(new VerifySquash.Options(squash(nodes(HISTORY))));
    }

    private static List<MigrationNode> nodes(List<List<Operation>> history) {
        List<MigrationNode> nodes = new ArrayList<>();
        for (List<Operation> operations : history) {
            MigrationKey key = new MigrationKey("catalog", String.format("%04d_step", nodes.size() + 1));
            List<MigrationKey> before = nodes.stream()
                    .skip(Math.max(0, nodes.size() - 1))
                    .map(MigrationNode::key)
                    .toList();
            nodes.add(MigrationNode.of(key, before, operations));
        }
        return nodes;
    }

    private static Squash squash(List<MigrationNode> nodes) {
        return squash(nodes, nodes.get(nodes.size() - 1).key().name());
    }

    private static Squash squash(List<MigrationNode> nodes, String end) {
        Squasher.Request request = new Squasher.Request("catalog", null, end, null, true);
        return Squasher.squash(MigrationGraph.of(nodes), request, key -> {
            throw new AssertionError("There is no code.");
        });
    }

    private static Project project(List<MigrationNode> nodes) {
        MigrationApp app = new MigrationApp("catalog", "shop.catalog", Optional.empty());
        return new Project(
                SquashTest.class.getClassLoader(),
                List.of(),
                SourceLayout.none(),
                new LoadedMigrations(List.of(app), List.copyOf(nodes)));
    }

    private static List<String> migrate(List<MigrationNode> nodes, TestDatabase database, String name) {
        Migrate migrate = new Migrate(project(nodes), database::connect);
        Migrate.Options options = new Migrate.Options(name == null ? null : "catalog", name, false);
        return migrate.run(migrate.prepare(options)).names();
    }

    private static List<String> applied(List<MigrationNode> nodes, TestDatabase database) {
        return new ShowMigrations(project(nodes), database::connect)
                .run(ShowMigrations.Options.all())
                .appliedNames();
    }

    private static int count(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
