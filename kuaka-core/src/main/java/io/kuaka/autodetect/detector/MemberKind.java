package io.kuaka.autodetect.detector;

import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveConstraint;
import io.kuaka.operation.RemoveIndex;
import io.kuaka.operation.RenameConstraint;
import io.kuaka.operation.RenameIndex;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import io.kuaka.state.diff.Changes;
import io.kuaka.state.diff.ModelDiff;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The two kinds of members with unique names in the database, which are detected alike. */
public enum MemberKind {
    INDEX,
    CONSTRAINT;

    /** Returns what differs in the members of this kind. */
    Changes<String, ?> in(ModelDiff difference) {
        return switch (this) {
            case INDEX -> difference.indexes();
            case CONSTRAINT -> difference.constraints();
        };
    }

    /** Returns the names of a model's members of this kind. */
    Set<String> names(ModelState model) {
        return switch (this) {
            case INDEX -> model.indexes().keySet();
            case CONSTRAINT -> model.constraints().keySet();
        };
    }

    /** Returns the fields that a member of a model needs: those that it names, and those whose columns it names. */
    Set<String> fields(ModelState model, String name) {
        Predicate<Field> isUsed =
                switch (this) {
                    case INDEX -> model.index(name)::uses;
                    case CONSTRAINT -> model.constraint(name)::uses;
                };
        Set<String> columns = new HashSet<>(
                switch (this) {
                    case INDEX -> model.index(name).fields();
                    case CONSTRAINT -> model.constraint(name).fields();
                });
        columns.removeAll(model.fields().keySet());
        return model.fields().values().stream()
                .filter(field -> isUsed.test(field) || !Collections.disjoint(field.columns(), columns))
                .map(Field::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns whether two models have the same member under different names. */
    boolean isRenamed(ModelState before, String oldName, ModelState now, String newName) {
        return switch (this) {
            case INDEX -> before.index(oldName).withName(newName).equals(now.index(newName));
            case CONSTRAINT -> before.constraint(oldName).withName(newName).equals(now.constraint(newName));
        };
    }

    /** Returns the operation that adds a member that {@code model} has. */
    Operation add(ModelState model, String name) {
        return switch (this) {
            case INDEX -> new AddIndex(model.name(), model.index(name));
            case CONSTRAINT -> new AddConstraint(model.name(), model.constraint(name));
        };
    }

    /** Returns the operation that removes a member. */
    Operation remove(String model, String name) {
        return switch (this) {
            case INDEX -> new RemoveIndex(model, name);
            case CONSTRAINT -> new RemoveConstraint(model, name);
        };
    }

    /** Returns an operation adapted to another name of the member that it renames or removes. */
    Operation renamedIn(Operation operation, String model, String oldName, String otherName) {
        if (operation.equals(remove(model, oldName))) {
            return remove(model, otherName);
        }
        return switch (this) {
            case INDEX ->
                operation instanceof RenameIndex rename && rename.oldName().equals(oldName)
                        ? new RenameIndex(model, otherName, rename.newName())
                        : operation;
            case CONSTRAINT ->
                operation instanceof RenameConstraint rename && rename.oldName().equals(oldName)
                        ? new RenameConstraint(model, otherName, rename.newName())
                        : operation;
        };
    }

    /** Returns the operation that renames a member. */
    Operation rename(String model, String oldName, String newName) {
        return switch (this) {
            case INDEX -> new RenameIndex(model, oldName, newName);
            case CONSTRAINT -> new RenameConstraint(model, oldName, newName);
        };
    }
}
