package io.kuaka.command;

import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.PlanStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was done. */
final class RecordingListener implements MigrationListener {
    private final List<Migrate.Done> done = new ArrayList<>();

    /** Returns what was done so far, in order. */
    List<Migrate.Done> done() {
        return done;
    }

    @Override
    public void finished(PlanStep step, Duration duration, boolean faked) {
        done.add(new Migrate.Done(step, duration, faked, List.of()));
    }

    /** Called after {@link #finished}, so it is about the last one. */
    @Override
    public void unsupported(PlanStep step, String what) {
        int last = done.size() - 1;
        Migrate.Done former = done.get(last);
        List<String> unsupported = new ArrayList<>(former.unsupported());
        unsupported.add(what);
        done.set(last, new Migrate.Done(step, former.duration(), former.faked(), unsupported));
    }
}
