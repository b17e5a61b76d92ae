package io.kuaka.it.entities;

import java.util.Locale;

/** What a random attribute can be, and how it is written. {@code %s} in a mapping is the column or table of the attribute. */
enum AttributeKind {
    INTEGER("Integer", "@Column(%s)", true),
    LONG("Long", "@Column(%s)", true),
    SHORT("Short", "@Column(%s)", true),
    DOUBLE("Double", "@Column(%s)", true),
    DECIMAL("BigDecimal", "@Column(%s, precision = 12, scale = 2)", true),
    TEXT("String", "@Column(%s)", true),
    SHORT_TEXT("String", "@Column(%s, length = 20)", true),
    LONG_TEXT("String", "@Column(%s, length = 4000)", true),
    SIZED_LONG_TEXT("String", "@JdbcTypeCode(SqlTypes.LONG32VARCHAR) @Column(%s, length = 20000)", true),
    BOOLEAN("Boolean", "@Column(%s)", true),
    DATE("LocalDate", "@Column(%s)", true),
    DATE_TIME("LocalDateTime", "@Column(%s)", true),
    UUID("UUID", "@Column(%s)", true),
    BYTES("byte[]", "@Column(%s)", true),
    SIZED_LONG_BYTES("byte[]", "@JdbcTypeCode(SqlTypes.LONG32VARBINARY) @Column(%s, length = 20000)", true),
    ENUM_NAME("%2$s", "@Enumerated(EnumType.STRING) @Column(%s)", true),
    ENUM_ORDINAL("%2$s", "@Enumerated(EnumType.ORDINAL) @Column(%s)", true),
    ENUM_CODE("%2$s", "@Convert(converter = %2$sCodes.class) @Column(%s)", true),
    CENTS("BigDecimal", "@Convert(converter = Cents.class) @Column(%s)", true),
    FLAG("Boolean", "@Convert(converter = Flags.class) @Column(%s)", true),
    EMBEDDED(
            "Place",
            "@Embedded @AttributeOverride(name = \"street\", column = @Column(name = \"%2$s_street\"))"
                    + " @AttributeOverride(name = \"number\", column = @Column(name = \"%2$s_number\"))",
            false),
    MANY_TO_ONE("%2$s", "@ManyToOne @JoinColumn(%s)", true),
    ONE_TO_ONE("%2$s", "@OneToOne @JoinColumn(%s)", true),
    MANY_TO_MANY("Set<%2$s>", "@ManyToMany @JoinTable(%s)", false),
    MANY_TO_MANY_LIST("List<%2$s>", "@ManyToMany @JoinTable(%s)", false),
    ONE_TO_MANY("Set<%2$s>", "@OneToMany @JoinTable(%s)", false),
    ONE_TO_MANY_COLUMN("Set<%2$s>", "@OneToMany @JoinColumn(%s)", false),
    ELEMENTS("Set<String>", "@ElementCollection @Column(length = 40) @CollectionTable(%s)", false),
    ELEMENT_LIST("List<String>", "@ElementCollection @OrderColumn @Column(length = 40) @CollectionTable(%s)", false),
    ELEMENT_MAP("Map<String, Integer>", "@ElementCollection @CollectionTable(%s)", false),
    PLACES("Set<Place>", "@ElementCollection @CollectionTable(%s)", false);

    private final String type;
    private final String mapping;
    private final boolean hasColumn;

    AttributeKind(String type, String mapping, boolean hasColumn) {
        this.type = type;
        this.mapping = mapping;
        this.hasColumn = hasColumn;
    }

    /** Returns whether a column of the entity's table, whose name and rules can be stated, holds the attribute. */
    boolean hasColumn() {
        return hasColumn;
    }

    boolean hasTarget() {
        return name().contains("_TO_");
    }

    /** Returns whether columns of the owner's or the target's table refer to the other one. */
    boolean hasJoinColumns() {
        return mapping.contains("@JoinColumn(");
    }

    boolean isEnum() {
        return name().startsWith("ENUM_");
    }

    /** Returns whether two rows never need the same value. */
    boolean canBeUnique() {
        return hasColumn
                && !isEnum()
                && !hasTarget()
                && this != BOOLEAN
                && this != FLAG
                && this != BYTES
                && !name().contains("LONG_");
    }

    /** Returns the annotations and the type, for an attribute of another class and with settings of its column or table. */
    String declaration(String other, String settings, String attribute) {
        String annotations = this == EMBEDDED
                ? mapping.formatted("", attribute.toLowerCase(Locale.ROOT))
                : mapping.formatted(settings, other).replace("(, ", "(").replace("@Column()", "@Basic");
        return annotations + " " + type.formatted("", other);
    }
}
