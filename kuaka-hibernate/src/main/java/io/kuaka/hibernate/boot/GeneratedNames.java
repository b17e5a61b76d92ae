package io.kuaka.hibernate.boot;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitConstraintNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.jspecify.annotations.Nullable;

/**
 * Wraps the application's naming strategy and remembers which names of constraints and indexes it generated.
 *
 * <p>Hibernate doesn't keep whether a name was given. A name from the mapping, or one that the application's strategy
 * composes, belongs in the state; Hibernate's digests don't. It is a proxy, because the interface differs between
 * versions.
 */
public final class GeneratedNames implements InvocationHandler {
    private final ImplicitNamingStrategy strategy;
    private final ImplicitNamingStrategy plain = new ImplicitNamingStrategyJpaCompliantImpl();
    private final Set<String> generated = new HashSet<>();

    GeneratedNames(ImplicitNamingStrategy strategy) {
        this.strategy = strategy;
    }

    /** Returns the wrapped strategy of the application. */
    ImplicitNamingStrategy observed() {
        return (ImplicitNamingStrategy) Proxy.newProxyInstance(
                GeneratedNames.class.getClassLoader(), new Class<?>[] {ImplicitNamingStrategy.class}, this);
    }

    /** Returns whether this name of a constraint or index was generated. */
    public boolean contains(String name) {
        return generated.contains(name);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Object result = call(strategy, method, arguments);
        if (arguments != null
                && arguments.length == 1
                && arguments[0] instanceof ImplicitConstraintNameSource source
                && source.getUserProvidedIdentifier() == null
                && result instanceof Identifier name
                && name.equals(call(plain, method, arguments))) {
            generated.add(name.getText());
        }
        return result;
    }

    private static @Nullable Object call(ImplicitNamingStrategy target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
