package io.kuaka.data;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.util.Map;
import java.util.TreeMap;

/**
 * A connection that leads nowhere, for what is said to a database: it writes down each statement with its values, and
 * answers every query with one row of nulls.
 */
final class NowhereConnection {
    private static final Map<Class<?>, Object> NOTHING =
            Map.of(boolean.class, false, int.class, 0, long.class, 0L, double.class, 0.0, float.class, 0f);

    private final StringBuilder text = new StringBuilder();

    Connection connection() {
        return proxy(Connection.class, (self, method, arguments) -> switch (method.getName()) {
            case "prepareStatement" -> statement((String) arguments[0]);
            default -> nothing(method);
        });
    }

    /** Writes a line before what comes next. */
    void title(String title) {
        text.append(text.isEmpty() ? "" : "\n").append("-- ").append(title).append('\n');
    }

    /** Returns all that was written down. */
    String text() {
        return text.toString();
    }

    private PreparedStatement statement(String sql) {
        Map<Integer, String> values = new TreeMap<>();
        return proxy(PreparedStatement.class, (self, method, arguments) -> {
            boolean isValue = method.getName().startsWith("set") && arguments.length > 1;
            if (isValue) {
                values.put((Integer) arguments[0], method.getName().equals("setNull") ? "null" : "" + arguments[1]);
            }
            return switch (method.getName()) {
                case "executeQuery" -> {
                    write(sql, values);
                    yield rows(true);
                }
                case "executeUpdate", "addBatch" -> {
                    write(sql, values);
                    yield method.getReturnType() == int.class ? 1 : null;
                }
                case "getGeneratedKeys" -> rows(false);
                default -> nothing(method);
            };
        });
    }

    private void write(String sql, Map<Integer, String> values) {
        text.append(sql).append(";\n");
        if (!values.isEmpty()) {
            text.append("--   with ").append(String.join(", ", values.values())).append('\n');
        }
    }

    private static ResultSet rows(boolean hasOne) {
        boolean[] isLeft = {hasOne};
        return proxy(ResultSet.class, (self, method, arguments) -> switch (method.getName()) {
            case "next" -> {
                boolean isRow = isLeft[0];
                isLeft[0] = false;
                yield isRow;
            }
            case "wasNull" -> true;
            case "getMetaData" -> proxy(ResultSetMetaData.class, (of, about, which) -> nothing(about));
            default -> nothing(method);
        });
    }

    private static Object nothing(Method method) {
        return NOTHING.get(method.getReturnType());
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(NowhereConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
