package io.kuaka.it.entities;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The entities of one version of a random application, before they are written. */
record SketchedVersion(List<EntitySketch> entities, boolean isAudited) {
    static final String HEAD = """
            import io.kuaka.annotations.*;
            import jakarta.persistence.*;
            import jakarta.persistence.Index;
            import jakarta.persistence.Table;
            import java.math.BigDecimal;
            import java.time.*;
            import java.util.*;
            import org.hibernate.annotations.JdbcTypeCode;
            import org.hibernate.type.SqlTypes;

            @Embeddable record Key(@Column(length = 20) String shelf, @Column(length = 20) String slot) implements java.io.Serializable {}
            @Embeddable record LongerKey(@Column(length = 20) String shelf, @Column(length = 20) String slot, Integer number)
                    implements java.io.Serializable {}
            @Embeddable record Place(@Column(length = 60) String street, Integer number) {}
            @Converter class Cents implements AttributeConverter<BigDecimal, Long> {
                public Long convertToDatabaseColumn(BigDecimal value) {
                    return value == null ? null : value.movePointRight(2).longValue();
                }
                public BigDecimal convertToEntityAttribute(Long stored) {
                    return stored == null ? null : BigDecimal.valueOf(stored, 2);
                }
            }
            @Converter class Flags implements AttributeConverter<Boolean, String> {
                public String convertToDatabaseColumn(Boolean value) {
                    return value == null ? null : value ? "on" : "off";
                }
                public Boolean convertToEntityAttribute(String stored) {
                    return stored == null ? null : List.of("off", "on").indexOf(stored) == 1;
                }
            }
            """;

    /** Returns the entities as the next version begins with them. */
    SketchedVersion copy(boolean isAuditedNow) {
        return new SketchedVersion(
                new ArrayList<>(entities.stream().map(EntitySketch::copy).toList()), isAuditedNow);
    }

    Optional<EntitySketch> entity(String name) {
        return entities.stream().filter(entity -> entity.name.equals(name)).findFirst();
    }

    /** Returns the entity at the top of the hierarchy. */
    EntitySketch root(EntitySketch entity) {
        EntitySketch root = entity;
        while (root.parent != null) {
            root = entity(root.parent).orElseThrow();
        }
        return root;
    }

    private boolean isExtended(EntitySketch entity) {
        return entities.stream().anyMatch(other -> entity.name.equals(other.parent));
    }

    String source() {
        return HEAD
                + entities.stream()
                        .map(entity -> entity.source(isExtended(entity), isAudited))
                        .collect(Collectors.joining());
    }

    /** Makes the entities such that Hibernate accepts them and rows can be inserted one entity after the other. */
    SketchedVersion repaired() {
        entities.forEach(this::repairHierarchy);
        Set<String> taken = new HashSet<>();
        Set<String> tables = new HashSet<>();
        for (EntitySketch entity : entities) {
            if (entity.table != null && !tables.add(entity.table.toLowerCase(Locale.ROOT))) {
                entity.table = null;
            }
            entity.attributes.removeIf(attribute -> attribute.kind.hasTarget() && !isPossible(attribute));
            for (AttributeSketch attribute : entity.attributes) {
                repair(entity, attribute);
                repairNames(entity, attribute, taken);
            }
        }
        return this;
    }

    private void repairHierarchy(EntitySketch entity) {
        int place = entities.indexOf(entity);
        if (entity.parent != null
                && entities.stream().limit(place).noneMatch(other -> other.name.equals(entity.parent))) {
            entity.parent = null;
        }
        EntitySketch root = root(entity);
        // Envers can't set the fields of a record that is a key. Hibernate may read a subclass before the derived key.
        if (entity.id.isDerived() && (!canHaveBase(entity) || isExtended(entity))
                || isAudited && !entity.id.parts().isEmpty()) {
            entity.id = IdKind.LONG;
        }
        if (entity != root || isExtended(entity)) {
            if (root.inheritance.equals("TABLE_PER_CLASS") && !root.id.isForTablePerClass()) {
                root.inheritance = "JOINED";
            }
            if (root.inheritance.equals("SINGLE_TABLE") && entity != root) {
                entity.table = null;
                entity.uniques.clear();
                entity.indexes.clear();
                entity.attributes.forEach(attribute -> attribute.isRequired = false);
            }
        }
    }

    /** The entity with the same key comes earlier, so that its rows are there, and all its rows are in one table. */
    private boolean canHaveBase(EntitySketch entity) {
        return entities.stream()
                .limit(entities.indexOf(entity))
                .anyMatch(other -> other.name.equals(entity.base)
                        && !isAudited
                        && root(other).id.canBeBaseOf(entity.id)
                        && !root(other).inheritance.equals("TABLE_PER_CLASS"));
    }

    /** The random references are held to one table. */
    private boolean isPossible(AttributeSketch attribute) {
        return entity(String.valueOf(attribute.other))
                .filter(target -> !root(target).inheritance.equals("TABLE_PER_CLASS") || !isExtended(target))
                .isPresent();
    }

    private void repair(EntitySketch entity, AttributeSketch attribute) {
        attribute.keyParts = List.of();
        // Envers would keep both in one table.
        if (isAudited
                && attribute.kind == AttributeKind.ONE_TO_MANY_COLUMN
                && entity.attributes.stream()
                        .takeWhile(other -> other != attribute)
                        .anyMatch(other -> other.kind == attribute.kind && other.other.equals(attribute.other))) {
            attribute.kind = AttributeKind.ONE_TO_MANY;
        }
        if (attribute.kind.hasTarget()) {
            EntitySketch target = entity(String.valueOf(attribute.other)).orElseThrow();
            boolean isFar = attribute.kind == AttributeKind.ONE_TO_MANY_COLUMN;
            if (attribute.kind.hasJoinColumns()) {
                attribute.keyParts = root(isFar ? entity : target).id.parts();
            }
            boolean isEarlier = entities.indexOf(root(target)) < entities.indexOf(root(entity))
                    && entities.indexOf(target) < entities.indexOf(entity);
            attribute.isRequired &= isEarlier && attribute.kind == AttributeKind.MANY_TO_ONE;
        }
        attribute.isUnique &= attribute.kind.canBeUnique();
    }

    /** Gives each column, table and constraint a name that nothing else has. */
    private void repairNames(EntitySketch entity, AttributeSketch attribute, Set<String> taken) {
        String root = root(entity).name.toLowerCase(Locale.ROOT);
        while (!taken.add(root + "." + attribute.name)) {
            attribute.name += "Too";
        }
        boolean isColumn = attribute.kind.hasColumn() || attribute.kind == AttributeKind.EMBEDDED;
        String scope = isColumn ? root + ":" : "";
        if (attribute.kind == AttributeKind.ONE_TO_MANY_COLUMN) {
            EntitySketch target = entity(String.valueOf(attribute.other)).orElseThrow();
            scope = root(target).name.toLowerCase(Locale.ROOT) + ":";
        }
        if (!isColumn && attribute.place == null && attribute.other != null) {
            attribute.place = root + "_" + attribute.name;
        }
        String place = attribute.place != null ? attribute.place : attribute.name;
        if (attribute.kind != AttributeKind.EMBEDDED && (isColumn || attribute.place != null)) {
            while (!taken.add(scope + place.toLowerCase(Locale.ROOT))) {
                place += "_2";
                attribute.place = place;
            }
        }
        if (attribute.kind.isEnum()) {
            attribute.other = entity.name + "Of" + attribute.name;
            if (attribute.constants.isEmpty()) {
                attribute.constants = List.of("RED", "GREEN", "BLUE");
            }
        }
    }
}
