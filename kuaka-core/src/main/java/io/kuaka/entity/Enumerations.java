package io.kuaka.entity;

import io.kuaka.source.JavaWords;
import io.kuaka.state.ColumnType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The enumerations within the class of one entity. */
final class Enumerations {
    private final Set<String> taken;
    private final Set<String> ofDatabase = new HashSet<>();
    private final Map<String, List<String>> all = new LinkedHashMap<>();

    /**
     * Starts with none.
     *
     * @param entities the names of all entities, which an enumeration would hide
     * @param types the types of the columns
     */
    Enumerations(Set<String> entities, String className, List<ColumnType> types) {
        this.taken = new HashSet<>(entities);
        taken.add(className + "Id");
        for (ColumnType type : types) {
            String name = single(type).name();
            if (name != null) {
                ofDatabase.add(className(name));
            }
        }
    }

    /** Returns the values by the names of the enumerations. */
    Map<String, List<String>> all() {
        return all;
    }

    /** Returns the type of single values. */
    static ColumnType single(ColumnType type) {
        ColumnType element = type.element();
        return element == null ? type : element;
    }

    /**
     * Returns whether an attribute can have the class for a type. Hibernate calls an enumeration of the database as the
     * class is called, so there has to be a class of this name.
     */
    boolean has(ColumnType type) {
        ColumnType single = single(type);
        String name = single.name();
        return single.kind() != ColumnType.Kind.NATIVE_ENUM || name == null || isFree(className(name), single.values());
    }

    /** Returns the type as the database calls it. */
    BasicType asWords(ColumnType type) {
        String name = single(type).requireName().replace('`', '"');
        return SqlWords.of(type.element() == null ? name : name + "[]");
    }

    /** Declares an enumeration, unless it is there, and returns its name. */
    String add(ColumnType type, String attribute) {
        ColumnType single = single(type);
        String typeName = single.name();
        String usual = className(typeName == null ? attribute : typeName);
        String name = usual;
        boolean isOfDatabase = typeName != null;
        for (int i = 2; !isFree(name, single.values()) || (!isOfDatabase && isOfDatabase(name)); i++) {
            name = JavaNames.isOfJavaLang(usual) && i == 2 ? usual + "Value" : usual + i;
        }
        all.put(name, single.values());
        return name;
    }

    private static String className(String name) {
        return name.isEmpty() ? name : JavaNames.capital(name);
    }

    private boolean isOfDatabase(String name) {
        return ofDatabase.stream().anyMatch(name::equalsIgnoreCase);
    }

    private boolean isFree(String name, List<String> values) {
        return JavaWords.isName(name)
                && !JavaNames.isOfJavaLang(name)
                && taken.stream().noneMatch(name::equalsIgnoreCase)
                && all.keySet().stream().noneMatch(other -> other.equalsIgnoreCase(name) && !other.equals(name))
                && all.getOrDefault(name, values).equals(values);
    }
}
