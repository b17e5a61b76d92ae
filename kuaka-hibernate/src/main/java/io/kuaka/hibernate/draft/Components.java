package io.kuaka.hibernate.draft;

import org.hibernate.boot.registry.classloading.spi.ClassLoadingException;
import org.hibernate.mapping.Component;
import org.jspecify.annotations.Nullable;

/** Finds the class of an embeddable. */
public final class Components {
    private Components() {}

    /** Returns the class of the embeddable; null where the mapping has no class for it. */
    public static @Nullable Class<?> type(Component component) {
        if (component.isDynamic() || component.getComponentClassName() == null) {
            return null;
        }
        try {
            return component.getComponentClass();
        } catch (ClassLoadingException | org.hibernate.MappingException e) {
            return null;
        }
    }
}
