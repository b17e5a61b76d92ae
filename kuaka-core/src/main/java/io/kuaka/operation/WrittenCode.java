package io.kuaka.operation;

import io.kuaka.base.Internal;
import io.kuaka.data.JavaCode;
import io.kuaka.data.Models;
import java.util.List;

/**
 * Code of a migration that isn't compiled yet: the method that stands in its file.
 *
 * <p>It can be written, but not run.
 */
@Internal
public final class WrittenCode implements JavaCode {
    private final String method;
    private final String comment;
    private final List<String> lines;
    private final List<Class<?>> imports;

    /**
     * Makes the code of a method with a parameter {@code models}.
     *
     * @param method its name
     * @param comment what it does
     * @param lines its statements
     * @param imports the classes that these name
     */
    public WrittenCode(String method, String comment, List<String> lines, List<Class<?>> imports) {
        this.method = method;
        this.comment = comment;
        this.lines = List.copyOf(lines);
        this.imports = List.copyOf(imports);
    }

    /** Returns the name of the method. */
    public String method() {
        return method;
    }

    /** Returns what the method does. */
    public String comment() {
        return comment;
    }

    /** Returns the statements of the method. */
    public List<String> lines() {
        return lines;
    }

    /** Returns the classes that the statements name. */
    public List<Class<?>> imports() {
        return imports;
    }

    @Override
    public void run(Models models) {
        throw new IllegalStateException("Compile the migration with the method \"" + method + "\" first.");
    }
}
