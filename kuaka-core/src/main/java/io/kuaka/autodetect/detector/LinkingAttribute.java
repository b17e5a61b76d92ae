package io.kuaka.autodetect.detector;

import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.List;
import java.util.stream.Stream;

/**
 * An attribute that links the rows of two entities: a reference, or one with a join table.
 *
 * @param holder the model that holds the links
 * @param field the name of the reference in an entity; empty for a join table
 * @param references what refers to one of the two entities, or to both
 * @param hasLinksOnly whether a row needs nothing but the references
 */
record LinkingAttribute(ModelKey holder, String field, List<Field> references, boolean hasLinksOnly) {
    /** Returns the attribute with a join table; none where the table isn't one between two entities. */
    static Stream<LinkingAttribute> ofJoinTable(ModelKey key, ModelState table) {
        List<Field> references = table.fields().values().stream()
                .filter(Field::isReference)
                .filter(field -> field.generated() == null)
                .toList();
        // What else the table holds, such as the place in a list, no reference knows.
        boolean hasLinksOnly = table.fields().values().stream()
                .allMatch(field -> field.isReference() || field.isNullable() || field.defaultValue() != null);
        return key.isPart() && references.size() > 1
                ? Stream.of(new LinkingAttribute(key, "", references, hasLinksOnly))
                : Stream.empty();
    }

    static LinkingAttribute ofReference(ModelKey key, Field field) {
        return new LinkingAttribute(key, field.name(), List.of(field), true);
    }

    boolean isJoinTable() {
        return field.isEmpty();
    }

    String app() {
        return holder.app();
    }

    /** Returns the attribute's name within its app, as in {@code Pet.owner}. */
    String name() {
        return isJoinTable() ? holder.name() : holder.name() + "." + field;
    }

    /** Returns the attribute's name in messages about an app. */
    String nameFrom(String otherApp) {
        return app().equals(otherApp) ? name() : app() + "." + name();
    }

    List<String> columns() {
        return references.stream()
                .flatMap(reference -> reference.columns().stream())
                .toList();
    }

    Event added() {
        return isJoinTable() ? Event.created(holder) : Event.fieldAdded(holder, field);
    }

    Event copied() {
        return Event.linksCopied(holder, field);
    }

    /** Returns for each reference to a model the fields that it refers to. */
    List<List<String>> targetsIn(ModelKey model) {
        return references.stream()
                .filter(reference -> reference.refersTo(model))
                .map(reference -> reference.requireReference().targets())
                .toList();
    }
}
