package io.kuaka.autodetect;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.arrange.MigrationNames;
import org.junit.jupiter.api.Test;

class MigrationNamesTest {
    @Test
    void numbersMayBeTimes() {
        assertThat(MigrationNames.number("20260101120000_isbn")).hasValue(20_260_101_120_000L);
        assertThat(MigrationNames.numbered(20_260_101_120_001L, "more")).isEqualTo("20260101120001_more");
    }

    @Test
    void aSquashHasTheNumberOfItsLastMember() {
        assertThat(MigrationNames.number("0001_initial_squashed_0007_isbn")).hasValue(7);
    }

    @Test
    void whatNoNumberCanHoldIsNone() {
        assertThat(MigrationNames.number("1234567890123456789012_isbn")).isEmpty();
        assertThat(MigrationNames.number("isbn")).isEmpty();
    }
}
