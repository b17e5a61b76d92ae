package io.kuaka.it.interruption;

import io.kuaka.it.support.JavaProcess;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.lease.LeaseTerms;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;

/**
 * A process that migrates, and is killed at one of the calls that its database hears of.
 *
 * <p>Arguments: address, user, password, rows, the number of the call from 1 (0 for none), and when in it.
 */
public final class KilledRun {
    /** When the process is killed. */
    enum Moment {
        BEFORE,
        INSIDE,
        AFTER
    }

    private KilledRun() {}

    /** Starts such a process; {@code call} 0 lets it run to its end. */
    static Process start(TestDatabase database, int rows, int call, Moment moment) throws IOException {
        return JavaProcess.start(
                KilledRun.class,
                database.url(),
                database.user(),
                database.password(),
                Integer.toString(rows),
                Integer.toString(call),
                moment.name());
    }

    public static void main(String[] arguments) throws Exception {
        int point = Integer.parseInt(arguments[4]);
        Moment moment = Moment.valueOf(arguments[5]);
        try (Connection real = DriverManager.getConnection(arguments[0], arguments[1], arguments[2])) {
            CountedCalls calls = new CountedCalls(real, (number, call) -> {
                if (number != point) {
                    return call.run();
                }
                return killed(moment, call);
            });
            LeaseTerms terms = LeaseTerms.standard()
                    .waiting(Duration.ofMinutes(3))
                    .beatingOn(() -> DriverManager.getConnection(arguments[0], arguments[1], arguments[2]));
            LongHistory.migrate(LongHistory.of(Integer.parseInt(arguments[3])), calls.connection(), terms);
        }
    }

    private static Object killed(Moment moment, CountedCalls.Call call) throws Throwable {
        switch (moment) {
            case BEFORE -> die();
            case INSIDE -> killSoon();
            case AFTER -> {
                call.run();
                die();
            }
        }
        Object result = call.run();
        Thread.sleep(60_000);
        return result;
    }

    private static void die() throws IOException, InterruptedException {
        killSoon();
        Thread.sleep(60_000);
    }

    /** The signal is on its way while the caller goes on. */
    private static void killSoon() throws IOException {
        new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid())).start();
    }
}
