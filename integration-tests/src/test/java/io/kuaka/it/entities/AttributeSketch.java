package io.kuaka.it.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An attribute of a random entity, before it is written. */
final class AttributeSketch {
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
        return (formerName == null ? "" : "@RenamedFrom(\"" + formerName + "\") ")
                + kind.declaration(String.valueOf(other), settings(), name) + " " + name + ";";
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

    /** Returns the source of the enumeration that the attribute has a type of its own for; empty for other attributes. */
    String enumSource() {
        return kind.isEnum()
                ? "enum " + other + " { " + constants.stream().collect(Collectors.joining(", ")) + " }\n"
                : "";
    }
}
