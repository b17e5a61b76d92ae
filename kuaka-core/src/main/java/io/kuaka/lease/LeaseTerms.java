package io.kuaka.lease;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The terms on which a run takes and keeps the lease.
 *
 * @param patience how long it waits for another run to end
 * @param beat the time between two signs of life
 * @param limit how long others see no sign of life before they take the lease over
 * @param limitAlone the same if signs of life come only between statements, without a second connection
 * @param second opens the connection for signs of life; null if there is only the run's own
 */
public record LeaseTerms(
        Duration patience,
        Duration beat,
        Duration limit,
        Duration limitAlone,
        @Nullable SecondConnection second) {
    private static final LeaseTerms STANDARD = new LeaseTerms(
            Duration.ofMinutes(10), Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5), null);

    /** Opens a connection to the same database. */
    @FunctionalInterface
    public interface SecondConnection {
        Connection open() throws SQLException;
    }

    /** Returns the default terms. */
    public static LeaseTerms standard() {
        return STANDARD;
    }

    /** Returns these terms with another waiting time. */
    public LeaseTerms waiting(Duration newWait) {
        return new LeaseTerms(newWait, beat, limit, limitAlone, second);
    }

    /** Returns these terms with signs of life on a connection of their own. */
    public LeaseTerms beatingOn(SecondConnection newSecond) {
        return new LeaseTerms(patience, beat, limit, limitAlone, newSecond);
    }
}
