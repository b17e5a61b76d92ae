package io.kuaka.it.entities;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A random entity, before it is written. */
final class EntitySketch {
    String name;

    @Nullable
    String table;

    @Nullable
    String formerName;
    /** The entity that this one extends; such a one has no id and no table of its own to name. */
    @Nullable
    String parent;

    /** How the tables of a root and its subclasses are divided. */
    String inheritance = "SINGLE_TABLE";

    IdKind id = IdKind.LONG;

    /** The column of the id; null for the one that Hibernate chooses. */
    @Nullable
    String idColumn;

    /** The entity whose key is also that of this one, if the kind of the id is such. */
    @Nullable
    String base;

    final List<AttributeSketch> attributes = new ArrayList<>();
    /** The columns of named unique keys and indexes, by attribute. */
    final Map<String, String> uniques = new LinkedHashMap<>();

    final Map<String, String> indexes = new LinkedHashMap<>();

    EntitySketch(String name) {
        this.name = name;
    }

    EntitySketch copy() {
        EntitySketch copy = new EntitySketch(name);
        copy.table = table;
        copy.parent = parent;
        copy.inheritance = inheritance;
        copy.id = id;
        copy.idColumn = idColumn;
        copy.base = base;
        attributes.forEach(attribute -> copy.attributes.add(attribute.copy()));
        copy.uniques.putAll(uniques);
        copy.indexes.putAll(indexes);
        return copy;
    }

    boolean isRoot() {
        return parent == null;
    }

    String source(boolean isExtended, boolean isAudited) {
        StringBuilder source = new StringBuilder();
        attributes.forEach(attribute -> source.append(attribute.enumSource()));
        source.append(formerName == null ? "" : "@RenamedFrom(\"" + formerName + "\") ")
                .append(isAudited ? "@org.hibernate.envers.Audited " : "")
                .append("@Entity")
                .append(settings().isEmpty() ? "" : " @Table(" + settings() + ")")
                .append(isExtended && isRoot() ? " @Inheritance(strategy = InheritanceType." + inheritance + ")" : "")
                .append(isRoot() ? id.annotation() : "")
                .append("\nclass ")
                .append(name)
                .append(isRoot() ? "" : " extends " + parent)
                .append(" implements java.io.Serializable {\n");
        if (isRoot()) {
            source.append("    ").append(id.source(name, idColumn, base)).append('\n');
        }
        attributes.forEach(
                attribute -> source.append("    ").append(attribute.source()).append('\n'));
        return source.append("}\n").toString();
    }

    private String settings() {
        return Stream.of(
                        table == null ? "" : "name = \"" + table + "\"",
                        members("uniqueConstraints", "@UniqueConstraint(name = \"%s\", columnNames = \"%s\")", uniques),
                        members("indexes", "@Index(name = \"%s\", columnList = \"%s\")", indexes))
                .filter(setting -> !setting.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String members(String setting, String form, Map<String, String> members) {
        String written = members.entrySet().stream()
                .flatMap(member -> attributes.stream()
                        .filter(attribute -> attribute.name.equals(member.getValue()))
                        .filter(attribute -> attribute.kind.canBeUnique())
                        .map(attribute -> form.formatted(
                                member.getKey(), attribute.place == null ? attribute.name : attribute.place)))
                .collect(Collectors.joining(", "));
        return written.isEmpty() ? "" : setting + " = {" + written + "}";
    }
}
