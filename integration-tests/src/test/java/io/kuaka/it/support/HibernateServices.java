package io.kuaka.it.support;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.boot.registry.classloading.spi.ClassLoadingException;
import org.hibernate.bytecode.internal.bytebuddy.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;

/**
 * What Hibernate finds on the class path, looked for once: services, its maker of proxies, and classes by name. Each start of
 * Hibernate would search all jars again otherwise, and tests start it hundreds of times.
 */
public final class HibernateServices extends ClassLoaderServiceImpl {
    private static final Map<Class<?>, List<Class<?>>> FOUND = new ConcurrentHashMap<>();

    /** The names that no class of the tests' own class path has, such as those of packages without annotations. */
    private static final Set<String> MISSING = ConcurrentHashMap.newKeySet();

    private static final BytecodeProvider PROXIES = new BytecodeProviderImpl();
    private static final ClassLoader TESTS = HibernateServices.class.getClassLoader();

    private HibernateServices() {}

    /** Returns what a start of Hibernate begins with. */
    public static StandardServiceRegistry registry(Map<String, Object> settings) {
        BootstrapServiceRegistry first = new BootstrapServiceRegistryBuilder()
                .applyClassLoaderService(new HibernateServices())
                .build();
        return new StandardServiceRegistryBuilder(first)
                .applySettings(settings)
                .addService(BytecodeProvider.class, PROXIES)
                .build();
    }

    /** The class path of the tests comes first here, which Hibernate searches last. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> Class<T> classForName(String name) {
        if (!MISSING.contains(name)) {
            try {
                return (Class<T>) Class.forName(name, true, TESTS);
            } catch (ClassNotFoundException e) {
                MISSING.add(name);
            }
        }
        if (Thread.currentThread().getContextClassLoader() == TESTS) {
            throw new ClassLoadingException("Unable to load class [" + name + "]");
        }
        return super.classForName(name);
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
