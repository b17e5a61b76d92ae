package io.kuaka.operation;

/** An operation for which there is another that does the same without keeping others from writing. */
public interface HasConcurrentForm extends Operation {
    /** Returns the other operation. */
    Operation concurrently();
}
