package io.kuaka.hibernate.boot;

import io.kuaka.hibernate.draft.Columns;
import io.kuaka.hibernate.draft.Components;
import io.kuaka.hibernate.draft.Members;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.jspecify.annotations.Nullable;

/**
 * Makes the columns of generated timestamps NOT NULL. Hibernate does so when it creates the generators, but only at its
 * start.
 */
final class Timestamps {
    private static final Set<String> GENERATED = Set.of(
            "org.hibernate.annotations.CreationTimestamp",
            "org.hibernate.annotations.CurrentTimestamp",
            "org.hibernate.annotations.UpdateTimestamp");

    private Timestamps() {}

    /** Changes columns as Hibernate does at its start. */
    static void apply(Metadata metadata) {
        for (PersistentClass entity : metadata.getEntityBindings()) {
            entity.getDeclaredProperties().forEach(property -> apply(entity.getMappedClass(), property));
        }
    }

    private static void apply(@Nullable Class<?> type, Property property) {
        if (property.getValue() instanceof Component component && component.getAggregateColumn() == null) {
            component.getProperties().forEach(each -> apply(Components.type(component), each));
        } else if (property.getValueGeneratorCreator() != null && isTimestamp(type, property.getName())) {
            Columns.of(property.getValue()).forEach(column -> column.setNullable(false));
        }
    }

    private static boolean isTimestamp(@Nullable Class<?> type, String attribute) {
        return Members.of(type, attribute)
                .flatMap(member -> Stream.of(member.getAnnotations()))
                .anyMatch(annotation ->
                        GENERATED.contains(annotation.annotationType().getName()));
    }
}
