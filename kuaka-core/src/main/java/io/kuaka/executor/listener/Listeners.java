package io.kuaka.executor.listener;

import io.kuaka.graph.PlanStep;
import io.kuaka.progress.Progress;
import io.kuaka.recorder.LeaseRow;
import io.kuaka.schema.session.Blocker;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Passes everything on to several listeners, in their order. */
public record Listeners(List<MigrationListener> all) implements MigrationListener {
    public Listeners {
        all = List.copyOf(all);
    }

    /** Returns the listener that passes everything on to these. */
    public static MigrationListener of(MigrationListener... all) {
        return new Listeners(List.of(all));
    }

    @Override
    public void waiting(LeaseRow holder) {
        tell(each -> each.waiting(holder));
    }

    @Override
    public void takenOver(LeaseRow holder) {
        tell(each -> each.takenOver(holder));
    }

    @Override
    public void started(PlanStep step) {
        tell(each -> each.started(step));
    }

    @Override
    public void resumed(PlanStep step, int done, int count) {
        tell(each -> each.resumed(step, done, count));
    }

    @Override
    public void progressed(Progress progress) {
        tell(each -> each.progressed(progress));
    }

    @Override
    public void blocked(PlanStep step, List<Blocker> blockers, Duration pause) {
        tell(each -> each.blocked(step, blockers, pause));
    }

    @Override
    public void finished(PlanStep step, Duration duration, boolean faked) {
        tell(each -> each.finished(step, duration, faked));
    }

    @Override
    public void unsupported(PlanStep step, String what) {
        tell(each -> each.unsupported(step, what));
    }

    @Override
    public void failed(PlanStep step) {
        tell(each -> each.failed(step));
    }

    private void tell(Consumer<MigrationListener> event) {
        all.forEach(event);
    }
}
