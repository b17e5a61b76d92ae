package io.kuaka.data;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** The code of a data migration threw an exception of its own. Whoever ran the code says which migration it was. */
public final class JavaCodeFailedException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    JavaCodeFailedException(Exception cause) {
        super(cause + place(cause), cause);
    }

    /** Where the exception was thrown, as far as it is known. */
    private static String place(Exception cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        for (StackTraceElement element : trace) {
            boolean isLibrary = element.getModuleName() != null
                    || element.getClassName().startsWith("java.")
                    || element.getClassName().startsWith(JavaCodeFailedException.class.getPackageName() + ".");
            if (!isLibrary) {
                return " (" + element.getClassName() + ", line " + element.getLineNumber() + ")";
            }
        }
        return "";
    }
}
