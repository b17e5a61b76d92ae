package io.kuaka.graph;

/** Whether a migration is applied or reversed. */
public enum Direction {
    /** It is applied. */
    FORWARD,
    /** It is reversed. */
    BACKWARD
}
