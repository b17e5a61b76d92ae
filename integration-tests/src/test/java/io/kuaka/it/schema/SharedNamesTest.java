package io.kuaka.it.schema;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.exclusion;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.grammar.NamedPart;
import io.kuaka.schema.grammar.SameNameException;
import io.kuaka.schema.grammar.SharedNames;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Kuaka refuses two parts of one name where the database does, and nowhere else. */
class SharedNamesTest {
    private static final String NAME = "same_name";

    static Stream<Arguments> pairs() {
        return Arrays.stream(Engine.values())
                .flatMap(engine -> Arrays.stream(NamedPart.values()).flatMap(one -> Arrays.stream(NamedPart.values())
                        .filter(other -> other.compareTo(one) >= 0)
                        .filter(other -> one != NamedPart.TABLE || other != NamedPart.TABLE)
                        .filter(other -> one != NamedPart.SEQUENCE || other != NamedPart.SEQUENCE)
                        .map(other -> Arguments.of(engine, one, other))));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whatIsRefusedIsWhatTheDatabaseRefuses(Engine engine, NamedPart one, NamedPart other) throws SQLException {
        ProjectState target = SchemaRun.shop(model("Target").fields(bigint("id").primaryKey()));
        ProjectState state = with(with(target, "first", one), "second", other);

        assertThat(isRefusedByKuaka(engine, target, state)).isEqualTo(isRefusedByDatabase(engine, state));
        assertThat(isRefusedByKuaka(engine, state, state)).isFalse();
    }

    private static boolean isRefusedByKuaka(Engine engine, ProjectState before, ProjectState after) {
        Dialect dialect = Dialects.named(engine.name().toLowerCase(Locale.ROOT));
        try {
            SharedNames.require(dialect.grammar(), dialect.namespaces(), before, after);
            return false;
        } catch (SameNameException e) {
            assertThat(e).hasMessageContaining("\"" + NAME + "\"").hasMessageEndingWith("= …).");
            return true;
        }
    }

    private static boolean isRefusedByDatabase(Engine engine, ProjectState state) {
        try (SchemaRun run = SchemaRun.with(engine, state)) {
            return false;
        } catch (SQLException e) {
            return true;
        }
    }

    private static ProjectState with(ProjectState state, String table, NamedPart part) {
        ModelState model = model(table)
                .fields(
                        bigint("id").primaryKey(),
                        integer("size"),
                        reference("target", "shop.Target").nullable());
        return switch (part) {
            case TABLE -> state.withModel("shop", model.table(NAME));
            case SEQUENCE -> state.withSequence("shop", Sequence.sequence(NAME));
            case INDEX -> state.withModel("shop", model.indexes(index(NAME).on("size")));
            case PRIMARY_KEY -> state.withModel("shop", model.primaryKeyName(NAME));
            case UNIQUE ->
                state.withModel("shop", model.constraints(unique(NAME).on("size")));
            case EXCLUSION ->
                state.withModel(
                        "shop", model.constraints(exclusion(NAME).using("btree").with(field("size"), "=")));
            case CHECK ->
                state.withModel(
                        "shop", model.constraints(check(NAME, field("size").gt(0))));
            case FOREIGN_KEY ->
                state.withModel(
                        "shop", model.withAlteredField(model.field("target").foreignKey(NAME)));
        };
    }
}
