package io.kuaka.it.entities;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the ids of a random entity come from; {@code %1$s} is the name of the entity, {@code %2$s} the annotation of the column
 * and {@code %3$s} the entity whose key is also that of this one.
 */
enum IdKind {
    LONG("@Id %2$s Long id;"),
    INTEGER("@Id %2$s Integer id;"),
    TEXT("@Id @Column(%4$slength = 30) String id;"),
    IDENTITY("@Id %2$s @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;"),
    SMALL_IDENTITY("@Id %2$s @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;"),
    SEQUENCE("@Id %2$s @GeneratedValue Long id;"),
    NAMED_SEQUENCE("@Id %2$s @GeneratedValue(generator = \"%1$s_ids\")"
            + " @SequenceGenerator(name = \"%1$s_ids\", sequenceName = \"%1$s_ids\", allocationSize = 10) Long id;"),
    /** The same sequence with another increment. */
    SEQUENCE_BY_ONE("@Id %2$s @GeneratedValue(generator = \"%1$s_ids\")"
            + " @SequenceGenerator(name = \"%1$s_ids\", sequenceName = \"%1$s_ids\", allocationSize = 1) Long id;"),
    /** One sequence for all such entities. */
    SHARED_SEQUENCE("@Id %2$s @GeneratedValue(generator = \"%1$s_numbers\")"
            + " @SequenceGenerator(name = \"%1$s_numbers\", sequenceName = \"all_ids\", allocationSize = 5) Long id;"),
    SMALL_SEQUENCE("@Id %2$s @GeneratedValue Integer id;"),
    TABLE("@Id %2$s @GeneratedValue(strategy = GenerationType.TABLE) Long id;"),
    NAMED_TABLE("@Id %2$s @GeneratedValue(generator = \"%1$s_rows\") @TableGenerator(name = \"%1$s_rows\","
            + " table = \"all_numbers\", pkColumnValue = \"%1$s\", allocationSize = 5) Long id;"),
    TABLE_BY_ONE("@Id %2$s @GeneratedValue(generator = \"%1$s_rows\") @TableGenerator(name = \"%1$s_rows\","
            + " table = \"all_numbers\", pkColumnValue = \"%1$s\", allocationSize = 1) Long id;"),
    NATIVE("@Id %2$s @org.hibernate.annotations.NativeGenerator Long id;"),
    UUID("@Id %2$s @GeneratedValue UUID id;"),
    ASSIGNED_UUID("@Id %2$s UUID id;"),
    UUID_TEXT("@Id @Column(%4$slength = 36) @GeneratedValue(strategy = GenerationType.UUID) String id;"),
    KEY("@EmbeddedId Key id;", "shelf", "slot"),
    LONGER_KEY("@EmbeddedId LongerKey id;", "shelf", "slot", "number"),
    ID_CLASS("@Id @Column(length = 20) String shelf; @Id @Column(length = 20) String slot;", "shelf", "slot"),
    /** The key is a reference. */
    REFERENCE("@Id @ManyToOne @JoinColumn(%5$s) %3$s base;"),
    /** The key is a number that a reference gives. */
    MAPPED("@Id Long id; @MapsId @OneToOne @JoinColumn(%5$s) %3$s base;");

    private final String source;
    private final List<String> parts;

    IdKind(String source, String... parts) {
        this.source = source;
        this.parts = List.of(parts);
    }

    /** Returns the attributes of the id, in a column of its own name if one is given. */
    String source(String entity, @Nullable String column, @Nullable String base) {
        String name = column == null ? "" : "name = \"" + column + "\"";
        return source.formatted(
                entity, column == null ? "" : "@Column(" + name + ")", base, column == null ? "" : name + ", ", name);
    }

    /** Returns the annotation of the entity. */
    String annotation() {
        return this == ID_CLASS ? " @IdClass(Key.class)" : "";
    }

    /** Returns the columns of a key of several columns; none for others. */
    List<String> parts() {
        return parts;
    }

    /** Returns whether the key is that of another entity, too. */
    boolean isDerived() {
        return this == REFERENCE || this == MAPPED;
    }

    /** Returns whether the key of an entity can be that of another one with a key of the kind {@code derived}. */
    boolean canBeBaseOf(IdKind derived) {
        return derived == REFERENCE
                ? parts.isEmpty() && !isDerived()
                : isNumber() && this != INTEGER && this != NATIVE && !name().startsWith("SMALL_");
    }

    /** Returns whether the key is one number, so that it can get its values from elsewhere. */
    boolean isNumber() {
        return parts.isEmpty() && !isDerived() && !name().contains("UUID") && this != TEXT;
    }

    /** Returns the keys that are one number. */
    static List<IdKind> numbers() {
        return Stream.of(values()).filter(IdKind::isNumber).toList();
    }

    /** Returns whether a subclass can have a table of its own with all columns. */
    boolean isForTablePerClass() {
        return this != IDENTITY && this != SMALL_IDENTITY && this != NATIVE;
    }
}
