package io.kuaka.executor;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.base.MigrationException;
import io.kuaka.operation.Operation;
import io.kuaka.operation.OperationCase;
import io.kuaka.operation.OperationCases;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.statement.Effect;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.state.ProjectState;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Kuaka's own statements have the effects that a reader of their words would give them. */
class StatementEffectTest {
    /** {@code exec sp_rename} is SQL Server's; the reader knows the words of the product's databases. */
    static Stream<Arguments> casesOnDialects() {
        return OperationCases.all().stream().flatMap(each -> Dialects.all().stream()
                .map(Dialect::name)
                .filter(name -> !name.equals("sqlserver"))
                .map(name -> Arguments.of(each, name)));
    }

    @ParameterizedTest
    @MethodSource("casesOnDialects")
    void ourOwnStatementsHaveTheEffectsOfTheirWords(OperationCase each, String database) {
        Dialect dialect = Dialects.named(database);
        Operation back = each.operation().inverse(OperationCase.APP, each.before());

        assertThat(Stream.concat(
                                statements(dialect, each.operation(), each.before(), each.after()),
                                statements(dialect, back, each.after(), each.before()))
                        .filter(sql -> sql.role() == Sql.Role.CHANGE))
                .allSatisfy(sql -> assertThat(signs(sql.effect()))
                        .as(sql.text())
                        .isEqualTo(signs(EffectReader.effect(sql.text(), dialect.grammar()))));
    }

    /**
     * The words have names as written, {@code drop index} has no table, and {@code alter table} may mean a sequence,
     * {@code drop constraint} a foreign key, and MySQL drops a unique constraint as an index. What only some databases have
     * isn't read from words, and neither are types: see {@link SettlementTest}.
     */
    private static Set<String> signs(Effect effect) {
        return effect.signs().stream()
                .filter(sign -> sign.kind() != Effect.Kind.OTHER && sign.kind() != Effect.Kind.TYPE)
                .map(sign -> sign.kind() + " "
                        + (sign.name().isEmpty() ? sign.owner().name() : sign.name()) + " " + sign.exists())
                .map(sign -> sign.toLowerCase(Locale.ROOT).replaceFirst("^sequence", "table"))
                .map(sign -> sign.replaceFirst("^(foreign_key|index)(.* false)$", "rule$2"))
                .collect(Collectors.toSet());
    }

    private static Stream<Sql> statements(
            Dialect dialect, Operation operation, ProjectState before, ProjectState after) {
        SchemaEditor editor = dialect.editor();
        OperationContext context = new OperationContext(dialect, OperationCase.APP, before, after);
        editor.begin(0, context);
        try {
            operation.execute(editor, context);
        } catch (MigrationException e) {
            return Stream.empty();
        }
        return editor.finish().stream()
                .map(PlannedStatement::statement)
                .flatMap(statement -> statement.match(Stream::of, call -> Stream.<Sql>empty()));
    }
}
