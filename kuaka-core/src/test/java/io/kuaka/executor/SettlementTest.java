package io.kuaka.executor;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.bool;
import static io.kuaka.state.Fields.clob;
import static io.kuaka.state.Fields.decimal;
import static io.kuaka.state.Fields.doublePrecision;
import static io.kuaka.state.Fields.enumeration;
import static io.kuaka.state.Fields.instant;
import static io.kuaka.state.Fields.json;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.ordinal;
import static io.kuaka.state.Fields.sqlType;
import static io.kuaka.state.Fields.time;
import static io.kuaka.state.Fields.timeTz;
import static io.kuaka.state.Fields.timestamp;
import static io.kuaka.state.Fields.timestampTz;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.graph.Direction;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.recorder.JournalEntry;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.statement.Effect;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.WalkProgress;
import io.kuaka.state.Field;
import io.kuaka.state.ProjectState;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether a column was converted shows in its type, whatever the database calls that. */
class SettlementTest {
    private static final MigrationKey KEY = new MigrationKey("shop", "0002_next");
    private static final Dialect DIALECT = Dialects.named("h2");

    /** Those that H2 needs an expression for. */
    static Stream<Arguments> conversions() {
        return Stream.of(
                Arguments.of(timestamp("a"), instant("a")),
                Arguments.of(timestamp("a").column("`Moment`"), instant("a").column("`Moment`")),
                Arguments.of(instant("a"), timestamp("a")),
                Arguments.of(timestampTz("a"), timestamp("a")),
                Arguments.of(time("a"), timeTz("a")),
                Arguments.of(timeTz("a"), time("a")),
                Arguments.of(varchar("a", 40), json("a")),
                Arguments.of(clob("a"), json("a")),
                Arguments.of(bool("a"), varchar("a", 40)),
                Arguments.of(bool("a"), clob("a")),
                Arguments.of(clob("a"), decimal("a", 10, 2)),
                Arguments.of(clob("a"), doublePrecision("a")),
                Arguments.of(enumeration("a", "X", "Y"), ordinal("a", "X", "Y")),
                Arguments.of(ordinal("a", "X", "Y"), enumeration("a", "X", "Y")),
                Arguments.of(ordinal("a", "X", "Y"), ordinal("a", "Y", "X")));
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void aConversionShows(Field before, Field after) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            MigrationScript script = given(connection, before, after);
            List<PlannedStatement> statements = script.statements();
            int conversions = 0;
            for (int i = 0; i < statements.size(); i++) {
                boolean converts = converts(statements.get(i));
                conversions += converts ? 1 : 0;
                if (converts) {
                    assertThat(resumesAt(connection, script, i)).isEqualTo(i);
                }
                run(connection, statements.subList(i, i + 1));
                if (converts) {
                    assertThat(resumesAt(connection, script, i)).isEqualTo(i + 1);
                }
            }
            assertThat(conversions).isEqualTo(1);
        }
    }

    /** The database in memory that is asked what it calls types has it, too. */
    @Test
    void aConversionToADomainIsDecided() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            execute(connection, "create domain tally as integer");
            MigrationScript script = given(connection, clob("a"), sqlType("a", "tally"));
            int conversion = conversion(script);

            assertThat(resumesAt(connection, script, conversion)).isEqualTo(conversion);
            run(connection, script.statements().subList(0, conversion + 1));
            assertThat(resumesAt(connection, script, conversion)).isEqualTo(conversion + 1);
        }
    }

    /** H2 tells its domains to administrators only. */
    @Test
    void aConversionToADomainIsUndecidedForOrdinaryUsers() throws SQLException {
        try (Connection admin = DriverManager.getConnection("jdbc:h2:mem:settlement", "admin", "")) {
            execute(
                    admin,
                    "create domain tally as integer",
                    "create user ordinary password ''",
                    "grant alter any schema to ordinary");
            try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:settlement", "ordinary", "")) {
                MigrationScript script = given(connection, clob("a"), sqlType("a", "tally"));

                assertThatExceptionOfType(UndecidedStatementException.class)
                        .isThrownBy(() -> resumesAt(connection, script, conversion(script)));
            }
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static int conversion(MigrationScript script) {
        return IntStream.range(0, script.statements().size())
                .filter(i -> converts(script.statements().get(i)))
                .findFirst()
                .orElseThrow();
    }

    private static MigrationScript given(Connection connection, Field before, Field after) {
        CreateModel create =
                new CreateModel(model("Book").table("book").fields(bigint("id").primaryKey(), before));
        MigrationNode first = node(new MigrationKey("shop", "0001_initial"), create);
        run(
                connection,
                MigrationScript.of(DIALECT, first, Direction.FORWARD, ProjectState.empty())
                        .statements());
        MigrationNode next = node(KEY, new AlterField("Book", after));
        return MigrationScript.of(DIALECT, next, Direction.FORWARD, first.apply(ProjectState.empty()));
    }

    private static MigrationNode node(MigrationKey key, Operation operation) {
        return MigrationNode.of(key, List.of(), List.of(operation));
    }

    private static int resumesAt(Connection connection, MigrationScript script, int done) throws SQLException {
        JournalEntry entry = new JournalEntry(KEY, "forward", done, done + 1, "", 1, WalkProgress.NONE);
        return new Settlement(DIALECT, connection).resumesAt(script, entry);
    }

    private static boolean converts(PlannedStatement planned) {
        return planned.statement().match(sql -> sql.effect(), call -> Effect.NONE).signs().stream()
                .anyMatch(sign -> sign.kind() == Effect.Kind.TYPE);
    }

    private static void run(Connection connection, List<PlannedStatement> statements) {
        new JdbcSink(DIALECT, connection, JdbcSink.Unit.STATEMENT).accept(statements);
    }
}
