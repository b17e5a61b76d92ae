package io.kuaka.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    @ParameterizedTest
    @CsvSource({
        "1000, 200, 1000",
        "1000, 250, 800",
        "1000, 160, 1250",
        "1000, 1, 2000",
        "1000, 60000, 500",
        "12, 60000, 10",
        "90000, 1, 100000"
    })
    void aBatchFollowsTheTimeOfTheLastOne(int rows, long millis, int next) {
        assertThat(Pace.standard().sizeAfter(rows, Duration.ofMillis(millis))).isEqualTo(next);
    }

    @Test
    void aFixedSizeStays() {
        Pace pace = Pace.standard().withSize(7);

        assertThat(pace.sizeAfter(7, Duration.ofMinutes(1))).isEqualTo(7);
        assertThat(pace.withTarget(Duration.ofSeconds(1)).sizeAfter(1000, Duration.ofMillis(1)))
                .isEqualTo(2000);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> Pace.standard().withSize(0)).hasMessage("A batch has at least one row, not 0.");
        assertThatThrownBy(() -> Pace.standard().withPause(Duration.ofMillis(-1)))
                .hasMessage("A time can't be negative.");
    }
}
