package io.kuaka.it.interruption;

import java.io.Serial;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A connection whose calls that the database hears of are counted, and go through somebody else's hands. */
final class CountedCalls {
    private static final Set<String> HEARD =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "commit");

    /** A call to the database that wasn't made yet. */
    @FunctionalInterface
    interface Call {
        Object run() throws Throwable;
    }

    /** Makes a call, or does something else. */
    @FunctionalInterface
    interface Hands {
        Object make(int number, Call call) throws Throwable;
    }

    /** The same, for calls that are told by their statements; the text is empty where a call has none. */
    @FunctionalInterface
    interface ReadingHands {
        Object make(String sql, Call call) throws Throwable;
    }

    /** Ends a run as a killed process does: nothing of it goes on. */
    static final class Killed extends Error {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    private final Connection connection;
    private final ReadingHands hands;
    /** Whether the driver finds out, too, that the process has ended. */
    private final boolean isAsked;

    private int count;

    CountedCalls(Connection connection, Hands hands) {
        this.connection = connection;
        this.hands = (sql, call) -> hands.make(count, call);
        this.isAsked = false;
    }

    private CountedCalls(ReadingHands hands, Connection connection) {
        this.connection = connection;
        this.hands = hands;
        this.isAsked = true;
    }

    /** Returns a connection whose calls go through hands that read the statements. */
    static Connection read(Connection connection, ReadingHands hands) {
        return new CountedCalls(hands, connection).connection();
    }

    /** Returns a connection whose run ends after the call with the given number. */
    static Connection endingAfter(int lastCall, Connection connection) {
        return new CountedCalls(connection, (number, call) -> {
                    if (number > lastCall) {
                        throw new SQLException("The process has ended.");
                    }
                    Object result = call.run();
                    if (number == lastCall) {
                        throw new Killed();
                    }
                    return result;
                })
                .connection();
    }

    int count() {
        return count;
    }

    Connection connection() {
        return (Connection) wrap(Connection.class, connection);
    }

    private Object wrap(Class<?> type, Object target) {
        return Proxy.newProxyInstance(
                CountedCalls.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Call call = () -> {
                        try {
                            return method.invoke(target, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    };
                    boolean isHeard = HEARD.contains(method.getName())
                            || (isAsked && method.getName().equals("isValid"));
                    Object result = isHeard ? heard(arguments, call) : call.run();
                    return result instanceof Statement ? wrap(method.getReturnType(), result) : result;
                });
    }

    private Object heard(Object @Nullable [] arguments, Call call) throws Throwable {
        count++;
        return hands.make(arguments != null && arguments[0] instanceof String sql ? sql : "", call);
    }
}
