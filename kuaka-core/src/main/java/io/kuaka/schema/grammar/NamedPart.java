package io.kuaka.schema.grammar;

/** What has a name in a schema. Which of them share a namespace differs from database to database. */
public enum NamedPart {
    TABLE("", "@Table(name = …)"),
    SEQUENCE("", "@SequenceGenerator(sequenceName = …)"),
    INDEX("an index of ", "@Index(name = …)"),
    PRIMARY_KEY("the primary key of ", "@Table(name = …)"),
    UNIQUE("a unique constraint of ", "@UniqueConstraint(name = …)"),
    EXCLUSION("an exclusion constraint of ", "@ModelExclusion(name = …)"),
    CHECK("a check of ", "@CheckConstraint(name = …)"),
    FOREIGN_KEY("a foreign key of ", "@ForeignKey(name = …)");

    private final String words;
    private final String declaration;

    NamedPart(String words, String declaration) {
        this.words = words;
        this.declaration = declaration;
    }

    /** Returns a part of a table, or a table or sequence itself, in words. */
    String of(String owner) {
        return words + (this == SEQUENCE ? "sequence" : "table") + " \"" + owner + "\"";
    }

    /** Returns where an entity declares the name. */
    String declaration() {
        return declaration;
    }
}
