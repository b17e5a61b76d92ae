package io.kuaka.executor.listener;

import io.kuaka.progress.Progress;
import io.kuaka.progress.ProgressListener;

/** Tells a user's listener of the progress. One that fails is told nothing more: watching a run must not end it. */
public final class ProgressNotifier implements MigrationListener {
    private static final System.Logger LOGGER = System.getLogger("io.kuaka");

    private final ProgressListener listener;
    private boolean hasFailed;

    /** Makes a notifier for one run. */
    public ProgressNotifier(ProgressListener listener) {
        this.listener = listener;
    }

    @Override
    public void progressed(Progress progress) {
        if (hasFailed) {
            return;
        }
        try {
            listener.reached(progress);
        } catch (RuntimeException e) {
            hasFailed = true;
            LOGGER.log(
                    System.Logger.Level.WARNING, "A listener of the progress has failed and is told nothing more.", e);
        }
    }
}
