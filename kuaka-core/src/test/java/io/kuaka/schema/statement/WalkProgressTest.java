package io.kuaka.schema.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WalkProgressTest {
    @Test
    void aPositionSurvivesAsAsciiText() {
        WalkPosition position = new WalkPosition("\"my\".\"table\"", List.of("", "a b%+", "Ünï'\\", "-1"));

        assertThat(position.text()).matches("\\p{ASCII}+").doesNotContain("'");
        assertThat(WalkPosition.parse(position.text())).isEqualTo(position);
    }

    @Test
    void wordsNameTheKeys() {
        String last = new WalkPosition("page", List.of("a b", "7")).text();
        String goal = new WalkPosition("page", List.of("z", "9")).text();

        assertThat(new WalkProgress(1200, 3, last, goal).words())
                .isEqualTo("1,200 rows, 3 of them changed, up to key (a b, 7) of (z, 9)");
        assertThat(WalkProgress.NONE.words()).isEqualTo("0 rows, 0 of them changed");
    }
}
