package io.kuaka.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.compare.SchemaDiff;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.operation.Operation;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The comparison of schemas beside what the catalogs say, read without a word of Kuaka's. */
class SchemaWitnessTest {
    @ParameterizedTest
    @MethodSource("io.kuaka.it.schema.ChangesByHand#seeds")
    void somethingDiffersExactlyWhereTheCatalogHasChanged(Engine engine, ChangesByHand.Seed seed) throws SQLException {
        try (SchemaRun run = SchemaRun.with(engine, ChangesByHand.STATE)) {
            List<String> before = SchemaSnapshot.of(engine, run.connection());
            run.migrate(ChangesByHand.STATE, seed.change().toArray(Operation[]::new));
            List<String> after = SchemaSnapshot.of(engine, run.connection());

            SchemaDiff diff = run.diff(ChangesByHand.STATE);

            assertThat(diff.isEmpty() && diff.unknown().isEmpty()).isEqualTo(after.equals(before));
        }
    }
}
