package io.kuaka.it.matrix;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.function;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.bool;
import static io.kuaka.state.Fields.character;
import static io.kuaka.state.Fields.clob;
import static io.kuaka.state.Fields.date;
import static io.kuaka.state.Fields.decimal;
import static io.kuaka.state.Fields.doublePrecision;
import static io.kuaka.state.Fields.duration;
import static io.kuaka.state.Fields.enumeration;
import static io.kuaka.state.Fields.instant;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.json;
import static io.kuaka.state.Fields.nativeEnum;
import static io.kuaka.state.Fields.nvarchar;
import static io.kuaka.state.Fields.ordinal;
import static io.kuaka.state.Fields.real;
import static io.kuaka.state.Fields.smallint;
import static io.kuaka.state.Fields.text;
import static io.kuaka.state.Fields.time;
import static io.kuaka.state.Fields.timestamp;
import static io.kuaka.state.Fields.tinyint;
import static io.kuaka.state.Fields.uuid;
import static io.kuaka.state.Fields.varbinary;
import static io.kuaka.state.Fields.varchar;

import io.kuaka.expression.Expression;
import io.kuaka.state.Field;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One look of the field {@code c}, with sets of values that rows can have in it; each set is tried by itself.
 *
 * @param fill what rows get that have no value when a field takes this shape; null to leave the database to refuse
 */
record FieldShape(String name, Field column, @Nullable Expression fill, List<List<Object>> rows) {
    private static final UUID ID = UUID.fromString("0a0b0c0d-0000-4000-8000-0102030405ff");
    private static final LocalDateTime NOON = LocalDateTime.parse("2024-02-29T12:30:00");

    private static FieldShape of(String name, Field column, Object... values) {
        List<List<Object>> rows = new ArrayList<>();
        Arrays.stream(values).forEach(value -> rows.add(Collections.singletonList(value)));
        return new FieldShape(name, column, null, rows);
    }

    /** Returns this shape with one more set, for rows of which some may be changed before another one is refused. */
    private FieldShape together(Object... values) {
        List<List<Object>> more = new ArrayList<>(rows);
        more.add(List.of(values));
        return new FieldShape(name, column, fill, more);
    }

    /** Every type with every other one. */
    static List<FieldShape> types() {
        return List.of(
                of("boolean", bool("c"), true),
                of("integer", integer("c"), 1, 70_000),
                of("bigint", bigint("c"), 1L, 5_000_000_000L, 9_007_199_254_740_993L),
                of("decimal", decimal("c", 10, 2), new BigDecimal("1.00"), new BigDecimal("12.34")),
                of("double", doublePrecision("c"), 1.0, 0.5, 1.239, 1e300),
                of(
                                "varchar",
                                varchar("c", 40),
                                "1",
                                "true",
                                "A",
                                "2024-02-29",
                                "2024-02-29 12:30:00",
                                ID.toString(),
                                "fox",
                                "5000000000",
                                "12.345",
                                "2024-13-45")
                        .together("true", "maybe"),
                of("clob", clob("c"), "1", "fox"),
                of("date", date("c"), LocalDate.parse("2024-02-29")),
                of("timestamp", timestamp("c"), NOON.toLocalDate().atStartOfDay(), NOON),
                of("instant", instant("c"), Instant.parse("2024-02-29T12:30:00Z")),
                of("uuid", uuid("c"), ID),
                of("bytes", varbinary("c", 40), new byte[] {'1'}),
                of("enum", enumeration("c", "A", "B"), "B"),
                of("ordinal", ordinal("c", "A", "B"), 1));
    }

    /** Types that hold less than others of their kind. */
    static List<FieldShape> widths() {
        return List.of(
                of("tinyint", tinyint("c"), 1),
                of("smallint", smallint("c"), 1, 300),
                of("real", real("c"), 1.25f),
                of("decimal(10,1)", decimal("c", 10, 1), new BigDecimal("70000.5")),
                of("duration", duration("c"), Duration.ofNanos(7)),
                of("boolean", bool("c"), true),
                of("char(3)", character("c", 3), "abc"),
                of("varchar(3)", varchar("c", 3), "1", "ab", "{}"),
                of("nvarchar(30)", nvarchar("c", 30), "12:30:00", "2024-02-29 12:30:00.5"),
                of("time(0)", time("c", 0), LocalTime.parse("12:30:00")),
                of("time(6)", time("c", 6), LocalTime.parse("12:30:00"), LocalTime.parse("12:30:00.987654")),
                of("timestamp(0)", timestamp("c", 0), NOON),
                of("timestamp(6)", timestamp("c", 6), NOON, NOON.plusNanos(987_654_000)),
                of("json", json("c"), "{}"));
    }

    /** What can be said of a number beside its type. */
    static List<FieldShape> numbers() {
        return List.of(
                new FieldShape(
                        "nullable",
                        integer("c").nullable(),
                        null,
                        List.of(nulls(1, null), List.of(1, 1), List.of(1, 2))),
                new FieldShape("filled", integer("c"), Expression.value(7), List.of(List.of(1, 2))),
                new FieldShape("not null", integer("c"), null, List.of(List.of(1, 2))),
                new FieldShape("default", integer("c").defaultTo(5), null, List.of(List.of(1, 1))),
                new FieldShape("unique", integer("c").unique(), null, List.of(List.of(1, 2))),
                new FieldShape("comment", integer("c").comment("it's"), null, List.of(List.of(1, 2))),
                new FieldShape(
                        "stored", integer("c").generated(field("n").times(2)).nullable(), null, List.of(List.of())),
                new FieldShape(
                        "virtual",
                        integer("c").generatedVirtually(field("n").times(2)).nullable(),
                        null,
                        List.of(List.of())),
                new FieldShape("decimal(12,2)", decimal("c", 12, 2), null, List.of(decimals("1.25"))),
                new FieldShape("decimal(6,4)", decimal("c", 6, 4), null, List.of(decimals("1.2500", "1.2345"))),
                new FieldShape("decimal(4,1)", decimal("c", 4, 1), null, List.of(decimals("101.5"))));
    }

    /** What can be said of a text beside its type. */
    static List<FieldShape> texts() {
        return List.of(
                new FieldShape(
                        "nullable",
                        varchar("c", 20).nullable(),
                        null,
                        List.of(nulls("a", null), List.of("a", "A"), nulls(null, null))),
                new FieldShape(
                        "varchar(20)", varchar("c", 20), null, List.of(List.of("a", "abcdefgh"), List.of("a", "a"))),
                new FieldShape("varchar(40)", varchar("c", 40), null, List.of(List.of("a", "abc"))),
                new FieldShape("varchar(5)", varchar("c", 5), null, List.of(List.of("a", "b"))),
                new FieldShape("text unique", text("c").unique(), null, List.of(List.of("a", "b"))),
                new FieldShape("default", varchar("c", 20).defaultTo("x"), null, List.of(List.of("a"))),
                new FieldShape(
                        "computed default",
                        varchar("c", 20).defaultTo(function("lower", "X")),
                        null,
                        List.of(List.of("a"))),
                new FieldShape("unique", varchar("c", 20).unique(), null, List.of(List.of("a", "b"))),
                new FieldShape(
                        "unique and filled",
                        varchar("c", 20).unique(),
                        Expression.value("z"),
                        List.of(List.of("a", "b"))),
                new FieldShape("comment", varchar("c", 20).comment("name"), null, List.of(List.of("a"))),
                new FieldShape(
                        "stored",
                        varchar("c", 20)
                                .generated(Expression.lower(field("name")))
                                .nullable(),
                        null,
                        List.of(List.of())));
    }

    /** Enumerations of all sorts, with values that come, go and change places. */
    static List<FieldShape> enumerations() {
        return List.of(
                of("enum A B", enumeration("c", "A", "B"), "B"),
                of("enum A B C", enumeration("c", "A", "B", "C"), "B", "C"),
                of("enum B", enumeration("c", "B"), "B"),
                of("enum A Z", enumeration("c", "A", "Z"), "A", "Z"),
                of("ordinal A B", ordinal("c", "A", "B"), 1),
                of("ordinal B A C", ordinal("c", "B", "A", "C"), 0, 2),
                of("native A B", nativeEnum("c", "Color", "A", "B"), "B"),
                of("native C B A", nativeEnum("c", "Color", "C", "B", "A"), "B", "C"),
                of("varchar", varchar("c", 255), "B", "X"));
    }

    private static List<Object> nulls(Object... values) {
        return Arrays.asList(values);
    }

    private static List<Object> decimals(String... values) {
        return Arrays.stream(values).<Object>map(BigDecimal::new).toList();
    }
}
