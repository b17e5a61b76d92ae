package io.kuaka.it.run;

import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.it.support.MigrationDatabase.nonAtomic;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.executor.MigrationFailedException;
import io.kuaka.expression.Expression;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.MigrationDatabase;
import io.kuaka.migration.MigrationNode;
import io.kuaka.migration.TransactionForbiddenException;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.AddIndexConcurrently;
import io.kuaka.operation.CreateExtension;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunSql;
import io.kuaka.operation.SeparateDatabaseAndState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What PostgreSQL alone has, and what it refuses within a transaction. */
class ConcurrentlyTest {
    private static final MigrationNode INITIAL = node(
            "shop.0001_initial",
            List.of(),
            new CreateModel(model("Book").table("book").fields(bigint("id").primaryKey(), varchar("title", 40))));

    private static MigrationNode second(Operation... operations) {
        return node("shop.0002_more", List.of("shop.0001_initial"), operations);
    }

    private static final Operation INDEX =
            new AddIndexConcurrently("Book", index("book_title_idx").on("title"));

    /** What PostgreSQL refuses in a transaction, however it is written; to other databases these are no words. */
    private static final List<Operation> FORBIDDEN_SQL = List.of(
            new RunSql("create index concurrently book_title_idx on book (title)"),
            new RunSql("/* faster */ CREATE UNIQUE INDEX\n  CONCURRENTLY i ON book (title)"),
            new RunSql("-- gone\ndrop index concurrently book_title_idx"),
            new RunSql("reindex index concurrently book_title_idx"));

    @ParameterizedTest
    @EnumSource
    void concurrentOperationsOfATransactionAreRefusedBeforeTheFirstStatement(Engine engine) throws SQLException {
        List<Operation> forbidden =
                new ArrayList<>(List.of(INDEX, new SeparateDatabaseAndState(List.of(INDEX), List.of())));
        if (engine == Engine.POSTGRESQL) {
            forbidden.addAll(FORBIDDEN_SQL);
        }
        try (MigrationDatabase run = MigrationDatabase.on(engine)) {
            for (Operation operation : forbidden) {
                assertThatExceptionOfType(TransactionForbiddenException.class)
                        .isThrownBy(() -> run.migrate(List.of(INITIAL, second(operation)), Target.everything()))
                        .withMessageStartingWith("shop.0002_more, operation 1 (")
                        .withMessageContaining("can't run in a transaction. Put @NonAtomic on the migration's class")
                        .withMessageEndingWith("Nothing was changed.");
            }
            assertThat(run.hasTable("book")).isFalse();
            run.migrate(
                    List.of(INITIAL, second(new RunSql("insert into book values (1, 'create index concurrently x')"))),
                    Target.everything());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anIndexIsBuiltConcurrentlyAndGoesAgain(Engine engine) throws SQLException {
        List<MigrationNode> nodes = List.of(INITIAL, nonAtomic(second(INDEX)));
        try (MigrationDatabase run = MigrationDatabase.on(engine)) {
            run.migrate(nodes, Target.everything());
            assertThat(run.indexes("book")).containsExactly("book_title_idx");

            run.migrate(nodes, Target.at(INITIAL.key()));
            assertThat(run.indexes("book")).isEmpty();
        }
    }

    /** PostgreSQL keeps an index whose build failed, and its name. */
    @Test
    void aConcurrentIndexThatFailedIsBuiltWhenItsCauseIsMended() throws SQLException {
        Operation row = new RunSql("insert into book (id, title) values (2, 'x')", "delete from book where id = 2");
        Operation unique =
                new AddIndexConcurrently("Book", index("Title Key").on("title").unique());
        List<MigrationNode> alone = List.of(INITIAL, nonAtomic(second(unique)));
        List<MigrationNode> last = List.of(INITIAL, nonAtomic(second(row, unique)));
        try (MigrationDatabase run = MigrationDatabase.on(Engine.POSTGRESQL)) {
            run.migrate(List.of(INITIAL), Target.everything());
            run.execute("insert into book (id, title) values (1, 'x')");
            for (List<MigrationNode> nodes : List.of(alone, last)) {
                run.execute("insert into book (id, title) values (3, 'x')");
                assertThatExceptionOfType(MigrationFailedException.class)
                        .isThrownBy(() -> run.migrate(nodes, Target.everything()))
                        .withMessageContaining("could not create unique index \"Title Key\"");
                run.execute("delete from book where id > 1");

                run.migrate(nodes, Target.everything());

                assertThat(run.count("select count(*) from pg_index where indexrelid = '\"Title Key\"'::regclass"
                                + " and indisvalid"))
                        .isEqualTo(1);
                run.migrate(nodes, Target.at(INITIAL.key()));
            }
        }
    }

    @Test
    void anIndexThatIsThereAlreadyStays() throws SQLException {
        try (MigrationDatabase run = MigrationDatabase.on(Engine.POSTGRESQL)) {
            run.migrate(List.of(INITIAL), Target.everything());
            run.execute("create index book_title_idx on book (id)");

            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> run.migrate(List.of(INITIAL, nonAtomic(second(INDEX))), Target.everything()))
                    .withMessageContaining("relation \"book_title_idx\" already exists");

            assertThat(run.count("select count(*) from pg_indexes where indexdef like '%book_title_idx%(id)'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aTrigramIndexNeedsItsExtension() throws SQLException {
        List<MigrationNode> nodes = List.of(
                INITIAL,
                second(
                        new CreateExtension("pg_trgm"),
                        new AddIndex(
                                "Book",
                                index("book_title_trgm")
                                        .on(part(Expression.field("title")).operatorClass("gin_trgm_ops"))
                                        .using("gin"))));
        try (MigrationDatabase run = MigrationDatabase.on(Engine.POSTGRESQL)) {
            run.migrate(nodes, Target.everything());

            assertThat(run.count(
                            "select count(*) from pg_indexes where indexdef like '%USING gin (title gin_trgm_ops)'"))
                    .isEqualTo(1);
            run.migrate(nodes, Target.zero("shop"));
            assertThat(run.count("select count(*) from pg_extension where extname = 'pg_trgm'"))
                    .isZero();
        }
    }

    @Test
    void aTableIsPartitionedBySqlAndBack() throws SQLException {
        RunSql partition = new RunSql(
                List.of(
                        "create table visit (id bigint not null, day date not null) partition by range (day)",
                        "create table visit_2024 partition of visit for values from ('2024-01-01') to ('2025-01-01')"),
                List.of("drop table visit"));
        List<MigrationNode> nodes = List.of(INITIAL, second(partition));
        try (MigrationDatabase run = MigrationDatabase.on(Engine.POSTGRESQL)) {
            run.migrate(nodes, Target.everything());
            run.execute("insert into visit values (1, '2024-02-29')");
            assertThat(run.count("select count(*) from visit_2024")).isEqualTo(1);

            run.migrate(nodes, Target.at(INITIAL.key()));

            assertThat(run.count("select count(*) from pg_class where relname like 'visit%'"))
                    .isZero();
        }
    }
}
