package io.kuaka.hibernate.generator;

import io.kuaka.hibernate.draft.Members;
import jakarta.persistence.GeneratedValue;
import java.lang.reflect.AnnotatedElement;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;

/**
 * Recognizes {@code @GenericGenerator(strategy = "native")}. The metadata has only what the dialect chose for it, which
 * is another thing on each database.
 */
@SuppressWarnings({"deprecation", "removal"}) // that is how applications say it
final class NativeIds {
    private NativeIds() {}

    /** Returns whether the database chooses where the ids of an entity come from. */
    static boolean has(RootClass root) {
        Class<?> type = root.getMappedClass();
        Property identifier = root.getIdentifierProperty();
        if (type == null || identifier == null) {
            return false;
        }
        Set<String> used = Members.of(type, identifier.getName())
                .map(member -> member.getAnnotation(GeneratedValue.class))
                .filter(Objects::nonNull)
                .map(GeneratedValue::generator)
                .collect(Collectors.toSet());
        return elements(type, identifier.getName())
                .flatMap(element -> Stream.of(element.getAnnotationsByType(GenericGenerator.class)))
                .anyMatch(generator -> generator.strategy().equals("native") && used.contains(generator.name()));
    }

    private static Stream<AnnotatedElement> elements(Class<?> type, String attribute) {
        Set<AnnotatedElement> elements = new LinkedHashSet<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            elements.add(each);
        }
        elements.add(type.getPackage());
        return Stream.concat(Members.of(type, attribute), elements.stream());
    }
}
