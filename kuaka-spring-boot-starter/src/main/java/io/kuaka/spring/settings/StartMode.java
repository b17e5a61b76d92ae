package io.kuaka.spring.settings;

/** What happens to a database at start. */
public enum StartMode {
    /** Pending migrations are applied. */
    MIGRATE,
    /** The start fails if migrations are pending: something else applies them. */
    VALIDATE,
    /** The database isn't looked at. */
    NONE
}
