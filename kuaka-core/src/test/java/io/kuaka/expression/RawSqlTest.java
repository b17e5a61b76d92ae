package io.kuaka.expression;

import static io.kuaka.expression.Expression.sql;
import static io.kuaka.expression.Expression.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

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

    @Test
    void keepsTextsFunctionsAndTypes() {
        String raw = "lower(lower) = 'lower' and date > date '2020-01-01' and x1lower > 0";

        assertThat(renamed(raw, "lower", "l"))
                .isEqualTo("lower(l) = 'lower' and date > date '2020-01-01' and x1lower > 0");
        assertThat(renamed(raw, "date", "day"))
                .isEqualTo("lower(lower) = 'lower' and day > date '2020-01-01' and x1lower > 0");
    }

    @Test
    void mentionsColumnsInAnyForm() {
        assertThat(sql("\"Group\" > 1").mentionsColumn("`Group`")).isTrue();
        assertThat(sql("GROUP_ > 1").mentionsColumn("group_")).isTrue();
        assertThat(sql("x = 'Group'").mentionsColumn("`Group`")).isFalse();
    }

    @Test
    void bytesAreComparedByWhatIsInThem() {
        assertThat(value(new byte[] {1, 2}))
                .isEqualTo(value(new byte[] {1, 2}))
                .hasSameHashCodeAs(value(new byte[] {1, 2}));
        assertThat(value(new byte[] {1, 2})).isNotEqualTo(value(new byte[] {1, 3}));
    }
}
