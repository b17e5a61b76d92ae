package io.kuaka.operation;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ProjectState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A new name for an index or constraint of a model. */
interface MemberRename extends IndexOrConstraintOperation {
    /** Returns the name before. */
    String oldName();

    /** Returns the name after. */
    String newName();

    /** Returns the renaming of the same kind on the same model between two other names. */
    Operation between(String oldName, String newName);

    @Override
    default Operation inverse(String app, ProjectState before) {
        return between(newName(), oldName());
    }

    @Override
    default String nameFragment() {
        return NameParts.join("rename", oldName(), newName());
    }

    @Override
    default Category category() {
        return Category.ALTERATION;
    }

    @Override
    default Reduction reduce(String app, Operation next) {
        if (next instanceof MemberRename rename && rename.equals(between(newName(), rename.newName()))) {
            return rename.newName().equals(oldName())
                    ? Reduction.by()
                    : Reduction.by(between(oldName(), rename.newName()));
        }
        return IndexOrConstraintOperation.super.reduce(app, next);
    }

    @Override
    default Set<String> memberNames() {
        return new HashSet<>(List.of(oldName(), newName()));
    }

    @Override
    default JavaSource toSource() {
        return JavaSource.construct(
                getClass(), Literals.string(model()), Literals.string(oldName()), Literals.string(newName()));
    }
}
