package io.kuaka.base;

import java.util.stream.Stream;

/** Describes in one line what the application's code threw, and where. */
@Internal
public final class UserCode {
    private UserCode() {}

    /**
     * Returns what was thrown, and the file and line of the application's code that was running, if known.
     *
     * @param thrown what was thrown
     * @param className a class of the application; its package tells which packages are the application's
     */
    public static String failure(Throwable thrown, String className) {
        Throwable cause =
                thrown instanceof ExceptionInInitializerError && thrown.getCause() != null ? thrown.getCause() : thrown;
        String what = cause instanceof MigrationException ? String.valueOf(cause.getMessage()) : cause.toString();
        return what.replaceAll("\\s*\\R\\s*", " ") + place(cause, application(className));
    }

    /** Lambdas are named after the class that they are in; two segments of a package are mostly an organization's own. */
    private static String application(String className) {
        String host = className.split("\\$\\$", 2)[0];
        int second = host.indexOf('.', host.indexOf('.') + 1);
        return second < 0 ? host : host.substring(0, second + 1);
    }

    private static String place(Throwable cause, String application) {
        return Stream.of(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(application) && frame.getLineNumber() > 0)
                .findFirst()
                .map(frame -> " (" + frame.getFileName() + ", line " + frame.getLineNumber() + ")")
                .orElse("");
    }
}
