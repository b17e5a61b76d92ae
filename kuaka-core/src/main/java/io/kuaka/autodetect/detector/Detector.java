package io.kuaka.autodetect.detector;

/** Finds one kind of change. What it finds it proposes, so that later detectors see the state after it. */
public interface Detector {
    /** Proposes an operation for each change of this kind. */
    void detect(Detection detection);
}
