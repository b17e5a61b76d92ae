package io.kuaka.command;

import io.kuaka.executor.MigrationListener;
import io.kuaka.graph.PlanStep;
import io.kuaka.recorder.LeaseRow;
import io.kuaka.schema.session.Blocker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was done, and passes all notifications on. */
final class RecordingListener implements MigrationListener {
    private final MigrationListener next;
    private final List<Migrate.Done> done = new ArrayList<>();

    RecordingListener(MigrationListener next) {
        this.next = next;
    }

    /** Returns what was done so far, in order. */
    List<Migrate.Done> done() {
        return done;
    }

    @Override
    public void waiting(LeaseRow holder) {
        next.waiting(holder);
    }

    @Override
    public void takenOver(LeaseRow holder) {
        next.takenOver(holder);
    }

    @Override
    public void started(PlanStep step) {
        next.started(step);
    }

    @Override
    public void resumed(PlanStep step, int count, int all) {
        next.resumed(step, count, all);
    }

    @Override
    public void blocked(PlanStep step, List<Blocker> blockers, Duration pause) {
        next.blocked(step, blockers, pause);
    }

    @Override
    public void finished(PlanStep step, Duration duration, boolean faked) {
        done.add(new Migrate.Done(step, duration, faked, List.of()));
        next.finished(step, duration, faked);
    }

    /** Called after {@link #finished}, so it is about the last one. */
    @Override
    public void unsupported(PlanStep step, String what) {
        int last = done.size() - 1;
        Migrate.Done former = done.get(last);
        List<String> unsupported = new ArrayList<>(former.unsupported());
        unsupported.add(what);
        done.set(last, new Migrate.Done(step, former.duration(), former.faked(), unsupported));
        next.unsupported(step, what);
    }

    @Override
    public void failed(PlanStep step) {
        next.failed(step);
    }
}
