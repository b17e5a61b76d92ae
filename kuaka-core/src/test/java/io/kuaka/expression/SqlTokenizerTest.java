package io.kuaka.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.expression.SqlToken.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTokenizerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '%', quoteCharacter = '\0', textBlock = """
                    STANDARD    % a1 >= -2.5e-3          % WORD a1, SIGN >=, SIGN -, NUMBER 2.5e-3
                    STANDARD    % t."a""b".`c`            % WORD t, SIGN ., NAME "a""b", SIGN ., NAME `c`
                    STANDARD    % 'it''s' E'\\'' x'0f'   % TEXT 'it''s', TEXT E'\\'', TEXT x'0f'
                    STANDARD    % U&'d' U&"d" u & a      % TEXT U&'d', NAME U&"d", WORD u, SIGN &, WORD a
                    STANDARD    % $$a'b$$ $t$ $$ $t$ $1  % TEXT $$a'b$$, TEXT $t$ $$ $t$, SIGN $, NUMBER 1
                    STANDARD    % a--b                   % WORD a
                    STANDARD    % a/* ' */+0xFf          % WORD a, SIGN +, NUMBER 0xFf
                    STANDARD    % x::int[1] -> '$.a'     % WORD x, SIGN ::, WORD int, SIGN [, NUMBER 1, SIGN ], SIGN ->, TEXT '$.a'
                    STANDARD    % '\\' || größe$2        % TEXT '\\', SIGN ||, WORD größe$2
                    STANDARD    % a = 'b                 % WORD a, SIGN =, UNCLOSED 'b
                    STANDARD    % $x$ a $y$              % UNCLOSED $x$ a $y$
                    BACKSLASHES % 'a\\'b' # 'c           % TEXT 'a\\'b'
                    BACKSLASHES % a--1 -- 2              % WORD a, SIGN -, SIGN -, NUMBER 1
                    BRACKETS    % [a b].[c]              % NAME [a b], SIGN ., NAME [c]
                    """)
    void knowsWhereTokensEnd(SqlSyntax syntax, String sql, String tokens) {
        assertThat(SqlTokenizer.tokens(sql, syntax).stream()
                        .filter(SqlToken::isCode)
                        .map(token -> token.kind() + " " + token.text())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(tokens);
    }

    @Test
    void tokensTogetherAreTheText() {
        String alphabet = "ab1_ \n'\"`$[]()\\-*/#.,;:|é=<>";
        for (int seed = 0; seed < 5000; seed++) {
            Random random = new Random(seed);
            String sql = random.ints(random.nextInt(30), 0, alphabet.length())
                    .mapToObj(i -> alphabet.substring(i, i + 1))
                    .collect(Collectors.joining());
            for (SqlSyntax syntax : SqlSyntax.values()) {
                List<SqlToken> tokens = SqlTokenizer.tokens(sql, syntax);

                assertThat(tokens.stream().map(SqlToken::text).collect(Collectors.joining()))
                        .isEqualTo(sql);
                assertThat(tokens.stream().filter(token -> token.kind() == Kind.UNCLOSED))
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "'",
                "a ",
                "a.",
                "$a$",
                "--",
                "/*",
                "[",
                "case ",
                "datediff(day,",
                "''",
                "x::",
                "not ",
                "\\'"
            })
    void longTextsTakeMilliseconds(String piece) {
        String sql = piece.repeat(400_000 / piece.length());

        Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
            assertThat(Expression.sql(sql).mentionsColumn("b")).isFalse();
            Expression.sql(sql).renameColumns(Map.of("a", "b"));
        });
    }
}
