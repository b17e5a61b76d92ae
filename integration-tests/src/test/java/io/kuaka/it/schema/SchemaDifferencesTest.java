package io.kuaka.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.compare.SchemaDiff;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.operation.Operation;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A database in which somebody has changed something by hand: each change is named, and nothing is named besides. */
class SchemaDifferencesTest {
    @ParameterizedTest
    @MethodSource("io.kuaka.it.schema.ChangesByHand#seeds")
    void eachChangeByHandIsNamedAndNothingElse(Engine engine, ChangesByHand.Seed seed) throws SQLException {
        try (SchemaRun run = SchemaRun.with(engine, ChangesByHand.STATE)) {
            run.migrate(ChangesByHand.STATE, seed.change().toArray(Operation[]::new));

            SchemaDiff diff = run.diff(ChangesByHand.STATE);

            assertThat(Stream.concat(diff.differences().stream(), diff.unknown().stream())
                            .map(SchemaDifferencesTest::said))
                    .containsExactlyInAnyOrderElementsOf(seed.said());
        }
    }

    private static String said(SchemaDifference each) {
        String tense = each.found() == null ? " missing" : each.expected() == null ? " not expected" : "";
        String aspect = each.aspect().isEmpty() ? "" : " " + each.aspect();
        return each.severity().words() + ": " + each.part().words() + " "
                + each.path().toLowerCase(Locale.ROOT) + aspect + tense;
    }

    @ParameterizedTest
    @EnumSource
    void nothingDiffersWhereNothingWasChanged(Engine engine) throws SQLException {
        try (SchemaRun run = SchemaRun.with(engine, ChangesByHand.STATE)) {
            assertThat(run.differences(ChangesByHand.STATE)).isEmpty();
        }
    }
}
