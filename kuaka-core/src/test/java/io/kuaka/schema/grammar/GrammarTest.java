package io.kuaka.schema.grammar;

import static io.kuaka.expression.Expression.concat;
import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.not;
import static io.kuaka.expression.Expression.now;
import static io.kuaka.expression.Expression.rowNumber;
import static io.kuaka.expression.Expression.sql;
import static io.kuaka.expression.Expression.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.expression.Expression;
import io.kuaka.schema.Dialects;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GrammarTest {
    private static final SqlGrammar POSTGRES = Dialects.named("postgresql").grammar();
    private static final SqlGrammar SQLITE = Dialects.named("sqlite").grammar();

    static Stream<Arguments> expressions() {
        Expression a = field("a");
        return Stream.of(
                Arguments.of(a.plus(1).times(field("b").minus(2)), "(a + 1) * (b - 2)"),
                Arguments.of(a.minus(field("b").minus(1)), "a - (b - 1)"),
                Arguments.of(a.minus(-1), "a - -1"),
                Arguments.of(a.eq(1).or(a.eq(2)).and(a.isNotNull()), "(a = 1 or a = 2) and a is not null"),
                Arguments.of(a.eq(1).and(a.eq(2)).or(a.isNull()), "a = 1 and a = 2 or a is null"),
                Arguments.of(not(a.gt(1)), "not (a > 1)"),
                Arguments.of(not(a.in(1, 2)), "a not in (1, 2)"),
                Arguments.of(a.in(), "1 = 0"),
                Arguments.of(not(a.startsWith("50%_")), "a not like '50\\%\\_%' escape '\\'"),
                Arguments.of(a.eq(null), "a is null"),
                Arguments.of(a.ne(null), "a is not null"),
                Arguments.of(sql("x or y").and(a.eq("it's")), "(x or y) and a = 'it''s'"),
                Arguments.of(concat(a.plus(1), "-").eq("1-"), "((a + 1) || '-') = '1-'"),
                Arguments.of(field("Book").eq(field("`Mixed`")), "Book = \"Mixed\""),
                Arguments.of(field("select").eq(field("two words")), "\"select\" = \"two words\""));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void parenthesesStandWhereTheyAreNeeded(Expression expression, String sql) {
        assertThat(POSTGRES.expression(expression)).isEqualTo(sql);
        assertThat(SQLITE.expression(expression)).isEqualTo(sql);
    }

    @Test
    void rowsAreNumberedByNamesAsTheyAreQuotedElsewhere() {
        Expression number =
                rowNumber("order", List.of("place"), List.of("`Value`")).schema("archive");

        assertThat(POSTGRES.expression(number))
                .contains("from archive.\"order\")")
                .endsWith("where kuaka__c0 = place and kuaka__c1 is not distinct from \"Value\")");
        assertThat(SQLITE.expression(number)).contains("from \"order\")").endsWith("kuaka__c1 is \"Value\")");
    }

    static Stream<Arguments> literals() {
        UUID uuid = UUID.fromString("0a0b0c0d-0000-4000-8000-0102030405ff");
        LocalDateTime moment = LocalDateTime.of(2024, 2, 29, 7, 5, 9, 120_000_000);
        return Stream.of(
                Arguments.of(true, "true", "true"),
                Arguments.of(-7L, "-7", "-7"),
                Arguments.of(new BigDecimal("1E+3"), "1000", "1000"),
                Arguments.of(1.5e300, "1.5E300", "1.5E300"),
                Arguments.of(Double.NaN, "'NaN'", "'NaN'"),
                Arguments.of(uuid, "'" + uuid + "'", "X'0a0b0c0d0000400080000102030405ff'"),
                Arguments.of(
                        LocalDate.of(2024, 2, 29),
                        "date '2024-02-29'",
                        milliseconds(moment.toLocalDate().atStartOfDay())),
                Arguments.of(
                        LocalTime.of(7, 5),
                        "time '07:05:00'",
                        milliseconds(LocalTime.of(7, 5).atDate(LocalDate.EPOCH))),
                Arguments.of(moment, "timestamp '2024-02-29 07:05:09.12'", milliseconds(moment)),
                Arguments.of(Instant.EPOCH, "timestamp with time zone '1970-01-01 00:00:00+00:00'", "0"),
                Arguments.of(Duration.ofMillis(1500), "1500000000", "1500000000"),
                Arguments.of(new byte[] {0, (byte) 255}, "'\\x00ff'", "X'00ff'"));
    }

    private static String milliseconds(LocalDateTime local) {
        return Long.toString(local.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli());
    }

    @ParameterizedTest
    @MethodSource("literals")
    void constantsAreSpelledAsTheDatabaseReadsThem(Object constant, String postgres, String sqlite) {
        assertThat(POSTGRES.literal(constant)).isEqualTo(postgres);
        assertThat(SQLITE.literal(constant)).isEqualTo(sqlite);
    }

    @Test
    void defaultsAreInParenthesesWhereSqliteWantsThem() {
        assertThat(SQLITE.defaultOf(value(-1))).isEqualTo("-1");
        assertThat(SQLITE.defaultOf(sql("current_timestamp"))).isEqualTo("current_timestamp");
        assertThat(SQLITE.defaultOf(sql("lower('X')"))).isEqualTo("(lower('X'))");
        assertThat(SQLITE.defaultOf(now())).startsWith("(cast(round((julianday('now')");
        assertThat(POSTGRES.defaultOf(now())).isEqualTo("current_timestamp");
        assertThat(POSTGRES.defaultOf(value(1).plus(2))).isEqualTo("(1 + 2)");
    }

    @Test
    void namesAreTheSameWhenTheDatabaseKeepsThemInTheSameWay() {
        assertThat(POSTGRES.catalogName("Book")).isEqualTo("book");
        assertThat(POSTGRES.catalogName("`Book`")).isEqualTo("Book");
        assertThat(POSTGRES.stateName("Book")).isEqualTo("`Book`");
        assertThat(POSTGRES.stateName("order")).isEqualTo("order");
        assertThat(SQLITE.catalogName("`Book`")).isEqualTo("book");
    }
}
