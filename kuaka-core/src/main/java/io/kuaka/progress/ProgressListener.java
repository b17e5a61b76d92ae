package io.kuaka.progress;

/**
 * Is told how far a run got.
 *
 * <p>It is called by the run itself, between statements, so it should return soon. If it throws an exception, that is logged, the
 * listener is told nothing more, and the run goes on.
 */
@FunctionalInterface
public interface ProgressListener {
    /** The run has reached the next point. */
    void reached(Progress progress);
}
