package io.kuaka.it.run;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Indexes.index;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.Kuaka;
import io.kuaka.data.Models;
import io.kuaka.data.Row;
import io.kuaka.executor.Executor;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.MigrationDatabase;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.RunJava;
import io.kuaka.progress.Progress;
import io.kuaka.progress.Progress.MigrationEnded;
import io.kuaka.progress.Progress.OperationStarted;
import io.kuaka.progress.Progress.RowsReached;
import io.kuaka.progress.Progress.StatementsEnded;
import io.kuaka.progress.Progress.StatementsStarted;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteDataSource;

/** What a run tells of itself. */
class ProgressTest {
    private static final int ROWS = 2500;

    private static final MigrationNode TABLE = MigrationDatabase.node(
            "shop.0001_initial",
            List.of(),
            new CreateModel(
                    model("Customer").table("customer").fields(bigint("id").primaryKey())));
    private static final MigrationNode SCORES = MigrationDatabase.node(
            "shop.0002_scores",
            List.of("shop.0001_initial"),
            new AddField("Customer", integer("score").nullable()),
            new RunJava(ProgressTest::fill, RunJava.NOOP),
            new AddIndex("Customer", index("customer_score_idx").on("score")));

    private final List<Progress> reached = new ArrayList<>();

    private static void fill(Models models) {
        for (Row row : models.get("Customer").all().iterator(100)) {
            row.set("score", 1).save("score");
        }
    }

    private void migrate(MigrationDatabase database, List<MigrationNode> nodes, Target target) throws SQLException {
        MigrationGraph graph = MigrationGraph.of(nodes, database.applied());
        MigrationListener listener = new MigrationListener() {
            @Override
            public void progressed(Progress progress) {
                reached.add(progress);
            }
        };
        new Executor(database.dialect(), database.connection(), listener).run(graph, graph.plan(target));
    }

    private <P extends Progress> List<P> all(Class<P> kind) {
        return reached.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static void insertRows(Engine engine, MigrationDatabase database) throws SQLException {
        database.connection().setAutoCommit(false);
        for (int id = 1; id <= ROWS; id += 500) {
            List<String> values = IntStream.range(id, id + 500)
                    .mapToObj(each -> "(" + each + ")")
                    .toList();
            database.execute("insert into customer values " + String.join(", ", values));
        }
        database.connection().commit();
        database.connection().setAutoCommit(true);
        switch (engine) {
            case SQLITE, H2 -> database.execute("analyze");
            case POSTGRESQL -> database.execute("analyze customer");
            case MARIADB, MYSQL -> database.execute("analyze table customer");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRunTellsOfItsPlanItsOperationsItsStatementsAndItsRows(Engine engine) throws SQLException {
        try (MigrationDatabase database = MigrationDatabase.on(engine)) {
            migrate(database, List.of(TABLE), Target.everything());
            insertRows(engine, database);
            reached.clear();
            migrate(database, List.of(TABLE, SCORES), Target.everything());
        }

        assertThat(reached.get(0)).isInstanceOfSatisfying(Progress.PlanMade.class, plan -> assertThat(plan.migrations())
                .containsExactly("shop.0002_scores"));
        assertThat(reached.get(1).words()).isEqualTo("migration 1 of 1");
        assertThat(all(OperationStarted.class))
                .extracting(OperationStarted::number, OperationStarted::of, OperationStarted::description)
                .extracting(Object::toString)
                .containsExactly(
                        "(1, 3, \"Add field score to Customer\")",
                        "(2, 3, \"Run Java\")",
                        "(3, 3, \"Create index customer_score_idx on field(s) score of model Customer\")");
        assertThat(all(OperationStarted.class).get(0).table())
                .hasValueSatisfying(size -> assertThat(size.rows()).isBetween(ROWS / 2L, ROWS * 2L));
        assertThat(all(RowsReached.class))
                .extracting(RowsReached::done, RowsReached::position)
                .extracting(Object::toString)
                .containsExactly("(1000L, \"id 1000\")", "(2000L, \"id 2000\")");
        assertThat(all(RowsReached.class)).allSatisfy(rows -> {
            assertThat(rows.all().orElseThrow()).isBetween(ROWS / 2L, ROWS * 2L);
            assertThat(rows.remaining()).isPresent();
        });
        assertThat(reached.get(reached.size() - 1)).isInstanceOf(MigrationEnded.class);
    }

    @ParameterizedTest
    @EnumSource
    void eachStatementStartsAndEndsOnceInItsOrder(Engine engine) throws SQLException {
        try (MigrationDatabase database = MigrationDatabase.on(engine)) {
            migrate(database, List.of(TABLE, SCORES), Target.everything());
            migrate(database, List.of(TABLE, SCORES), Target.zero("shop"));
        }

        int count = all(Progress.PlanMade.class).stream()
                .mapToInt(Progress.PlanMade::statements)
                .sum();
        assertThat(all(StatementsStarted.class).stream()
                        .mapToInt(each -> each.last() - each.first() + 1)
                        .sum())
                .isEqualTo(count);
        assertThat(all(StatementsEnded.class))
                .extracting(each -> each.migration() + each.first() + each.last() + each.of())
                .isEqualTo(all(StatementsStarted.class).stream()
                        .map(each -> each.migration() + each.first() + each.last() + each.of())
                        .toList());
        assertThat(all(MigrationEnded.class))
                .extracting(MigrationEnded::outcome)
                .extracting(Enum::name)
                .containsExactly("APPLIED", "APPLIED", "REVERSED", "REVERSED");
    }

    @Test
    void aLoopOverSomeRowsDoesNotKnowHowMany() throws SQLException {
        MigrationNode some = MigrationDatabase.node(
                "shop.0002_some",
                List.of("shop.0001_initial"),
                new RunJava(
                        models ->
                                models.get("Customer").filter(field("id").gt(1)).forEach(row -> {}),
                        RunJava.NOOP));
        try (MigrationDatabase database = MigrationDatabase.on(Engine.SQLITE)) {
            migrate(database, List.of(TABLE), Target.everything());
            insertRows(Engine.SQLITE, database);
            migrate(database, List.of(TABLE, some), Target.everything());
        }

        assertThat(all(RowsReached.class)).extracting(RowsReached::all).containsOnly(OptionalLong.empty());
    }

    @Test
    void listenersOfTheFacadeAreToldTheSameAndCannotEndARun() {
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl(Engine.SQLITE.fresh().url());
        Kuaka kuaka = Kuaka.on(dataSource).withListener(reached::add);

        kuaka.migrate();
        kuaka.withListener(progress -> {
                    throw new IllegalStateException("A listener fails.");
                })
                .migrate("orders", "zero");

        assertThat(kuaka.pending()).containsExactly("orders.0001_initial");
        kuaka.migrate();
        assertThat(all(MigrationEnded.class))
                .extracting(MigrationEnded::migration)
                .startsWith("users.0001_initial", "catalog.0001_initial", "users.0002_initial")
                .endsWith("orders.0001_initial", "orders.0001_initial")
                .hasSize(10);
        assertThat(all(StatementsEnded.class)).isNotEmpty();
    }
}
