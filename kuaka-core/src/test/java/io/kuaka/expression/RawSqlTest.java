package io.kuaka.expression;

import static io.kuaka.expression.Expression.sql;
import static io.kuaka.expression.Expression.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawSqlTest {
    private static String renamed(String raw, String from, String to) {
        return ((RawSql) sql(raw).renameColumns(Map.of(from, to))).sql();
    }

    @Test
    void followsColumnsWhateverTheirQuotesAndCase() {
        assertThat(renamed("\"Group\" > 1", "`Group`", "`Team`")).isEqualTo("\"Team\" > 1");
        assertThat(renamed("`Group` > 1", "`Group`", "`Team`")).isEqualTo("`Team` > 1");
        assertThat(renamed("Group > 1", "`Group`", "`Team`")).isEqualTo("`Team` > 1");
        assertThat(renamed("ISBN > 1", "isbn", "code")).isEqualTo("CODE > 1");
        assertThat(renamed("\"isbn\" > \"ISBN\"", "isbn", "bookCode")).isEqualTo("\"bookcode\" > \"BOOKCODE\"");
    }

    /** In each text {@code ^} stands behind the words that name a column. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // types
                "cast(opens^ as date) > '1900-01-01' and date^ is not null",
                "date^::date > date '2000-01-01' and (date^)::date[] is not null",
                "x^::date[1] = date^ and x^::numeric(10, 2)[] is null or date^::timestamp(3) with time zone > now()",
                "cast(date^ as date) = try_cast(a as date array) or xmlserialize(content as date) = date^",
                "convert(date^, date) > convert('date' using date) and convert(date^ using utf8mb4) = 'x'",
                "date '2000-01-01' < date^ and date^ >= date^",
                "timestamp '2000-01-01 00:00' < timestamp^ and timestamp with time zone '2000-01-01 00:00Z' > timestamp^",
                "timestamp(3) with time zone '2000-01-01 00:00Z' > timestamp^ and timestamp^ at time zone 'UTC' < now()",
                "double precision '1.5' < double^ and precision^ > 0 and character varying(3) 'abc' = a",
                "_utf8mb4'a' = a and N'a' = n^ and \"MyType\" 'x' = \"MyType\"^ and pg_catalog.date '2000-01-01' = date^",
                // fields of dates, and intervals
                "extract(year from opened) > 1900 and year^ > 1900",
                "extract(year from year^) = extract(\"year\" from \"year\"^) and extract('year' from year^) > 1",
                "timestampdiff(day, day^, closed) > day^ and dateadd(day, day^, closed) > day^",
                "date_trunc(month, opened) = opened and date_trunc('month', month^) = month^",
                "datediff(day, opened, closed) > day^ and datediff(day^, opened) > 0",
                "opened + interval '1' day > day^ and opened + interval '1 day' > day^",
                "opened + interval 1 day > day^ and opened + interval day^ day > opened",
                "opened + interval '1-2' year to month > month^ and opened - interval '1' second(3) > second^",
                "date_add(opened, interval 10 minute_second) > minute_second^",
                "interval^ > 0 and interval^ is not null",
                // functions, and what they have in their arguments
                "lower(lower^) = 'lower' and lower (\"lower\"^) = lower^",
                "trim(both from both^) = trim(leading ' ' from leading^) and trim(both^) = trim(both^ || 'x')",
                "substring(first^ from 2 for 3) = overlay(first^ placing 'a' from 1 for 2)",
                "position(first^ in last^) > 0 and char_length(first^) < 3",
                "make_interval(days => days^) > x^ and f(days := days^)",
                "nextval('days') > days^ and nextval(days) > 0 and next value for days > days^",
                "coalesce(first^, last^, nullif(first^, '')) is not null and count(*) > 0",
                "get_format(date, 'usa') = date^",
                // operators and keywords
                "first^ is null and last^ is not null and not first^ and (not (first^)) or unknown^ is unknown",
                "first^ is distinct from last^ or first^ is not distinct from last^",
                "first^ not between first^ and last^ and first^ between symmetric first^ and last^ xor mod^ mod 2 = 0",
                "first^ similar to last^ escape escape^ or first^ not like 'first' escape '\\'",
                "first^ collate \"first\" = last^ collate pg_catalog.last and binary first^ = last^",
                "first^ operator(pg_catalog.+) last^ > 0 and first^ desc nulls first",
                "case when first^ > 0 then last^ else end^ end = case first^ when 1 then 2 end",
                "case \"case\".\"case\"^ when 1 then 2 end",
                "first^ in (1, 2, last^) and (first^, last^) overlaps (first^, last^)",
                "tags^[first^] = any (tags^) and array[first^, last^] @> array['first'] and tags^[1:last^] is not null",
                "data^ ->> 'data' = data^ #>> '{data}' and data^ ? 'data' and (address^).data = 1",
                "current_date > date^ and current_date < date^",
                // what isn't code
                "first^ = 'first' -- first\n and first^ /* first */ = $$first$$ and first^ = $first$ first $first$",
                "x1first > 0 and first1 > 0 and \"first \" > 0 and firstñ > 0 and E'\\'first' = first^",
                // qualified
                "stock.first^ > shop.stock.first^ and \"stock\" . \"first\"^ > 0 and first.first(first^) > 0"
            })
    void followsColumnsAndNothingElse(String marked) {
        String raw = marked.replace("^", "");

        for (String column : new String[] {
            "date", "x", "timestamp", "double", "precision", "n", "MyType", "year", "day", "month", "second",
            "minute_second", "interval", "lower", "both", "leading", "first", "last", "days", "unknown", "mod",
                    "escape",
            "end", "case", "tags", "data", "address"
        }) {
            String expected = marked.replaceAll("(?<![\\w$])" + column + "(?=\"?\\^)", "renamed")
                    .replace("^", "");
            assertThat(renamed(raw, column, "renamed")).as(column).isEqualTo(expected);
            assertThat(sql(raw).mentionsColumn(column)).as(column).isEqualTo(!expected.equals(raw));
        }
        assertThat(sql(raw).isUnderstood()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amount > (select max(amount) from stock)",
                "exists (select 1 from stock where amount = 1)",
                "amount foo 3",
                "amount unit > 3",
                "amount 3",
                "amount \"alias\"",
                "amount as alias",
                "(amount > 3",
                "amount > 3)",
                "amount > 'it",
                "amount > 1; drop table stock",
                "sum(amount) over (partition by amount) > 0",
                "f('\\'', amount, '\\'')",
                "amount = 'a' /* not closed"
            })
    void leavesWhatItDoesNotUnderstand(String raw) {
        assertThat(sql(raw).isUnderstood()).isFalse();
        assertThat(renamed(raw, "amount", "quantity")).isEqualTo(raw);
        assertThat(sql(raw).mentionsColumn("amount")).isTrue();
        assertThat(sql(raw).mentionsColumn("quantity")).isFalse();
    }

    @Test
    void readsTextsWithBackslashesIfOnlyOneWayToReadThemEnds() {
        assertThat(renamed("a = 'it\\'s a' and a > 1", "a", "b")).isEqualTo("b = 'it\\'s a' and b > 1");
        assertThat(renamed("a like 'a\\%' escape '\\' and a > 1", "a", "b"))
                .isEqualTo("b like 'a\\%' escape '\\' and b > 1");
    }

    @Test
    void exchangesNames() {
        Expression exchanged = sql("a > b and lower(a) = 'b'").renameColumns(Map.of("a", "b", "b", "a"));

        assertThat(exchanged).isEqualTo(sql("b > a and lower(b) = 'b'"));
    }

    @Test
    void mentionsColumnsInAnyForm() {
        assertThat(sql("\"Group\" > 1").mentionsColumn("`Group`")).isTrue();
        assertThat(sql("GROUP_ > 1").mentionsColumn("group_")).isTrue();
        assertThat(sql("x = 'Group'").mentionsColumn("`Group`")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    stock.amount >= 0                       | stock_level.amount >= 0                           | amount >= 0
                    shop.STOCK.amount > "stock" . "amount"  | shop.STOCK_LEVEL.amount > "stock_level" . "amount" | amount > "amount"
                    stock > 0 and other.stock = stock(1)    | stock > 0 and other.stock = stock(1)              | stock > 0 and other.stock = stock(1)
                    stock.stock.stock > 0                   | stock.stock_level.stock > 0                       | stock > 0
                    stock.amount > (select 1)               | stock.amount > (select 1)                         | stock.amount > (select 1)
                    """)
    void followsTables(String raw, String renamed, String unqualified) {
        assertThat(sql(raw).renameTable("stock", "stock_level")).isEqualTo(sql(renamed));
        assertThat(sql(renamed).renameTable("stock_level", "stock")).isEqualTo(sql(raw));
        assertThat(sql(raw).unqualified("stock")).isEqualTo(sql(unqualified));
    }

    @Test
    void mentionsTablesBeforeColumnsOnly() {
        assertThat(sql("`Stock`.amount > 0").mentionsTable("stock")).isTrue();
        assertThat(sql("stock > 0 and stock(1) > 0").mentionsTable("stock")).isFalse();
        assertThat(sql("1 > (select 1 from stock)").mentionsTable("stock")).isTrue();
    }

    @Test
    void quotesNamesInBackquotesOutsideOfTexts() {
        RawSql raw = sql("`Group` > '`Group`' /* `Group` */ and \"Group\" > 0");

        assertThat(raw.sql(name -> "[" + name + "]")).isEqualTo("[Group] > '`Group`' /* `Group` */ and \"Group\" > 0");
    }

    @Test
    void bytesAreComparedByWhatIsInThem() {
        assertThat(value(new byte[] {1, 2}))
                .isEqualTo(value(new byte[] {1, 2}))
                .hasSameHashCodeAs(value(new byte[] {1, 2}));
        assertThat(value(new byte[] {1, 2})).isNotEqualTo(value(new byte[] {1, 3}));
    }
}
