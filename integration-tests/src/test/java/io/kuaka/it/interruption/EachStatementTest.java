package io.kuaka.it.interruption;

import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.it.support.MigrationDatabase.nonAtomic;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.instant;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.ordinal;
import static io.kuaka.state.Fields.timestamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.GivenState;
import io.kuaka.executor.Executor;
import io.kuaka.executor.Executor.Planned;
import io.kuaka.executor.MigrationScript;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.Direction;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.interruption.CountedCalls.Killed;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.lease.LeaseTerms;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.AlterModelTable;
import io.kuaka.operation.Operation;
import io.kuaka.operation.OperationCase;
import io.kuaka.operation.OperationCases;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.statement.Sql;
import io.kuaka.state.ProjectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A run ends just before or just after a schema change that it has announced: the next one finds out by looking, or may
 * repeat it.
 *
 * <p>Each schema change of each operation is such a point, forward and reversed. With {@code -Dexhaustive} on each
 * database, otherwise some operations on one of them each.
 */
@Tag("slow")
class EachStatementTest {
    private static final LeaseTerms TERMS = new LeaseTerms(
            Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofMillis(300), Duration.ofMillis(300), null);
    private static final int MANY = 200;
    private static final int THIN = 3;
    private static final long SEED = Long.getLong("kuaka.seed", 1);

    static Stream<Arguments> cases() {
        List<OperationCase> all = OperationCases.all();
        Engine[] engines = Engine.values();
        return IntStream.range(0, all.size()).boxed().flatMap(i -> Stream.of(engines)
                .filter(engine -> Boolean.getBoolean("exhaustive")
                        || i % (THIN * engines.length) == engine.ordinal() * THIN + SEED % THIN)
                .map(engine -> Arguments.of(engine, all.get(i))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cases")
    void aSchemaChangeWhoseEndWasNotNotedIsDecidedByTheNextRun(Engine engine, OperationCase each) throws SQLException {
        try (SchemaRun run = SchemaRun.with(engine, each.before())) {
            if (engine == Engine.POSTGRESQL && each.name().equals("drop_collation")) {
                // A collation is no part of the state that all cases start from.
                run.execute("create collation any_case from \"C\"");
            }
            List<MigrationNode> nodes = nodes(run, each.before(), each.operation());

            migrate(run, nodes, Direction.FORWARD, each.before());
            assertThat(differences(run, each.after())).isEmpty();
            migrate(run, nodes, Direction.BACKWARD, each.before());

            assertThat(differences(run, each.before())).isEmpty();
        }
    }

    /** One of them seemed to be the other one half way. */
    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void tablesWhoseNamesDifferInCaseOnlyAreExchanged(Engine engine) throws SQLException {
        ProjectState before = SchemaRun.shop(
                model("Book").table("book").fields(bigint("id").primaryKey()),
                model("Tome").table("`Book`").fields(bigint("number").primaryKey()));
        try (SchemaRun run = SchemaRun.with(engine, before)) {
            List<MigrationNode> nodes = nodes(
                    run,
                    before,
                    new AlterModelTable("Book", "other", null),
                    new AlterModelTable("Tome", "book", null),
                    new AlterModelTable("Book", "`Book`", null));

            migrate(run, nodes, Direction.FORWARD, before);

            assertThat(run.query("select count(id) from Book")).containsExactly("0");
            assertThat(run.query("select count(number) from book")).containsExactly("0");
        }
    }

    /** Converted once more, the time would be taken for one of the session's zone. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void aColumnIsConvertedOnce(Engine engine) throws SQLException {
        ProjectState before =
                SchemaRun.shop(model("Book").table("book").fields(bigint("id").primaryKey(), timestamp("moment")));
        try (SchemaRun run = SchemaRun.with(engine, before)) {
            run.execute(
                    "set time zone " + (engine == Engine.H2 ? "'+05:00'" : "'Asia/Karachi'"),
                    "insert into book (id, moment) values (1, timestamp '2026-01-31 12:00:00')");
            List<MigrationNode> nodes = nodes(run, before, new AlterField("Book", instant("moment")));

            migrate(run, nodes, Direction.FORWARD, before);
            assertThat(run.query(
                            "select id from book where moment = timestamp with time zone '2026-01-31 12:00:00+00'"))
                    .hasSize(1);
            migrate(run, nodes, Direction.BACKWARD, before);

            assertThat(run.query("select id from book where moment = timestamp '2026-01-31 12:00:00'"))
                    .hasSize(1);
        }
    }

    /** Converted once more, the positions would be those of other constants. */
    @Test
    void positionsOfConstantsAreMovedOnce() throws SQLException {
        ProjectState before = SchemaRun.shop(
                model("Book").table("book").fields(bigint("id").primaryKey(), ordinal("kind", "NOVEL", "ESSAY")));
        try (SchemaRun run = SchemaRun.with(Engine.H2, before)) {
            run.execute("insert into book (id, kind) values (1, 0), (2, 1)");
            List<MigrationNode> nodes =
                    nodes(run, before, new AlterField("Book", ordinal("kind", "POEM", "NOVEL", "ESSAY")));

            migrate(run, nodes, Direction.FORWARD, before);
            assertThat(run.query("select kind from book order by id")).containsExactly("1", "2");
            migrate(run, nodes, Direction.BACKWARD, before);

            assertThat(run.query("select kind from book order by id")).containsExactly("0", "1");
        }
    }

    /** Returns a migration that leads to the tables that are there, and one with the operations. */
    private static List<MigrationNode> nodes(SchemaRun run, ProjectState before, Operation... operations)
            throws SQLException {
        MigrationNode given = node("shop.0001_given", List.of(), new GivenState(before));
        MigrationGraph graph = MigrationGraph.of(List.of(given), Set.of());
        new Executor(run.dialect(), run.connection(), MigrationListener.silent())
                .fake(graph, graph.plan(Target.everything()));
        return List.of(given, nonAtomic(node("shop.0002_next", List.of("shop.0001_given"), operations)));
    }

    /** Kuaka's own tables are no difference. */
    private static List<String> differences(SchemaRun run, ProjectState state) throws SQLException {
        return run.differences(state).stream()
                .filter(difference -> !difference.toLowerCase(Locale.ROOT).startsWith("table \"kuaka_"))
                .toList();
    }

    /** Kills one run just before each of the changes, and one just after it. */
    private static void migrate(SchemaRun run, List<MigrationNode> nodes, Direction direction, ProjectState before)
            throws SQLException {
        Target target = direction == Direction.FORWARD
                ? Target.everything()
                : Target.at(nodes.get(0).key());
        List<String> points = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            MigrationScript.of(run.dialect(), nodes.get(1), direction, before).statements().stream()
                    .flatMap(planned -> planned.statement().match(Stream::of, call -> Stream.<Sql>empty()))
                    .filter(sql -> sql.role() == Sql.Role.CHANGE)
                    .forEach(sql -> points.add(sql.text()));
        }
        for (int runs = 0; isKilled(run, nodes, target, points); runs++) {
            assertThat(runs).isLessThan(MANY);
            run.execute("update kuaka_lock set owner = ''");
        }
    }

    private static boolean isKilled(SchemaRun run, List<MigrationNode> nodes, Target target, List<String> points)
            throws SQLException {
        boolean[] isDead = new boolean[1];
        Connection connection = CountedCalls.read(run.connection(), (sql, call) -> {
            if (isDead[0]) {
                throw new SQLException("The process has ended.");
            }
            long left = points.stream().filter(sql::equals).count();
            isDead[0] = points.remove(sql);
            Object result = isDead[0] && left % 2 == 0 ? null : call.run();
            if (isDead[0]) {
                throw new Killed();
            }
            return result;
        });
        try {
            Executor executor = new Executor(run.dialect(), connection, MigrationListener.silent(), TERMS);
            Set<MigrationKey> applied =
                    new Recorder(run.dialect()).applied(run.connection()).keySet();
            MigrationGraph graph = MigrationGraph.of(nodes, applied);
            executor.run(() -> new Planned(graph, graph.plan(target)));
        } catch (Killed | SQLException e) {
            return true;
        }
        return false;
    }
}
