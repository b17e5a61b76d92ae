package io.kuaka.graph;

/** Which way a migration is run. */
public enum Direction {
    /** It is applied. */
    FORWARD,
    /** It is reversed. */
    BACKWARD
}
