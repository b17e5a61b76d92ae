package io.kuaka.operation;

import io.kuaka.data.HistoricalCall;
import io.kuaka.data.JavaCode;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.state.ProjectState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs code that the user wrote on the models as they are at this point of history.
 *
 * <p>Two of them are equal only when their code is the same object. Their source can't be written.
 *
 * @param forward the code
 * @param reverse the code that reverses the other; null if it is irreversible, {@link #NOOP} if nothing has to be done
 * @param isElidable whether the operation may be left out when its migration is squashed
 * @param hints what the operation tells the project's router about itself
 */
public record RunJava(JavaCode forward, @Nullable JavaCode reverse, boolean isElidable, Map<String, String> hints)
        implements Operation {
    /** The reverse of code that needs none. */
    public static final JavaCode NOOP = models -> {};

    public RunJava {
        hints = Map.copyOf(hints);
    }

    /** Runs code, and other code to reverse it, without hints. */
    public RunJava(JavaCode forward, @Nullable JavaCode reverse, boolean isElidable) {
        this(forward, reverse, isElidable, Map.of());
    }

    /** Runs irreversible code. */
    public RunJava(JavaCode forward) {
        this(forward, null, false, Map.of());
    }

    /** Runs code, and other code to reverse it. */
    public RunJava(JavaCode forward, JavaCode reverse) {
        this(forward, reverse, false, Map.of());
    }

    /** Returns this operation as one that may be left out when its migration is squashed. */
    public RunJava elidable() {
        return new RunJava(forward, reverse, true, hints);
    }

    /** Returns this operation with what it tells the project's router about itself. */
    public RunJava withHints(Map<String, String> newHints) {
        return new RunJava(forward, reverse, isElidable, newHints);
    }

    @Override
    public ProjectState apply(String app, ProjectState before) {
        return before;
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        editor.call(HistoricalCall.of(describe(), context, forward));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        if (reverse == null) {
            throw new IrreversibleOperationException(
                    describe(), "it has no reverse code. Pass one to RunJava, or use --fake.");
        }
        return new RunJava(reverse, forward, isElidable, hints);
    }

    @Override
    public String describe() {
        return "Run Java";
    }

    @Override
    public String nameFragment() {
        return "";
    }

    @Override
    public Category category() {
        return Category.JAVA;
    }

    /** A lambda has no form that the next compilation keeps; the name of a class stands for its code. */
    @Override
    public String form() {
        Class<?> type = forward.getClass();
        boolean isNamed = !type.isSynthetic() && !type.isHidden() && type.getCanonicalName() != null;
        return "new RunJava(" + (isNamed ? type.getName() : "code") + ")";
    }

    @Override
    public JavaSource toSource() {
        if (forward instanceof WrittenCode code && reverse == NOOP) {
            return JavaSource.construct(
                    RunJava.class, JavaSource.code("this::" + code.method()), JavaSource.member(RunJava.class, "NOOP"));
        }
        throw new CodeAsSourceException();
    }
}
