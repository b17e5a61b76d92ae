package io.kuaka.entity;

/**
 * How entities are written.
 *
 * @param packageName the package of the classes
 * @param prefix what the names of tables begin with and those of classes don't, such as {@code t_}; empty for nothing
 * @param keys the form of composite keys
 * @param isJakarta32 whether checks, comments and fractions of seconds are written as Jakarta Persistence knows them since
 *     3.2, instead of with annotations of Hibernate that are deprecated since
 */
public record EntityOptions(String packageName, String prefix, Keys keys, boolean isJakarta32) {
    /** The form of a key of several columns. */
    public enum Keys {
        /** {@code @IdClass} with a class. */
        CLASS,
        /** {@code @IdClass} with a record. */
        RECORD,
        /** {@code @EmbeddedId} with a class. */
        EMBEDDED
    }
}
