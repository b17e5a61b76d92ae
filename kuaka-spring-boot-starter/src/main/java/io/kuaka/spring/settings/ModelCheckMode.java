package io.kuaka.spring.settings;

/** What happens at start if entities have changes without a migration. */
public enum ModelCheckMode {
    WARN,
    FAIL,
    /** They aren't compared. */
    OFF
}
