package io.kuaka.compare;

/** The parts of a schema that can differ. */
public enum Part {
    TABLE("table"),
    COLUMN("column"),
    PRIMARY_KEY("primary key"),
    UNIQUE("unique constraint"),
    CHECK("check"),
    EXCLUSION("exclusion constraint"),
    FOREIGN_KEY("foreign key"),
    INDEX("index"),
    SEQUENCE("sequence"),
    ENUMERATION("enumeration");

    private final String words;

    Part(String words) {
        this.words = words;
    }

    /** Returns it in words, as in {@code foreign key}. */
    public String words() {
        return words;
    }
}
