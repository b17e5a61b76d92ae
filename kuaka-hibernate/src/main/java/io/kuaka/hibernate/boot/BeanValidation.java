package io.kuaka.hibernate.boot;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Map;
import org.hibernate.boot.beanvalidation.BeanValidationIntegrator;
import org.hibernate.boot.beanvalidation.IntegrationException;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.boot.spi.SessionFactoryOptions;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Applies Bean Validation constraints to columns, if the application has a provider.
 *
 * <p>Hibernate does it itself, but only when it creates a session factory. Its integrator needs only services and
 * options from that, so stand-ins are enough.
 */
final class BeanValidation {
    private static final String MODE = BeanValidationIntegrator.JAKARTA_MODE_PROPERTY;

    private static final InvocationHandler REFUSE = (proxy, method, arguments) -> {
        throw new UnsupportedOperationException(method.toString());
    };

    private final boolean wanted;
    private final boolean required;

    private BeanValidation(boolean wanted, boolean required) {
        this.wanted = wanted;
        this.required = required;
    }

    /** Reads the application's setting, and reduces it to what affects columns. */
    static BeanValidation prepare(Map<String, Object> properties) {
        String mode = String.valueOf(properties.getOrDefault(MODE, "auto")).toLowerCase(Locale.ROOT);
        boolean required = mode.contains("ddl");
        boolean wanted = required || mode.contains("auto");
        properties.put(MODE, wanted ? "ddl" : "none");
        return new BeanValidation(wanted, required);
    }

    /**
     * Changes columns as Hibernate does at its start.
     *
     * @throws IntegrationException if the provider of Bean Validation doesn't start, or is required and missing
     */
    void apply(MetadataImplementor metadata, StandardServiceRegistry registry, ClassLoader classLoader) {
        if (wanted && (required || isAvailable(classLoader))) {
            try {
                new BeanValidationIntegrator()
                        .integrate(metadata, standIn(BootstrapContext.class, REFUSE), sessionFactory(registry));
            } catch (IntegrationException e) {
                if (required || !lacksProvider(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isAvailable(ClassLoader classLoader) {
        try {
            Class.forName(BeanValidationIntegrator.JAKARTA_BV_CHECK_CLASS, false, classLoader);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** The class is the application's: only its name can be compared. */
    private static boolean lacksProvider(Throwable problem) {
        for (Throwable each = problem; each != null; each = each.getCause()) {
            if (each.getClass().getName().equals("jakarta.validation.NoProviderFoundException")) {
                return true;
            }
        }
        return false;
    }

    private static SessionFactoryImplementor sessionFactory(StandardServiceRegistry registry) {
        SessionFactoryServiceRegistry services =
                standIn(SessionFactoryServiceRegistry.class, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(registry, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
        SessionFactoryOptions options = standIn(SessionFactoryOptions.class, (proxy, method, arguments) -> null);
        return standIn(SessionFactoryImplementor.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getServiceRegistry" -> services;
            case "getSessionFactoryOptions" -> options;
            default -> REFUSE.invoke(proxy, method, arguments);
        });
    }

    private static <T> T standIn(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(BeanValidation.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
