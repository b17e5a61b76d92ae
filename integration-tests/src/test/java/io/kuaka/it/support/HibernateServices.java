package io.kuaka.it.support;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;

/**
 * The services that Hibernate finds on the class path, looked for once. Each start of Hibernate would open all jars
 * again otherwise, and tests start it hundreds of times.
 */
public final class HibernateServices extends ClassLoaderServiceImpl {
    private static final Map<Class<?>, List<Class<?>>> FOUND = new ConcurrentHashMap<>();

    private HibernateServices() {}

    /** Returns what a start of Hibernate begins with. */
    public static BootstrapServiceRegistry registry() {
        return new BootstrapServiceRegistryBuilder()
                .applyClassLoaderService(new HibernateServices())
                .build();
    }

    @Override
    public <S> Collection<S> loadJavaServices(Class<S> contract) {
        return find(contract).stream()
                .map(service -> contract.cast(make(service)))
                .toList();
    }

    private <S> List<Class<?>> find(Class<S> contract) {
        List<Class<?>> found = FOUND.get(contract);
        if (found == null) {
            found = List.copyOf(super.loadJavaServices(contract).stream()
                    .map(Object::getClass)
                    .toList());
            FOUND.put(contract, found);
        }
        return found;
    }

    private static Object make(Class<?> service) {
        try {
            return service.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
