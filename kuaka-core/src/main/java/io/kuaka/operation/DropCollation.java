package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.state.ProjectState;

/**
 * Drops a collation of PostgreSQL; does nothing on other databases. It describes the collation for the reverse.
 *
 * @param locale the locale, as in {@code de-x-icu} or {@code und-u-ks-level2}
 * @param provider the provider of the rules: {@code libc} or {@code icu}
 * @param deterministic whether texts are equal only if their bytes are
 */
public record DropCollation(String name, String locale, String provider, boolean deterministic)
        implements CollationOperation {
    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        editor.dropCollation(collation());
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
}
