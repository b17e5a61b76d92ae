package io.kuaka.it.entities;

import java.util.List;

/** Where the ids of a random entity come from; {@code %1$s} is the name of the entity. */
enum IdKind {
    LONG("@Id Long id;"),
    INTEGER("@Id Integer id;"),
    TEXT("@Id @Column(length = 30) String id;"),
    IDENTITY("@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;"),
    SMALL_IDENTITY("@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;"),
    SEQUENCE("@Id @GeneratedValue Long id;"),
    NAMED_SEQUENCE("@Id @GeneratedValue(generator = \"%1$s_ids\")"
            + " @SequenceGenerator(name = \"%1$s_ids\", sequenceName = \"%1$s_ids\", allocationSize = 10) Long id;"),
    TABLE("@Id @GeneratedValue(strategy = GenerationType.TABLE) Long id;"),
    NATIVE("@Id @NativeGenerator Long id;"),
    UUID("@Id @GeneratedValue UUID id;"),
    KEY("@EmbeddedId Key id;", "shelf", "slot"),
    LONGER_KEY("@EmbeddedId LongerKey id;", "shelf", "slot", "number"),
    ID_CLASS("@Id @Column(length = 20) String shelf; @Id @Column(length = 20) String slot;", "shelf", "slot");

    private final String source;
    private final List<String> parts;

    IdKind(String source, String... parts) {
        this.source = source;
        this.parts = List.of(parts);
    }

    String source(String entity) {
        return source.formatted(entity);
    }

    /** Returns the annotation of the entity. */
    String annotation() {
        return this == ID_CLASS ? " @IdClass(Key.class)" : "";
    }

    /** Returns the columns of a key of several columns; none for others. */
    List<String> parts() {
        return parts;
    }

    /** Returns whether a subclass can have a table of its own with all columns. */
    boolean isForTablePerClass() {
        return this != IDENTITY && this != SMALL_IDENTITY && this != NATIVE;
    }
}
