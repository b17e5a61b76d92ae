package io.kuaka.it.entities;

/** Where the ids of a random entity come from; {@code %1$s} is the name of the entity. */
enum IdKind {
    LONG("@Id Long"),
    INTEGER("@Id Integer"),
    TEXT("@Id @Column(length = 30) String"),
    IDENTITY("@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long"),
    SMALL_IDENTITY("@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer"),
    SEQUENCE("@Id @GeneratedValue Long"),
    NAMED_SEQUENCE("@Id @GeneratedValue(generator = \"%1$s_ids\")"
            + " @SequenceGenerator(name = \"%1$s_ids\", sequenceName = \"%1$s_ids\", allocationSize = 10) Long"),
    TABLE("@Id @GeneratedValue(strategy = GenerationType.TABLE) Long"),
    NATIVE("@Id @NativeGenerator Long"),
    UUID("@Id @GeneratedValue UUID"),
    COMPOSITE("@EmbeddedId Key");

    private final String source;

    IdKind(String source) {
        this.source = source;
    }

    String source(String entity) {
        return source.formatted(entity);
    }

    /** Returns whether a subclass can have a table of its own with all columns. */
    boolean isForTablePerClass() {
        return this != IDENTITY && this != SMALL_IDENTITY && this != NATIVE;
    }
}
