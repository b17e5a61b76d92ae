package io.kuaka.spring.start;

import io.kuaka.executor.LoggingListener;
import io.kuaka.executor.MigrationListener;
import io.kuaka.graph.PlanStep;
import io.kuaka.recorder.LeaseRow;
import io.kuaka.schema.session.Blocker;
import io.kuaka.spring.MigrationEvent;
import io.kuaka.spring.MigrationEvent.Phase;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;

/** Logs the progress of a run, and publishes it to the application. */
final class ProgressEvents implements MigrationListener {
    private final LoggingListener log = new LoggingListener();
    private final String dataSource;
    private final ApplicationEventPublisher publisher;

    ProgressEvents(String dataSource, ApplicationEventPublisher publisher) {
        this.dataSource = dataSource;
        this.publisher = publisher;
    }

    @Override
    public void waiting(LeaseRow holder) {
        log.waiting(holder);
    }

    @Override
    public void takenOver(LeaseRow holder) {
        log.takenOver(holder);
    }

    @Override
    public void started(PlanStep step) {
        publish(step, Phase.STARTED);
    }

    @Override
    public void blocked(PlanStep step, List<Blocker> blockers, Duration pause) {
        log.blocked(step, blockers, pause);
    }

    @Override
    public void finished(PlanStep step, Duration duration, boolean faked) {
        log.finished(step, duration, faked);
        publish(step, Phase.FINISHED);
    }

    @Override
    public void failed(PlanStep step) {
        publish(step, Phase.FAILED);
    }

    private void publish(PlanStep step, Phase phase) {
        publisher.publishEvent(new MigrationEvent(dataSource, step.key().toString(), phase));
    }
}
