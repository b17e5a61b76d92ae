package io.kuaka.hibernate.draft;

import java.beans.Introspector;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.mapping.Property;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a class declares its attributes, inherited ones first: Hibernate sorts them by name, but a table
 * reads better as its author wrote it. For attributes with only getters, there is only the compiler's order.
 */
public final class MemberOrder {
    private MemberOrder() {}

    /** Returns the properties in the order of their declaration in {@code type}; unknown ones come last. */
    public static List<Property> sort(List<Property> properties, @Nullable Class<?> type) {
        List<String> order = new ArrayList<>(names(type));
        List<Property> sorted = new ArrayList<>(properties);
        sorted.sort(Comparator.comparingInt(property -> {
            int index = order.indexOf(property.getName());
            return index < 0 ? Integer.MAX_VALUE : index;
        }));
        return sorted;
    }

    private static Set<String> names(@Nullable Class<?> type) {
        Deque<Class<?>> hierarchy = new ArrayDeque<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            hierarchy.push(each);
        }
        Set<String> names = new LinkedHashSet<>();
        for (Class<?> each : hierarchy) {
            for (Field field : each.getDeclaredFields()) {
                names.add(field.getName());
            }
            for (Method method : each.getDeclaredMethods()) {
                names.add(propertyName(method.getName()));
            }
        }
        return names;
    }

    private static String propertyName(String getter) {
        String rest =
                getter.startsWith("get") ? getter.substring(3) : getter.startsWith("is") ? getter.substring(2) : "";
        return Introspector.decapitalize(rest);
    }
}
