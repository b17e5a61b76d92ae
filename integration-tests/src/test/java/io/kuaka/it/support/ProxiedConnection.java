package io.kuaka.it.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;

/** A real connection behind a proxy that has an address of its own, as those that watch or route statements do. */
public final class ProxiedConnection {
    /** The address, which names no database. */
    public static final String URL = "jdbc:watched:shop";

    private ProxiedConnection() {}

    /** Returns a connection that leads to {@code real}. */
    public static Connection to(Connection real) {
        return wrap(Connection.class, real);
    }

    private static <T> T wrap(Class<T> type, T target) {
        Object proxy = Proxy.newProxyInstance(
                ProxiedConnection.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("getURL")) {
                        return URL;
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof DatabaseMetaData metadata
                                ? wrap(DatabaseMetaData.class, metadata)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return type.cast(proxy);
    }
}
