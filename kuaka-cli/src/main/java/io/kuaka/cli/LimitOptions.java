package io.kuaka.cli;

import io.kuaka.cli.arguments.DurationConverter;
import io.kuaka.schema.session.TimeLimits;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How long statements may wait and run. */
final class LimitOptions {
    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            defaultValue = "5s",
            converter = DurationConverter.class,
            description =
                    "How long a statement that needs a strong lock waits for it, on PostgreSQL, MySQL and MariaDB;"
                            + " 0 for as long as the database is set up for.")
    private Duration lock = TimeLimits.standard().lock();

    @Option(
            names = "--statement-timeout",
            paramLabel = "TIME",
            defaultValue = "0",
            converter = DurationConverter.class,
            description =
                    "How long a statement may take, on PostgreSQL and MariaDB, and a query on MySQL; 0 for any time.")
    private Duration statement = TimeLimits.standard().statement();

    TimeLimits limits() {
        return TimeLimits.of(lock, statement);
    }
}
