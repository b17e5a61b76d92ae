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
 * Stands before the application's naming strategy and remembers which names of constraints and indexes it made up.
 *
 * <p>Hibernate doesn't keep whether a name was given. A name that the mapping gives, or that a strategy of the
 * application really composes, belongs into the state; the digests of Hibernate don't. A proxy, because the interface
 * has one method more or less from version to version.
 */
public final class GeneratedNames implements InvocationHandler {
    private final ImplicitNamingStrategy strategy;
    private final ImplicitNamingStrategy plain = new ImplicitNamingStrategyJpaCompliantImpl();
    private final Set<String> generated = new HashSet<>();

    GeneratedNames(ImplicitNamingStrategy strategy) {
        this.strategy = strategy;
    }

    /** Returns the application's strategy with an eye on it. */
    ImplicitNamingStrategy observed() {
        return (ImplicitNamingStrategy) Proxy.newProxyInstance(
                GeneratedNames.class.getClassLoader(), new Class<?>[] {ImplicitNamingStrategy.class}, this);
    }

    /** Returns whether nobody chose this name of a constraint or index. */
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
