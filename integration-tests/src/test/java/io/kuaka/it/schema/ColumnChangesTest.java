package io.kuaka.it.schema;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.function;
import static io.kuaka.expression.Expression.lower;
import static io.kuaka.expression.Expression.value;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.bool;
import static io.kuaka.state.Fields.clob;
import static io.kuaka.state.Fields.decimal;
import static io.kuaka.state.Fields.enumeration;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.nativeEnum;
import static io.kuaka.state.Fields.ordinal;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.text;
import static io.kuaka.state.Fields.uuid;
import static io.kuaka.state.Fields.varbinary;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.expression.Expression;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.SchemaRun;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.Operation;
import io.kuaka.state.Field;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes a column that has values, and changes it back. */
class ColumnChangesTest {
    /**
     * A change of the column {@code c}.
     *
     * @param stored what an insert says, in SQL
     * @param expected what is read after the change
     * @param again what is read after the way back
     */
    record Change(
            String name,
            Field before,
            Field after,
            @Nullable Expression fill,
            String stored,
            String expected,
            String again) {
        Change(String name, Field before, Field after, String stored, String expected, String again) {
            this(name, before, after, null, stored, expected, again);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Change> changes() {
        return Stream.of(types(), enumerations(), rules()).flatMap(List::stream).toList();
    }

    private static List<Change> types() {
        return List.of(
                new Change("varchar_wider", varchar("c", 5), varchar("c", 10), "'abc'", "abc", "abc"),
                new Change("varchar_to_text", varchar("c", 5), text("c"), "'abc'", "abc", "abc"),
                new Change("varchar_to_lob", varchar("c", 50), clob("c"), "'abc'", "*", "abc"),
                new Change("integer_to_varchar", integer("c"), varchar("c", 10), "42", "42", "42"),
                new Change("varchar_to_integer", varchar("c", 10), integer("c"), "'42'", "42", "42"),
                new Change("integer_to_bigint", integer("c"), bigint("c"), "42", "42", "42"),
                new Change("integer_to_decimal", integer("c"), decimal("c", 10, 2), "42", "*", "42"),
                new Change("boolean_to_integer", bool("c"), integer("c"), "true", "1", "*"),
                new Change(
                        "boolean_with_default_to_integer",
                        bool("c").defaultTo(false),
                        integer("c").defaultTo(7),
                        "true",
                        "1",
                        "*"),
                new Change(
                        "uuid_to_varchar",
                        uuid("c"),
                        varchar("c", 36),
                        "*uuid",
                        "0a0b0c0d-0000-4000-8000-0102030405ff",
                        "*"),
                new Change("text_to_bytes", text("c"), varbinary("c"), "'abc'", "*", "abc"));
    }

    private static List<Change> enumerations() {
        return List.of(
                new Change(
                        "enum_value_added",
                        enumeration("c", "A", "B"),
                        enumeration("c", "A", "B", "C"),
                        "'B'",
                        "B",
                        "B"),
                new Change("enum_to_varchar", enumeration("c", "A", "B"), varchar("c", 255), "'B'", "B", "B"),
                new Change(
                        "enum_name_to_position", enumeration("c", "A", "B"), ordinal("c", "A", "B"), "'B'", "1", "B"),
                new Change(
                        "position_moves_with_its_name",
                        ordinal("c", "A", "B"),
                        ordinal("c", "X", "A", "B"),
                        "1",
                        "2",
                        "1"),
                new Change(
                        "native_enum_value_added",
                        nativeEnum("c", "Color", "A", "B"),
                        nativeEnum("c", "Color", "A", "X", "B"),
                        "'B'",
                        "B",
                        "B"),
                new Change(
                        "enum_to_native_enum",
                        enumeration("c", "A", "B"),
                        nativeEnum("c", "Color", "A", "B"),
                        "'B'",
                        "B",
                        "B"),
                new Change(
                        "native_enum_with_default_in_another_order",
                        nativeEnum("c", "Color", "A", "B").defaultTo("A"),
                        nativeEnum("c", "Color", "B", "A").defaultTo("B"),
                        "'B'",
                        "B",
                        "B"));
    }

    private static List<Change> rules() {
        return List.of(
                new Change("null_filled", integer("c").nullable(), integer("c"), value(3), "null", "3", "3"),
                new Change(
                        "null_filled_from_another_field",
                        varchar("c", 20).nullable(),
                        varchar("c", 20),
                        lower(field("name")),
                        "null",
                        "fox",
                        "fox"),
                new Change(
                        "null_filled_while_the_type_changes",
                        integer("c").nullable(),
                        varchar("c", 9),
                        value("5"),
                        "null",
                        "5",
                        "5"),
                new Change(
                        "null_filled_with_the_default",
                        integer("c").nullable().defaultTo(4),
                        integer("c").defaultTo(4),
                        "null",
                        "4",
                        "4"),
                new Change(
                        "null_filled_with_the_default_on_the_way_back",
                        varchar("c", 9).defaultTo("d"),
                        varchar("c", 9).nullable(),
                        "'a'",
                        "a",
                        "a"),
                new Change("default_added", integer("c"), integer("c").defaultTo(5), "1", "1", "1"),
                new Change(
                        "default_computed",
                        varchar("c", 9),
                        varchar("c", 9).defaultTo(function("lower", "X")),
                        "'a'",
                        "a",
                        "a"),
                new Change("unique_added", integer("c"), integer("c").unique(), "1", "1", "1"),
                new Change(
                        "computed_stored_to_plain",
                        integer("c").generated(field("n").times(2)).nullable(),
                        integer("c").nullable(),
                        "*",
                        "14",
                        "14"),
                new Change(
                        "computed_virtually_to_plain",
                        integer("c").generatedVirtually(field("n").times(2)).nullable(),
                        integer("c").nullable(),
                        "*",
                        "14",
                        "14"),
                new Change(
                        "computed_in_another_way",
                        integer("c").generated(field("n").times(2)).nullable(),
                        integer("c").generated(field("n").plus(1)).nullable(),
                        "*",
                        "8",
                        "14"),
                new Change("commented", integer("c"), integer("c").comment("it's"), "1", "1", "1"));
    }

    static Stream<Arguments> onEachDatabase() {
        return Stream.of(Engine.values())
                .flatMap(engine -> changes().stream().map(change -> Arguments.of(engine, change)));
    }

    private static ProjectState state(Field column) {
        return SchemaRun.shop(
                model("Thing")
                        .fields(
                                bigint("id").primaryKey().identity(),
                                varchar("name", 20),
                                integer("n"),
                                column,
                                integer("twice").generated(field("n").times(2)).nullable()),
                model("Part").fields(bigint("id").primaryKey(), reference("thing", "shop.Thing")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("onEachDatabase")
    void valuesSurviveAChangeOfTheirColumn(Engine engine, Change change) throws SQLException {
        ProjectState before = state(change.before());
        Operation operation = change.fill() == null
                ? new AlterField("Thing", change.after())
                : new AlterField("Thing", change.after(), change.fill());
        ProjectState after = operation.apply("shop", before);
        try (SchemaRun run = SchemaRun.with(engine, before)) {
            insert(run, engine, change);

            run.migrate(before, operation);
            assertThat(run.differences(after)).isEmpty();
            assertValue(run, change.expected());
            run.migrate(after, operation.inverse("shop", before));

            assertThat(run.differences(before)).isEmpty();
            assertValue(run, change.again());
            assertThat(run.query("select id, thing_id from Part")).containsExactly("1|1");
        }
    }

    private static void insert(SchemaRun run, Engine engine, Change change) throws SQLException {
        List<String> columns = new ArrayList<>(List.of("id", "name", "n"));
        List<String> values = new ArrayList<>(List.of("1", "'FOX'", "7"));
        if (!change.stored().equals("*")) {
            String uuid =
                    switch (engine) {
                        case SQLITE, MYSQL -> "X'0a0b0c0d0000400080000102030405ff'";
                        case H2, POSTGRESQL, MARIADB -> "'0a0b0c0d-0000-4000-8000-0102030405ff'";
                    };
            columns.add("c");
            values.add(change.stored().equals("*uuid") ? uuid : change.stored());
        }
        run.execute(
                "insert into Thing (" + String.join(", ", columns) + ") values (" + String.join(", ", values) + ")",
                "insert into Part (id, thing_id) values (1, 1)");
    }

    private static void assertValue(SchemaRun run, String expected) throws SQLException {
        if (expected.equals("*")) {
            assertThat(run.query("select id from Thing where c is not null")).hasSize(1);
        } else {
            assertThat(run.query("select c from Thing")).containsExactly(expected);
        }
    }
}
