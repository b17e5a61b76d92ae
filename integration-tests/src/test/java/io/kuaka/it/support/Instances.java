package io.kuaka.it.support;

import java.lang.reflect.Constructor;

/** New objects of entities, whose constructors need not be visible. */
public final class Instances {
    private Instances() {}

    public static Object of(Class<?> entity) {
        try {
            Constructor<?> constructor = entity.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
