package io.kuaka.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.base.MigrationException;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.Walk;
import io.kuaka.state.ProjectState;
import io.kuaka.testing.Golden;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The SQL of every operation on every database, forward and back, as it was reviewed. */
class OperationSqlTest {
    static Stream<Arguments> casesOnDialects() {
        return OperationCases.all().stream()
                .flatMap(each -> Dialects.all().stream().map(dialect -> Arguments.of(each, dialect.name())));
    }

    @ParameterizedTest
    @MethodSource("casesOnDialects")
    void sqlIsAsReviewed(OperationCase each, String database) {
        Dialect dialect = Dialects.named(database);
        Operation back = each.operation().inverse(OperationCase.APP, each.before());

        Golden.assertGolden(
                "sql/" + each.name() + "/" + database + ".sql",
                "-- forward\n" + sql(dialect, each.operation(), each.before(), each.after()) + "\n-- back\n"
                        + sql(dialect, back, each.after(), each.before()));
    }

    @Test
    void allDialectsAreFound() {
        assertThat(Dialects.all().stream().map(Dialect::name)).contains("h2", "postgresql", "sqlite");
    }

    private static String sql(Dialect dialect, Operation operation, ProjectState before, ProjectState after) {
        try {
            SchemaEditor editor = dialect.editor();
            OperationContext context = new OperationContext(dialect, OperationCase.APP, before, after);
            editor.begin(0, context);
            operation.execute(editor, context);
            StringBuilder text = new StringBuilder();
            List<PlannedStatement> statements = editor.finish();
            editor.beforeTransaction().forEach(sql -> append(text, sql));
            statements.forEach(planned -> planned.statement()
                    .match(sql -> append(text, sql), call -> append(text, Objects.requireNonNull(call.walk()))));
            editor.afterTransaction().forEach(sql -> append(text, sql));
            return text.isEmpty() ? "-- nothing\n" : text.toString();
        } catch (MigrationException e) {
            return "-- " + e.getMessage() + "\n";
        }
    }

    private static StringBuilder append(StringBuilder text, Walk walk) {
        text.append("-- in batches\n");
        walk.batch().forEach(sql -> text.append(sql).append(";\n"));
        return text;
    }

    private static StringBuilder append(StringBuilder text, Sql sql) {
        if (sql.violation() != null) {
            text.append("-- must be empty: ").append(sql.violation()).append('\n');
        }
        return text.append(sql.text()).append(";\n");
    }
}
