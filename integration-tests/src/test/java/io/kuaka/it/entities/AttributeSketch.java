package io.kuaka.it.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An attribute of a random entity, before it is written. */
final class AttributeSketch {
    /** Stores the constants of an enumeration by the letters behind the first one, as {@code ed} for {@code RED}. */
    private static final String CODES = """
            @Converter class %1$sCodes implements AttributeConverter<%1$s, String> {
                public String convertToDatabaseColumn(%1$s value) {
                    return value == null ? null : value.name().substring(1).toLowerCase(Locale.ROOT);
                }
                public %1$s convertToEntityAttribute(String stored) {
                    return stored == null ? null : Arrays.stream(%1$s.values())
                            .filter(each -> convertToDatabaseColumn(each).equals(stored)).findFirst().orElseThrow();
                }
            }
            """;

    String name;
    AttributeKind kind;
    /** The name of the column or table; null for the one that Hibernate chooses. */
    @Nullable
    String place;

    boolean isRequired;
    boolean isUnique;
    /** The name of the other entity, or of the enumeration. */
    @Nullable
    String other;

    List<String> constants = List.of();

    /** The columns of the key that join columns refer to, if there are several. */
    List<String> keyParts = List.of();

    @Nullable
    String formerName;

    AttributeSketch(String name, AttributeKind kind) {
        this.name = name;
        this.kind = kind;
    }

    /** Returns the attribute as the next version begins with it: its former names are in the past. */
    AttributeSketch copy() {
        AttributeSketch copy = new AttributeSketch(name, kind);
        copy.place = place;
        copy.isRequired = isRequired;
        copy.isUnique = isUnique;
        copy.other = other;
        copy.constants = constants;
        return copy;
    }

    String source() {
        String declaration = keyParts.isEmpty()
                ? kind.declaration(String.valueOf(other), settings(), name)
                : kind.declaration(String.valueOf(other), joinColumns(), name)
                        .replace("@JoinColumn({", "@JoinColumns({");
        return (formerName == null ? "" : "@RenamedFrom(\"" + formerName + "\") ") + declaration + " " + name + ";";
    }

    private String joinColumns() {
        String column = "@JoinColumn(name = \"%s_%s\", referencedColumnName = \"%s\"%s)";
        return keyParts.stream()
                .map(part -> column.formatted(
                        place == null ? name : place, part, part, isRequired ? ", nullable = false" : ""))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String settings() {
        List<String> settings = new ArrayList<>();
        if (place != null) {
            settings.add("name = \"" + place + "\"");
        }
        if (kind.hasColumn() && isRequired) {
            settings.add("nullable = false");
        }
        if (kind.hasColumn() && isUnique) {
            settings.add("unique = true");
        }
        return String.join(", ", settings);
    }

    /** Returns the source of the enumeration that the attribute has a type of its own for, and of its converter. */
    String enumSource() {
        String converter = kind == AttributeKind.ENUM_CODE ? CODES.formatted(other) : "";
        return kind.isEnum() ? "enum " + other + " { " + String.join(", ", constants) + " }\n" + converter : "";
    }
}
