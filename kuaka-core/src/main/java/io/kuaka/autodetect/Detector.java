package io.kuaka.autodetect;

/** Finds one kind of change. What it finds it proposes, so that later detectors see the state after it. */
interface Detector {
    /** Proposes an operation for each change of this kind. */
    void detect(Detection detection);
}
