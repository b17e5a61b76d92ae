package io.kuaka.it.interruption;

import io.kuaka.it.interruption.KilledRun.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;

/**
 * A moment at which something happens to a run that isn't its own doing: before a call to its database, within it, or after it.
 *
 * @param micros how long after the beginning of the call, if it is to be within it
 */
record Disturbance(int call, Moment moment, long micros) {
    /** What happens. */
    @FunctionalInterface
    interface Event {
        void happen() throws Exception;
    }

    /** Returns random moments, spread over all calls of a run. */
    static List<Disturbance> over(int calls, int count, Random random) {
        List<Disturbance> moments = new ArrayList<>();
        int stretch = calls / count;
        for (int i = 0; i < count; i++) {
            Moment moment = Moment.values()[random.nextInt(3)];
            moments.add(new Disturbance(1 + i * stretch + random.nextInt(stretch), moment, random.nextInt(2_000)));
        }
        return moments;
    }

    /** Returns the hands in which calls go on as ever, but for that one. */
    CountedCalls.Hands by(Event event) {
        return (number, made) -> number == call ? disturbed(made, event) : made.run();
    }

    private Object disturbed(CountedCalls.Call made, Event event) throws Throwable {
        return switch (moment) {
            case BEFORE -> {
                event.happen();
                yield made.run();
            }
            case INSIDE -> {
                FutureTask<Boolean> other = new FutureTask<>(() -> happenSoon(event));
                new Thread(other).start();
                try {
                    yield made.run();
                } finally {
                    other.get();
                }
            }
            case AFTER -> {
                Object result = made.run();
                event.happen();
                yield result;
            }
        };
    }

    private boolean happenSoon(Event event) throws Exception {
        Thread.sleep(micros / 1000, (int) (micros % 1000) * 1000);
        event.happen();
        return true;
    }
}
