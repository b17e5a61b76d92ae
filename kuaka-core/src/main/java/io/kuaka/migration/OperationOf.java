package io.kuaka.migration;

import io.kuaka.operation.Category;
import io.kuaka.operation.Operation;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ProjectState;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Objects;

/**
 * An operation of another migration, used where its source can't be written again, such as the code of a data
 * migration.
 *
 * <p>A squash refers to data migrations in this form, so the class that it refers to must stay. It does what the other
 * operation does, but the optimizer neither joins it with others nor moves them past it.
 *
 * @param migration the class that has the operation
 * @param index the operation's index there, from 0
 */
public record OperationOf(Class<? extends Migration> migration, int index) implements Operation {
    @Override
    public ProjectState apply(String app, ProjectState before) {
        return target().apply(app, before);
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        target().execute(editor, context);
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return target().inverse(app, before);
    }

    @Override
    public String describe() {
        return target().describe();
    }

    @Override
    public String nameFragment() {
        return target().nameFragment();
    }

    @Override
    public Category category() {
        return target().category();
    }

    @Override
    public boolean isElidable() {
        return target().isElidable();
    }

    @Override
    public boolean runsOutsideTransaction() {
        return target().runsOutsideTransaction();
    }

    @Override
    public String form() {
        return target().form();
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(OperationOf.class, JavaSource.member(migration, "class"), Literals.of(index));
    }

    private Operation target() {
        try {
            List<Operation> operations =
                    migration.getConstructor().newInstance().operations();
            if (index >= 0 && index < operations.size()) {
                return operations.get(index);
            }
            throw new MissingOperationException(this, "it has " + operations.size() + " operations", null);
        } catch (InvocationTargetException e) {
            throw failed(Objects.requireNonNullElse(e.getCause(), e));
        } catch (ReflectiveOperationException e) {
            throw failed(e);
        }
    }

    private MissingOperationException failed(Throwable cause) {
        return new MissingOperationException(this, cause.toString(), cause);
    }
}
