package io.kuaka.it.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lets a real connection do its work and writes down each statement, and each call that the database hears of. */
public final class RecordingConnection {
    private static final Set<String> ROUND_TRIPS =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "commit", "rollback", "getTables");

    private final Connection connection;
    private final List<String> statements = new ArrayList<>();
    private int roundTrips;

    public RecordingConnection(Connection connection) {
        this.connection = connection;
    }

    public Connection asConnection() {
        return (Connection) wrap(Connection.class, connection);
    }

    /** Returns the statements since the last call of this method, in the order in which they ran. */
    public List<String> takeStatements() {
        List<String> taken = List.copyOf(statements);
        statements.clear();
        return taken;
    }

    /** Returns how often the database was asked since the last call of this method. */
    public int takeRoundTrips() {
        int taken = roundTrips;
        roundTrips = 0;
        return taken;
    }

    private Object wrap(Class<?> type, Object target) {
        return Proxy.newProxyInstance(
                RecordingConnection.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, method, arguments));
    }

    private Object call(Object target, Method method, Object[] arguments) throws Throwable {
        if (arguments != null && arguments[0] instanceof String sql) {
            if (target instanceof Statement || method.getName().equals("prepareStatement")) {
                statements.add(sql);
            }
        }
        if (ROUND_TRIPS.contains(method.getName())) {
            roundTrips++;
        }
        try {
            Object result = method.invoke(target, arguments);
            boolean isWatched = result instanceof Statement || result instanceof DatabaseMetaData;
            return isWatched ? wrap(method.getReturnType(), result) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
