package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.state.ProjectState;

/**
 * Creates a collation on PostgreSQL; does nothing on other databases.
 *
 * @param locale the locale, as in {@code de-x-icu} or {@code und-u-ks-level2}
 * @param provider the provider of the rules: {@code libc} or {@code icu}
 * @param deterministic whether texts are equal only if their bytes are
 */
public record CreateCollation(String name, String locale, String provider, boolean deterministic)
        implements CollationOperation {
    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        editor.createCollation(collation());
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
}
