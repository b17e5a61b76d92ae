package io.kuaka.it.entities;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes entities, and changes them as a developer might, the same ones for the same seed. */
final class RandomEntities {
    private static final List<String> ENTITIES = List.of("Boat", "Pier", "Crew", "Cargo", "Lamp");
    private static final List<String> ATTRIBUTES =
            List.of("title", "note", "weight", "since", "grade", "code", "mark", "depth", "colour", "owner");
    private static final List<String> INHERITANCES = List.of("SINGLE_TABLE", "JOINED", "TABLE_PER_CLASS");
    private static final List<String> CONSTANTS = List.of("RED", "GREEN", "BLUE", "WHITE");

    private final Random random;

    RandomEntities(long seed) {
        // The first numbers of neighbouring seeds are alike otherwise.
        random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    }

    SketchedVersion next() {
        SketchedVersion version = new SketchedVersion(new ArrayList<>(), chance(8));
        int count = 1 + random.nextInt(3);
        for (String name : shuffled(ENTITIES).subList(0, count)) {
            addEntity(version, name);
        }
        for (EntitySketch entity : version.entities()) {
            for (String name : shuffled(ATTRIBUTES).subList(0, 1 + random.nextInt(4))) {
                entity.attributes.add(attribute(version, name));
            }
            addMembers(entity);
        }
        return version.repaired();
    }

    /** Returns the next version, in which a few things are different. */
    SketchedVersion changed(SketchedVersion version) {
        SketchedVersion next = version.copy(version.isAudited() != chance(20));
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            change(next);
        }
        return next.repaired();
    }

    private void addEntity(SketchedVersion version, String name) {
        EntitySketch entity = new EntitySketch(name);
        changeId(version, entity);
        entity.table = chance(4) ? name.toLowerCase(Locale.ROOT) + "s" : null;
        entity.inheritance = any(INHERITANCES);
        if (!version.entities().isEmpty() && chance(4)) {
            entity.parent = any(version.entities()).name;
        }
        version.entities().add(entity);
    }

    private void changeId(SketchedVersion version, EntitySketch entity) {
        entity.id = any(List.of(IdKind.values()));
        entity.base = version.entities().isEmpty() ? null : any(version.entities()).name;
        entity.idColumn = chance(5) ? "key_of_" + entity.name : null;
    }

    /** Lets the numbers of a key come from elsewhere. */
    private void changeGenerator(EntitySketch entity) {
        if (entity.id.isNumber()) {
            entity.id = any(IdKind.numbers());
        }
    }

    private AttributeSketch attribute(SketchedVersion version, String name) {
        AttributeSketch attribute = new AttributeSketch(name, any(List.of(AttributeKind.values())));
        attribute.other = any(version.entities()).name;
        attribute.place = chance(4) ? "the_" + name : null;
        attribute.isRequired = chance(3);
        attribute.isUnique = chance(6);
        return attribute;
    }

    private void addMembers(EntitySketch entity) {
        for (AttributeSketch attribute : entity.attributes) {
            if (attribute.kind.canBeUnique() && chance(5)) {
                entity.uniques.put("uq_" + entity.name + "_" + attribute.name, attribute.name);
            }
            if (attribute.kind.canBeUnique() && chance(5)) {
                entity.indexes.put("ix_" + entity.name + "_" + attribute.name, attribute.name);
            }
        }
    }

    private void change(SketchedVersion version) {
        EntitySketch entity = any(version.entities());
        if (!entity.attributes.isEmpty() && !chance(3)) {
            changeAttribute(version, entity, any(entity.attributes));
            return;
        }
        switch (random.nextInt(15)) {
            case 0, 1 -> renameEntity(version, entity);
            case 12, 13 -> changeGenerator(entity);
            case 10 -> entity.table = inOtherCase(entity.table == null ? entity.name : entity.table);
            case 11 -> entity.idColumn = entity.idColumn == null ? "key_of_" + entity.name : null;
            case 2 -> entity.table = entity.table == null || chance(2) ? "t_" + entity.name : null;
            case 3 -> changeId(version, entity);
            case 4 -> entity.inheritance = any(INHERITANCES);
            case 5 -> addEntity(version, unusedName(version));
            case 6 -> removeEntity(version, entity);
            case 7 -> exchangeTables(entity, any(version.entities()));
            case 8 -> addMembers(entity);
            case 9 -> {
                entity.uniques.clear();
                entity.indexes.clear();
            }
            default -> entity.attributes.add(attribute(version, any(ATTRIBUTES) + "New"));
        }
    }

    private void changeAttribute(SketchedVersion version, EntitySketch entity, AttributeSketch attribute) {
        switch (random.nextInt(13)) {
            case 11 -> attribute.place = inOtherCase(attribute.place == null ? attribute.name : attribute.place);
            case 0 -> renameAttribute(attribute);
            case 1 -> attribute.place = attribute.place == null || chance(2) ? "new_" + attribute.name : null;
            case 2 -> attribute.kind = any(List.of(AttributeKind.values()));
            case 3 -> attribute.isRequired = !attribute.isRequired;
            case 4 -> attribute.isUnique = !attribute.isUnique;
            case 5 -> attribute.other = any(version.entities()).name;
            case 6 -> entity.attributes.remove(attribute);
            case 7 -> changeConstants(attribute);
            case 8 -> exchangePlaces(attribute, any(entity.attributes));
            case 9 -> takeOver(version, entity, attribute);
            case 10 -> {
                entity.attributes.remove(attribute);
                any(version.entities()).attributes.add(attribute);
            }
            default -> changeLikeness(attribute);
        }
    }

    private void renameEntity(SketchedVersion version, EntitySketch entity) {
        String before = entity.name;
        entity.name = unusedName(version);
        entity.formerName = chance(4) ? null : before;
        if (chance(3)) {
            changeGenerator(entity);
        }
        for (EntitySketch other : version.entities()) {
            other.parent = before.equals(other.parent) ? entity.name : other.parent;
            other.base = before.equals(other.base) ? entity.name : other.base;
            other.attributes.stream()
                    .filter(attribute -> before.equals(attribute.other))
                    .forEach(attribute -> attribute.other = entity.name);
        }
    }

    private void removeEntity(SketchedVersion version, EntitySketch entity) {
        if (version.entities().size() > 1) {
            version.entities().remove(entity);
        }
    }

    private static String inOtherCase(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return name.equals(upper) ? name.toLowerCase(Locale.ROOT) : upper;
    }

    private static void exchangeTables(EntitySketch one, EntitySketch other) {
        String table = one.table == null ? one.name : one.table;
        one.table = other.table == null ? other.name : other.table;
        other.table = table;
    }

    private void renameAttribute(AttributeSketch attribute) {
        String before = attribute.name;
        attribute.name = any(ATTRIBUTES) + "Now";
        attribute.formerName = chance(4) ? null : before;
        attribute.place = attribute.place == null && chance(3) ? before : attribute.place;
    }

    private static void exchangePlaces(AttributeSketch one, AttributeSketch other) {
        String place = one.place == null ? one.name : one.place;
        one.place = other.place == null ? other.name : other.place;
        other.place = place;
    }

    /** Lets an attribute of another name and kind have the column or table. */
    private void takeOver(SketchedVersion version, EntitySketch entity, AttributeSketch attribute) {
        AttributeSketch heir = attribute(version, any(ATTRIBUTES) + "Next");
        heir.place = attribute.place == null ? attribute.name : attribute.place;
        entity.attributes.set(entity.attributes.indexOf(attribute), heir);
    }

    private void changeConstants(AttributeSketch attribute) {
        List<String> constants = new ArrayList<>(shuffled(CONSTANTS).subList(0, 2 + random.nextInt(3)));
        if (chance(2)) {
            Collections.sort(constants);
        }
        attribute.constants = constants;
    }

    /** Makes a wider or narrower one, or another collection, of an attribute. */
    private void changeLikeness(AttributeSketch attribute) {
        attribute.kind = switch (attribute.kind) {
            case INTEGER -> AttributeKind.LONG;
            case LONG -> AttributeKind.INTEGER;
            case SHORT -> AttributeKind.INTEGER;
            case DOUBLE -> AttributeKind.DECIMAL;
            case DECIMAL -> chance(2) ? AttributeKind.DOUBLE : AttributeKind.CENTS;
            case CENTS -> chance(2) ? AttributeKind.DECIMAL : AttributeKind.LONG;
            case FLAG -> chance(2) ? AttributeKind.BOOLEAN : AttributeKind.TEXT;
            case TEXT -> chance(2) ? AttributeKind.SHORT_TEXT : AttributeKind.LONG_TEXT;
            case SHORT_TEXT -> AttributeKind.TEXT;
            case LONG_TEXT -> chance(2) ? AttributeKind.TEXT : AttributeKind.SIZED_LONG_TEXT;
            case SIZED_LONG_TEXT -> AttributeKind.LONG_TEXT;
            case BOOLEAN -> chance(2) ? AttributeKind.INTEGER : AttributeKind.FLAG;
            case DATE -> AttributeKind.DATE_TIME;
            case DATE_TIME -> AttributeKind.DATE;
            case UUID -> AttributeKind.TEXT;
            case BYTES -> AttributeKind.SIZED_LONG_BYTES;
            case SIZED_LONG_BYTES -> AttributeKind.BYTES;
            case ENUM_NAME -> any(List.of(AttributeKind.TEXT, AttributeKind.ENUM_ORDINAL, AttributeKind.ENUM_CODE));
            case ENUM_ORDINAL -> any(List.of(AttributeKind.INTEGER, AttributeKind.ENUM_NAME, AttributeKind.ENUM_CODE));
            case ENUM_CODE -> any(List.of(AttributeKind.TEXT, AttributeKind.ENUM_NAME, AttributeKind.ENUM_ORDINAL));
            case EMBEDDED -> AttributeKind.PLACES;
            case MANY_TO_ONE -> any(List.of(AttributeKind.ONE_TO_ONE, AttributeKind.MANY_TO_MANY, AttributeKind.LONG));
            case ONE_TO_ONE -> AttributeKind.MANY_TO_ONE;
            case MANY_TO_MANY -> any(List.of(AttributeKind.MANY_TO_MANY_LIST, AttributeKind.MANY_TO_ONE));
            case MANY_TO_MANY_LIST -> any(List.of(AttributeKind.MANY_TO_MANY, AttributeKind.ONE_TO_MANY));
            case ONE_TO_MANY -> any(List.of(AttributeKind.MANY_TO_MANY, AttributeKind.ONE_TO_MANY_COLUMN));
            case ONE_TO_MANY_COLUMN -> AttributeKind.ONE_TO_MANY;
            case ELEMENTS -> AttributeKind.ELEMENT_LIST;
            case ELEMENT_LIST -> any(List.of(AttributeKind.ELEMENTS, AttributeKind.ELEMENT_MAP));
            case ELEMENT_MAP -> AttributeKind.ELEMENT_LIST;
            case PLACES -> AttributeKind.EMBEDDED;
        };
    }

    private String unusedName(SketchedVersion version) {
        return shuffled(ENTITIES).stream()
                .flatMap(name -> List.of(name, name + "Two", name + "Three").stream())
                .filter(name -> version.entity(name).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> List<T> shuffled(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
