package io.kuaka.operation;

/** An operation with another form that does the same without blocking writes. */
public interface HasConcurrentForm extends Operation {
    /** Returns the other operation. */
    Operation concurrently();
}
