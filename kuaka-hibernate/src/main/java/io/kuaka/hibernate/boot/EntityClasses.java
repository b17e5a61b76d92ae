package io.kuaka.hibernate.boot;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.boot.registry.classloading.spi.ClassLoadingException;

/**
 * Finds classes for Hibernate: in the class loader of the entities before all others, and never twice in vain. With each
 * entity Hibernate asks for the annotations of its package, which most packages don't have, and all jars would be searched.
 */
final class EntityClasses extends ClassLoaderServiceImpl {
    private final ClassLoader entities;
    private final Map<String, ClassLoadingException> missing = new ConcurrentHashMap<>();

    EntityClasses(ClassLoader entities) {
        super(entities);
        this.entities = entities;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Class<T> classForName(String name) {
        ClassLoadingException known = missing.get(name);
        if (known != null) {
            throw known;
        }
        try {
            return (Class<T>) Class.forName(name, true, entities);
        } catch (ClassNotFoundException e) {
            return searched(name);
        } catch (LinkageError e) {
            // A second attempt would only be told that there was a first one.
            throw new ClassLoadingException("Unable to load class [" + name + "]", e);
        }
    }

    private <T> Class<T> searched(String name) {
        try {
            return super.classForName(name);
        } catch (ClassLoadingException e) {
            missing.put(name, e);
            throw e;
        }
    }
}
