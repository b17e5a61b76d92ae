package io.kuaka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("looks at the loggers of the JVM")
class QuietLibrariesTest {
    private static final Logger DRIVER = Logger.getLogger("org.example.driver");
    private static final Logger KUAKA = Logger.getLogger("io.kuaka.example");

    @Test
    void driversAreSilentDuringACommandAndKuakaIsNot() {
        boolean before = DRIVER.isLoggable(Level.WARNING);

        int code = QuietLibraries.during(() -> {
            assertThat(DRIVER.isLoggable(Level.SEVERE)).isFalse();
            assertThat(KUAKA.isLoggable(Level.INFO)).isTrue();
            return 7;
        });

        assertThat(code).isEqualTo(7);
        assertThat(DRIVER.isLoggable(Level.WARNING)).isEqualTo(before);
    }
}
