package io.kuaka.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConjunctionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "check (((r >= 1) AND (r <= 5)))       | check (((r <= 5) and (r >= 1)))",
                "check ((b = ' and a') and (a = 'b)')) | check ((a = 'b)') and (b = ' and a'))",
                "check (b and a) not enforced          | check (b and a) not enforced",
                "check (b and a or c)                  | check (b and a or c)",
                "check (b between 1 and 5 and a > 1)   | check (b between 1 and 5 and a > 1)",
                "check ((b) and (a))                   | check ((a) and (b))",
                "check ()                              | check ()",
                "unique (b)                            | unique (b)"
            })
    void conditionsThatAllHaveToHoldHaveNoOrder(String rule, String ordered) {
        assertThat(Conjunction.ordered(rule)).isEqualTo(ordered);
    }
}
