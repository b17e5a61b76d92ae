package io.kuaka.command.liquibase;

import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A library on the class path of the project, in the version that the project has. Its classes are found and called by
 * their names.
 *
 * @param classLoader loads its classes
 */
record Library(ClassLoader classLoader) {
    /** Returns whether a class of the library is there. */
    boolean has(String type) {
        try {
            type(type);
            return true;
        } catch (LibraryFailedException e) {
            return false;
        }
    }

    private Class<?> type(String name) throws LibraryFailedException {
        try {
            return Class.forName(name, false, classLoader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw LibraryFailedException.missing(name, e);
        }
    }

    /** Makes an object of a class of the library. */
    Object make(String type, @Nullable Object... arguments) throws LibraryFailedException {
        var constructor = fitting(Arrays.stream(type(type).getConstructors()), type, arguments);
        return done(() -> constructor.newInstance(arguments));
    }

    /** Calls a static method that returns something. */
    Object callStatic(String type, String method, @Nullable Object... arguments) throws LibraryFailedException {
        var found = fitting(methods(type(type), method), type + "." + method, arguments);
        return done(() -> found.invoke(null, arguments));
    }

    /** Calls a method that returns something. */
    Object call(Object target, String method, @Nullable Object... arguments) throws LibraryFailedException {
        Object result = callForAny(target, method, arguments);
        if (result == null) {
            throw LibraryFailedException.missing("a result of " + method, null);
        }
        return result;
    }

    /** Calls a method that may return nothing. */
    @Nullable
    Object callForAny(Object target, String method, @Nullable Object... arguments) throws LibraryFailedException {
        Class<?> type = target.getClass();
        var found = fitting(methods(type, method), type.getName() + "." + method, arguments);
        return doneForAny(() -> found.invoke(target, arguments));
    }

    private static Stream<java.lang.reflect.Method> methods(Class<?> type, String name) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge());
    }

    private static <E extends Executable> E fitting(Stream<E> all, String name, @Nullable Object[] arguments)
            throws LibraryFailedException {
        return all.filter(each -> accepts(each.getParameterTypes(), arguments))
                .findFirst()
                .orElseThrow(() -> LibraryFailedException.missing(name, null));
    }

    private static boolean accepts(Class<?>[] types, @Nullable Object[] arguments) {
        if (types.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            Object argument = arguments[i];
            boolean isFlag = types[i] == boolean.class && argument instanceof Boolean;
            if (!isFlag && (argument == null ? types[i].isPrimitive() : !types[i].isInstance(argument))) {
                return false;
            }
        }
        return true;
    }

    private static Object done(Call call) throws LibraryFailedException {
        Object result = doneForAny(call);
        if (result == null) {
            throw LibraryFailedException.missing("a result", null);
        }
        return result;
    }

    private static @Nullable Object doneForAny(Call call) throws LibraryFailedException {
        try {
            return call.run();
        } catch (InvocationTargetException e) {
            throw LibraryFailedException.of(e.getCause() == null ? e : e.getCause());
        } catch (ReflectiveOperationException e) {
            throw LibraryFailedException.of(e);
        }
    }

    @FunctionalInterface
    private interface Call {
        @Nullable
        Object run() throws ReflectiveOperationException;
    }
}
