package io.kuaka.hibernate.draft;

import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the members of a class that may have annotations of an attribute: its field and its getter. */
public final class Members {
    private Members() {}

    /** Returns the field and getter of the attribute, in the class itself or inherited; nearest first. */
    public static Stream<AnnotatedElement> of(@Nullable Class<?> type, String attribute) {
        Stream<AnnotatedElement> members = Stream.empty();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            Stream<AnnotatedElement> fields = Arrays.stream(each.getDeclaredFields())
                    .filter(field -> field.getName().equals(attribute))
                    .map(AnnotatedElement.class::cast);
            Stream<AnnotatedElement> getters = Arrays.stream(each.getDeclaredMethods())
                    .filter(method -> method.getParameterCount() == 0 && isGetter(method.getName(), attribute))
                    .map(AnnotatedElement.class::cast);
            members = Stream.concat(members, Stream.concat(fields, getters));
        }
        return members;
    }

    private static boolean isGetter(String method, String attribute) {
        String capitalized = attribute.substring(0, 1).toUpperCase(Locale.ROOT) + attribute.substring(1);
        return method.equals("get" + capitalized) || method.equals("is" + capitalized) || method.equals(attribute);
    }
}
