package io.kuaka.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "check (((r >= 1) AND (r <= 5)))       | check (r <= 5 and r >= 1)",
                "check ((b = ' and a') and (a = 'b)')) | check ((a = 'b)') and (b = ' and a'))",
                "check ((b) and (a))                   | check (a and b)",
                "check (a and (b and c))               | check (c and b and a)",
                "check (a or (b or c and d))           | check (a or (b or (d and c)))",
                "check ((r between 0 and 3))           | check (r <= 3 and r >= 0)",
                "check (\"R\" BETWEEN 0 AND 3)         | check ((\"R\" <= 3) and (\"R\" >= 0))",
                "check (a > 1 and r between -1 and 3)  | check (r >= -1 and r <= 3 and a > 1)",
                "check ((s in ('A', 'B')))             | check (s in ('B', 'A'))",
                "check (s in ('it''s', 'B, C'))        | check (s in ('B, C', 'it''s'))",
                "check ((`s` in (_utf8mb4'A',_utf8mb4'B'))) | check (`s` in (_utf8mb4'B', _utf8mb4'A'))",
                "check ((case when a and b then 1 end = 1)) | check (case when a and b then 1 end = 1)",
                "check (((s)::text = ANY (ARRAY[('A'::character varying)::text, ('B'::character varying)::text])))"
                        + "| check ((s)::text = ANY (ARRAY[('B'::character varying)::text, ('A'::character varying)::text]))",
                "check ((s)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying])::text[]))"
                        + "| check ((s)::text = ANY ((ARRAY['B'::character varying, 'A'::character varying])::text[]))",
                "check ()                              | check ()",
                "unique (b)                            | unique (b)"
            })
    void conditionsThatHoldForTheSameRowsMeanTheSame(String rule, String same) {
        assertThat(Conditions.meaning(rule)).isEqualTo(Conditions.meaning(same));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "check (a and (b or c))                | check (a and b or c)",
                "check (a and b or c)                  | check (a and c or b)",
                "check (b and a) not enforced          | check (b and a)",
                "check (not (a and b))                 | check (not a and b)",
                "check (r not between 0 and 3)         | check (r <= 3 and r >= 0)",
                "check (not r between 0 and 3)         | check (not r <= 3 and r >= 0)",
                "check (r between 3 and 0)             | check (r between 0 and 3)",
                "check (f(1, 2) in (3, 4))             | check (f(2, 1) in (3, 4))",
                "check ((f(1, 2) = ANY (ARRAY[3, 4]))) | check ((f(2, 1) = ANY (ARRAY[3, 4])))",
                "check (case when a then b and c end)  | check (case when c then b and a end)",
                "check (s in ('A', 'B'))               | check (s in ('A', 'b'))",
                "check ((a, b) in ((1, 2)))            | check ((b, a) in ((1, 2)))",
                "unique (b, a)                         | unique (a, b)"
            })
    void othersDoNot(String rule, String other) {
        assertThat(Conditions.meaning(rule)).isNotEqualTo(Conditions.meaning(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "check (((s)::text = ANY (ARRAY[('A'::character varying)::text, ('it''s'::character varying)::text])))"
                        + "| check (s in ('A', 'it''s'))",
                "check ((s)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying])::text[]))"
                        + "| check (s in ('A', 'B'))",
                "check ((\"S s\" = ANY (ARRAY[0, -1])))| check (\"S s\" in (0, -1))",
                "check ((a > 0))                       | check ((a > 0))",
                "check ((f(s) = ANY (ARRAY[0, 1])))    | check ((f(s) = ANY (ARRAY[0, 1])))",
                "unique (a)                            | unique (a)"
            })
    void listsOfValuesAreShownAsPeopleWriteThem(String rule, String shown) {
        assertThat(Conditions.readable(rule)).isEqualTo(shown);
    }
}
