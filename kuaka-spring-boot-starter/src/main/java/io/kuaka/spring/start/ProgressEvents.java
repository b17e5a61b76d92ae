package io.kuaka.spring.start;

import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.PlanStep;
import io.kuaka.progress.Progress;
import io.kuaka.spring.MigrationEvent;
import io.kuaka.spring.MigrationEvent.Phase;
import io.kuaka.spring.MigrationProgressEvent;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;

/** Publishes the progress of a run to the application. */
final class ProgressEvents implements MigrationListener {
    private final String dataSource;
    private final ApplicationEventPublisher publisher;

    ProgressEvents(String dataSource, ApplicationEventPublisher publisher) {
        this.dataSource = dataSource;
        this.publisher = publisher;
    }

    @Override
    public void started(PlanStep step) {
        publish(step, Phase.STARTED);
    }

    @Override
    public void progressed(Progress progress) {
        publisher.publishEvent(new MigrationProgressEvent(dataSource, progress));
    }

    @Override
    public void finished(PlanStep step, Duration duration, boolean faked) {
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
