package io.kuaka.compare;

/** What a difference between a database and its history does, the worst first. */
public enum Severity {
    /** The application that the models belong to fails, or reads and writes other values than it means to. */
    BREAKS_APPLICATION("breaks the application"),
    /** The application works, but rows aren't held to a rule, or a later migration fails. */
    BREAKS_MIGRATIONS("breaks later migrations"),
    /** Nothing depends on it. */
    COSMETIC("cosmetic");

    private final String words;

    Severity(String words) {
        this.words = words;
    }

    /** Returns it in words. */
    public String words() {
        return words;
    }
}
