package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.table.Collation;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ProjectState;

/**
 * Removes a collation on PostgreSQL; does nothing on other databases. It says all of the collation, for the way back.
 *
 * @param locale the locale, as in {@code de-x-icu} or {@code und-u-ks-level2}
 * @param provider where the rules come from: {@code libc} or {@code icu}
 * @param deterministic whether texts are equal only when their bytes are
 */
public record DropCollation(String name, String locale, String provider, boolean deterministic) implements Operation {
    @Override
    public ProjectState apply(String app, ProjectState before) {
        return before;
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext step) {
        editor.dropCollation(new Collation(name, locale, provider, deterministic));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new CreateCollation(name, locale, provider, deterministic);
    }

    @Override
    public String describe() {
        return "Drop collation " + name;
    }

    @Override
    public String nameFragment() {
        return NameParts.join("drop_collation", name);
    }

    @Override
    public Category category() {
        return Category.REMOVAL;
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(
                DropCollation.class,
                Literals.string(name),
                Literals.string(locale),
                Literals.string(provider),
                Literals.of(deterministic));
    }
}
