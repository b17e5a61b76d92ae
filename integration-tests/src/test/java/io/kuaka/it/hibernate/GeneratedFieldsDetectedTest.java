package io.kuaka.it.hibernate;

import static io.kuaka.expression.Expression.sql;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.Autodetector;
import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.operation.Operation;
import io.kuaka.state.Field;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns that are computed by SQL, as entities say it, change together with the columns that they are computed from. */
class GeneratedFieldsDetectedTest {
    private static final Field ID = integer("id").primaryKey();
    private static final Field N = integer("n").nullable();
    private static final Field M = integer("m").nullable();
    private static final Field TWICE = integer("twice").nullable();
    private static final ProjectState OF_N = thing(ID, N, M, TWICE.generated(sql("n * 2")));
    private static final ProjectState OF_M = thing(ID, M, TWICE.generated(sql("m * 2")));
    private static final ProjectState PLAIN = thing(ID, M, TWICE);
    private static final ProjectState BARE = thing(ID, M);

    /** A field that isn't computed any more begins without values. */
    private static final AnswersQuestioner DROPPING =
            new AnswersQuestioner(Map.of("drop values of shop.Thing.twice", "yes"));

    @ParameterizedTest
    @EnumSource
    void whatIsComputedGoesBeforeItsSourceAndComesAfterIt(Engine engine) throws SQLException {
        try (SchemaRun run = SchemaRun.with(engine, OF_N)) {
            run.execute("insert into Thing (id, n, m) values (1, 10, 20)");

            migrate(engine, run, OF_N, OF_M);
            assertThat(run.query("select m, twice from Thing")).containsExactly("20|40");
            migrate(engine, run, OF_M, OF_N);
            run.execute("update Thing set n = 7");
            assertThat(run.query("select n, twice from Thing")).containsExactly("7|14");
            migrate(engine, run, OF_N, PLAIN);
            assertThat(run.query("select m, twice from Thing")).containsExactly("20|null");
            migrate(engine, run, PLAIN, OF_N);
            migrate(engine, run, OF_N, BARE);
            assertThat(run.query("select * from Thing")).containsExactly("1|20");
        }
    }

    private static void migrate(Engine engine, SchemaRun run, ProjectState from, ProjectState to) throws SQLException {
        Operation[] operations =
                Autodetector.detect(from, to, Map.of(), DROPPING, AutodetectOptions.defaults()).get("shop").stream()
                        .flatMap(node -> node.operations().get().stream())
                        .toArray(Operation[]::new);
        assertThat(SchemaRun.assertMigrates(run, from, operations)).isEqualTo(to);
    }

    private static ProjectState thing(Field... fields) {
        return SchemaRun.shop(model("Thing").fields(fields));
    }
}
