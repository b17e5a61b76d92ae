package io.kuaka.entity;

import static io.kuaka.entity.Jpa.hibernate;
import static io.kuaka.entity.Jpa.jakarta;

import io.kuaka.entity.AnnotationText.Annotation;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes the entities of a state whose expressions are SQL, as those that were read from a database are.
 *
 * <p>Law: who reads the written entities with Hibernate gets a state that makes the same tables, but for what the notes of
 * the entities say. The classes need Jakarta Persistence, Hibernate, and for some rules Kuaka's annotations.
 */
public final class EntityWriter {
    private final Entities entities;
    private final Map<ModelKey, List<String>> notes;

    private EntityWriter(Entities entities, Map<ModelKey, List<String>> notes) {
        this.entities = entities;
        this.notes = notes;
    }

    /**
     * Returns an entity for each model but those that only join two others: these are collections of the first one.
     *
     * @param notes what is known beforehand that models can't express
     * @param words how the database calls a type
     */
    public static List<EntitySource> write(
            ProjectState state,
            Map<ModelKey, List<String>> notes,
            EntityOptions options,
            Function<ColumnType, String> words) {
        EntityWriter writer = new EntityWriter(Entities.of(state, options, words), notes);
        return writer.entities.classNames().keySet().stream()
                .map(writer::entity)
                .toList();
    }

    private EntitySource entity(ModelKey key) {
        ModelState model = entities.model(key);
        List<String> known = new ArrayList<>(notes.getOrDefault(key, List.of()));
        entities.linksOf(key).forEach(link -> known.addAll(notes.getOrDefault(link, List.of())));
        boolean hasKey = !model.primaryKey().isEmpty();
        if (!hasKey) {
            known.add("The table has no primary key, and JPA wants an id. So all columns are the id here, and Kuaka"
                    + " leaves the table alone.");
        }
        Entities all = hasKey ? entities : entities.withKeyOfAll(key);
        EntityAttributes attributes = new EntityAttributes(all, key, known);
        TableRules rules =
                new TableRules(all.model(key), attributes::says, all.options().isJakarta32(), known);
        String className = all.className(key);
        List<Annotation> annotations = annotations(all, key, attributes.isComposite(), rules);
        if (!hasKey) {
            annotations.add(Annotation.of(Jpa.KUAKA + "Unmanaged"));
        }
        String text = new EntityText(all, className, model.table(), annotations, attributes, known).text();
        return new EntitySource(all.options().packageName(), className, model.table(), text, known);
    }

    private static List<Annotation> annotations(
            Entities entities, ModelKey key, boolean isComposite, TableRules rules) {
        ModelState model = entities.model(key);
        EntityOptions options = entities.options();
        List<Annotation> annotations = new ArrayList<>();
        annotations.add(jakarta("Entity"));
        Annotation table = new JoinColumns(entities, model)
                .table(jakarta("Table"))
                .withEach("uniqueConstraints", rules.uniques())
                .withEach("indexes", rules.indexes())
                .withEach("check", rules.checks());
        String comment = model.comment();
        annotations.add(comment != null && options.isJakarta32() ? table.with("comment", comment) : table);
        annotations.addAll(rules.others());
        if (isComposite && options.keys() != EntityOptions.Keys.EMBEDDED) {
            String className = entities.className(key);
            annotations.add(jakarta("IdClass").with("", AnnotationText.code(className + "." + className + "Id.class")));
        }
        if (comment != null && !options.isJakarta32()) {
            annotations.add(hibernate("Comment").with("", comment));
        }
        return annotations;
    }
}
