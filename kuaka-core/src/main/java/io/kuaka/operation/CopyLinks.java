package io.kuaka.operation;

import io.kuaka.routing.Placement;
import io.kuaka.schema.LinkCopy;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;

/**
 * Copies links between rows from a reference to a join table, or the reverse, when a many-to-one becomes a
 * many-to-many, for example.
 *
 * <p>One of the two attributes is a reference of an entity, such as {@code Pet.owner}, the other one has a join table
 * between the same entities, such as {@code Owner.pets} or {@code Pet.owners}. Both must exist. Existing links in the
 * target stay, except references of rows that have a link. On the way to a reference, a row with several links makes
 * the migration fail.
 *
 * @param from the attribute to copy from, as in {@code Pet.owner}
 * @param to the attribute to copy to
 */
public record CopyLinks(String from, String to) implements Operation {
    @Override
    public ProjectState apply(String app, ProjectState before) {
        return before;
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        LinkCopy.between(context, from, to).execute(editor);
    }

    @Override
    public boolean isOn(Placement placement, String app) {
        return placement.has(new ModelKey(app, from.substring(0, from.indexOf('.'))));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new CopyLinks(to, from);
    }

    @Override
    public String describe() {
        return "Copy links from " + from + " to " + to;
    }

    @Override
    public String nameFragment() {
        return NameParts.join("copy", from);
    }

    @Override
    public Category category() {
        return Category.ALTERATION;
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(CopyLinks.class, Literals.string(from), Literals.string(to));
    }
}
