package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.table.Collation;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ProjectState;

/**
 * Makes a collation on PostgreSQL; does nothing on other databases.
 *
 * @param locale the locale, as in {@code de-x-icu} or {@code und-u-ks-level2}
 * @param provider where the rules come from: {@code libc} or {@code icu}
 * @param deterministic whether texts are equal only when their bytes are
 */
public record CreateCollation(String name, String locale, String provider, boolean deterministic) implements Operation {
    @Override
    public ProjectState apply(String app, ProjectState before) {
        return before;
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext step) {
        editor.createCollation(new Collation(name, locale, provider, deterministic));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new DropCollation(name, locale, provider, deterministic);
    }

    @Override
    public String describe() {
        return "Create collation " + name;
    }

    @Override
    public String nameFragment() {
        return NameParts.join("create_collation", name);
    }

    @Override
    public Category category() {
        return Category.ADDITION;
    }

    @Override
    public Reduction reduce(String app, Operation next) {
        return next instanceof DropCollation drop && drop.name().equals(name)
                ? Reduction.by()
                : Reduction.elide(this, next);
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(
                CreateCollation.class,
                Literals.string(name),
                Literals.string(locale),
                Literals.string(provider),
                Literals.of(deterministic));
    }
}
