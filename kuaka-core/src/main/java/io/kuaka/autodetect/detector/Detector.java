package io.kuaka.autodetect.detector;

/** Finds one kind of change, and proposes what it finds, so later detectors see the state after it. */
public interface Detector {
    /** Proposes an operation for each change of this kind. */
    void detect(Detection detection);
}
