package io.kuaka.it.schema;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.sql;
import static io.kuaka.it.support.SchemaRun.assertMigrates;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.bool;
import static io.kuaka.state.Fields.character;
import static io.kuaka.state.Fields.enumeration;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.index;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.autodetect.Agreeing;
import io.kuaka.autodetect.Autodetector;
import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.Operation;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Fields that keep true and false by letters or numbers from then on, and back, as Hibernate's converters do. */
class TruthValuesTest {
    private static final ModelState BUOY = model("Buoy").fields(bigint("id").primaryKey());
    private static final ModelState BOOLEANS = BUOY.fields(
                    bool("lit"), bool("bell").nullable())
            .indexes(index("buoy_lit_idx").on("lit"));
    private static final ModelState LETTERS = rules(
            BUOY.fields(character("lit", 1), character("bell", 1).nullable())
                    .indexes(index("buoy_lit_idx").on("lit")),
            "lit in ('N','Y')",
            "bell in ('F','T')");
    private static final ModelState OTHER_LETTERS = rules(
            BUOY.fields(character("lit", 1), character("bell", 1).nullable())
                    .indexes(index("buoy_lit_idx").on("lit")),
            "lit in ('F','T')",
            "bell in ('N','Y')");
    private static final ModelState NUMBERS = rules(
            BUOY.fields(integer("lit"), integer("bell").nullable())
                    .indexes(index("buoy_lit_idx").on("lit")),
            "lit in (0,1)",
            "bell in (0,1)");

    private static ModelState rules(ModelState buoy, String lit, String bell) {
        return buoy.constraints(check("buoy_lit_check", sql(lit)), check("buoy_bell_check", sql(bell)));
    }

    static Stream<Arguments> changes() {
        return Stream.of(Engine.values())
                .flatMap(engine -> Stream.of(
                        Arguments.of(engine, BOOLEANS, List.of("true", "false"), LETTERS, List.of("Y", "N", "F")),
                        Arguments.of(engine, BOOLEANS, List.of("true", "false"), NUMBERS, List.of("1", "0", "0")),
                        Arguments.of(engine, NUMBERS, List.of("1", "0"), LETTERS, List.of("Y", "N", "F")),
                        Arguments.of(engine, NUMBERS, List.of("1", "0"), OTHER_LETTERS, List.of("T", "F", "N"))));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatIsTrueStaysTrueForwardAndBack(
            Engine engine, ModelState before, List<String> truths, ModelState after, List<String> expected)
            throws SQLException {
        ProjectState from = SchemaRun.shop(before);
        ProjectState to = SchemaRun.shop(after);
        MigrationNode migration = detect(from, to);
        try (SchemaRun run = SchemaRun.with(engine, from)) {
            String yes = truths.get(0);
            String no = truths.get(1);
            run.execute("insert into Buoy (id, lit, bell) values (1, " + yes + ", null), (2, " + no + ", " + no + ")");
            List<String> rows = run.query("select id, lit, bell from Buoy order by id");

            assertMigrates(run, from, migration.operations().get().toArray(Operation[]::new));

            assertThat(run.query("select id, lit, bell from Buoy order by id"))
                    .containsExactly("1|" + expected.get(0) + "|null", "2|" + expected.get(1) + "|" + expected.get(2));
            assertMigrates(run, to, migration.inverses(from).toArray(Operation[]::new));
            assertThat(run.query("select id, lit, bell from Buoy order by id")).isEqualTo(rows);
        }
    }

    /** Only the check changed, which the rows then violated. */
    @ParameterizedTest
    @EnumSource
    void otherLettersReplaceTheOnesBefore(Engine engine) throws SQLException {
        ProjectState from = SchemaRun.shop(OTHER_LETTERS);
        ProjectState to = SchemaRun.shop(LETTERS);
        MigrationNode migration = detect(from, to);
        try (SchemaRun run = SchemaRun.with(engine, from)) {
            run.execute("insert into Buoy (id, lit, bell) values (1, 'T', null), (2, 'F', 'N')");

            assertMigrates(run, from, migration.operations().get().toArray(Operation[]::new));

            assertThat(run.query("select id, lit, bell from Buoy order by id")).containsExactly("1|Y|null", "2|N|F");
            assertMigrates(run, to, migration.inverses(from).toArray(Operation[]::new));
            assertThat(run.query("select id, lit, bell from Buoy order by id")).containsExactly("1|T|null", "2|F|N");
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsFollowARenamedConstantForwardAndBack(Engine engine) throws SQLException {
        Field state = enumeration("state", "SUNK", "AFLOAT").defaultTo("SUNK");
        Field renamed = enumeration("state", "SUNK", "FLOATING", "ADRIFT").defaultTo("SUNK");
        ModelState buoy = BUOY.indexes(index("buoy_state_idx").on("id"));
        ProjectState from = SchemaRun.shop(buoy.fields(state));
        AlterField change =
                new AlterField("Buoy", renamed).replacing("SUNK", "SUNK").replacing("AFLOAT", "FLOATING");
        try (SchemaRun run = SchemaRun.with(engine, from)) {
            run.execute("insert into Buoy (id, state) values (1, 'AFLOAT'), (2, 'SUNK')");

            assertMigrates(run, from, change);

            assertThat(run.query("select id, state from Buoy order by id")).containsExactly("1|FLOATING", "2|SUNK");
            ProjectState to = change.apply("shop", from);
            assertMigrates(run, to, change.inverse("shop", from));
            assertThat(run.query("select id, state from Buoy order by id")).containsExactly("1|AFLOAT", "2|SUNK");
        }
    }

    private static MigrationNode detect(ProjectState from, ProjectState to) {
        return Autodetector.detect(from, to, Map.of(), new Agreeing(), AutodetectOptions.defaults())
                .get("shop")
                .get(0);
    }

    /** A letter of which nobody said what it becomes must not become anything. */
    @ParameterizedTest
    @EnumSource
    void aValueWithoutAReplacementStopsBeforeAnythingIsChanged(Engine engine) throws SQLException {
        ProjectState state = SchemaRun.shop(BUOY.fields(character("lit", 1))
                .constraints(check("lit_check", field("lit").ne("?"))));
        Field numbers = integer("lit");
        try (SchemaRun run = SchemaRun.with(engine, state)) {
            run.execute("insert into Buoy (id, lit) values (1, 'Y'), (2, 'X')");

            assertThatThrownBy(() -> run.migrate(
                            state,
                            new AlterField("Buoy", numbers).replacing("Y", 1).replacing("N", 0)))
                    .hasMessageContaining("has values other than Y, N");

            assertThat(run.query("select lit from Buoy order by id")).containsExactly("Y", "X");
            assertThat(run.differences(state)).isEmpty();
        }
    }
}
