package io.kuaka.it.schema;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.sql;
import static io.kuaka.it.support.SchemaRun.assertMigrates;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.Operation;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Computed columns change, and what they are computed from does, while rows are there. */
class GeneratedColumnsTest {
    private static final Operation WIDER = new AlterField("Thing", bigint("n"));

    /** PostgreSQL has neither indexes nor unique constraints over virtual columns. */
    private static ProjectState state(Field twice) {
        ModelState thing = model("Thing")
                .fields(bigint("id").primaryKey(), integer("n"), twice)
                .constraints(check("thing_twice_check", sql("twice > 0")));
        boolean stored = twice.generated() != null && twice.generated().stored();
        return SchemaRun.shop(
                stored
                        ? thing.indexes(index("thing_twice_idx").on("twice", "n"))
                                .withConstraint(unique("thing_twice_key").on("twice"))
                        : thing);
    }

    static Stream<Arguments> computedInEachWay() {
        Field twice = integer("twice").nullable();
        return Stream.of(Engine.values()).flatMap(engine -> Stream.of(
                        twice.generated(field("n").times(2)),
                        twice.generated(sql("n * 2")),
                        twice.generatedVirtually(field("n").times(2)),
                        twice.generatedVirtually(sql("n * 2")))
                .map(column -> Arguments.of(engine, column)));
    }

    @ParameterizedTest
    @MethodSource("computedInEachWay")
    void whatAColumnIsComputedFromChangesItsTypeAndBack(Engine engine, Field twice) throws SQLException {
        ProjectState before = state(twice);
        assertMigratesAndBack(engine, before, WIDER);
    }

    @ParameterizedTest
    @EnumSource
    void aComputedColumnChangesItsType(Engine engine) throws SQLException {
        for (Field twice : List.of(
                bigint("twice").nullable().generated(field("n").times(2)),
                bigint("twice").nullable().generated(sql("n * 2")))) {
            ProjectState before = state(integer("twice").nullable().generated(sql("n * 2")));
            assertMigratesAndBack(engine, before, new AlterField("Thing", twice));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aComputedColumnChangesItsTypeTogetherWithItsBase(Engine engine) throws SQLException {
        ProjectState before =
                state(integer("twice").nullable().generated(field("n").times(2)));
        Operation computed = new AlterField(
                "Thing", bigint("twice").nullable().generated(field("n").times(2)));
        assertMigratesAndBack(engine, before, WIDER, computed);
        assertMigratesAndBack(engine, before, computed, WIDER);
    }

    private static void assertMigratesAndBack(Engine engine, ProjectState before, Operation... operations)
            throws SQLException {
        try (SchemaRun run = SchemaRun.with(engine, before)) {
            run.execute("insert into Thing (id, n) values (1, 7), (2, 8)");
            ProjectState after = before;
            Operation[] back = new Operation[operations.length];
            for (int i = 0; i < operations.length; i++) {
                back[operations.length - 1 - i] = operations[i].inverse("shop", after);
                after = operations[i].apply("shop", after);
            }

            assertMigrates(run, before, operations);
            assertThat(run.query("select id, n, twice from Thing order by id")).containsExactly("1|7|14", "2|8|16");
            assertMigrates(run, after, back);

            run.execute("insert into Thing (id, n) values (3, 9)");
            assertThat(run.query("select id, n, twice from Thing order by id"))
                    .containsExactly("1|7|14", "2|8|16", "3|9|18");
        }
    }

    /** Only the family of MySQL and SQLite compute from what is computed. */
    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL", "SQLITE"})
    void columnsThatAreComputedFromComputedOnesFollow(Engine engine) throws SQLException {
        ProjectState before = SchemaRun.shop(model("Thing")
                .fields(
                        bigint("id").primaryKey(),
                        integer("n"),
                        integer("twice").nullable().generated(field("n").times(2)),
                        integer("more").nullable().generated(field("twice").plus(1))));
        try (SchemaRun run = SchemaRun.with(engine, before)) {
            run.execute("insert into Thing (id, n) values (1, 7)");
            ProjectState after = assertMigrates(run, before, WIDER);
            assertThat(run.query("select n, twice, more from Thing")).containsExactly("7|14|15");
            assertMigrates(run, after, WIDER.inverse("shop", before));
            assertThat(run.query("select n, twice, more from Thing")).containsExactly("7|14|15");
        }
    }

    /** The collation is part of the type where columns have one. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "H2")
    void whatAColumnIsComputedFromChangesItsCollation(Engine engine) throws SQLException {
        ProjectState before = SchemaRun.shop(model("Thing")
                .fields(
                        bigint("id").primaryKey(),
                        varchar("name", 20),
                        varchar("low", 20).nullable().generated(sql("lower(name)"))));
        Operation collated = new AlterField("Thing", varchar("name", 20).collation(engine.collation()));
        try (SchemaRun run = SchemaRun.with(engine, before)) {
            run.execute("insert into Thing (id, name) values (1, 'FOX')");
            ProjectState after = assertMigrates(run, before, collated);
            assertMigrates(run, after, collated.inverse("shop", before));
            assertThat(run.query("select name, low from Thing")).containsExactly("FOX|fox");
        }
    }
}
