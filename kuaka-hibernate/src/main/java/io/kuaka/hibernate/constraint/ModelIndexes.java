package io.kuaka.hibernate.constraint;

import io.kuaka.annotations.ModelExclusion;
import io.kuaka.annotations.ModelIndex;
import io.kuaka.expression.Expression;
import io.kuaka.hibernate.draft.EntityNames;
import io.kuaka.hibernate.draft.Problems;
import io.kuaka.state.ExclusionConstraint;
import io.kuaka.state.Field;
import io.kuaka.state.Index;
import io.kuaka.state.IndexPart;
import io.kuaka.state.Indexes;
import io.kuaka.state.ModelState;
import io.kuaka.state.Names;
import io.kuaka.state.UniqueConstraint;
import jakarta.persistence.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.mapping.PersistentClass;

/**
 * Adds the indexes and exclusion constraints that {@link ModelIndex} and {@link ModelExclusion} declare on an entity and its
 * mapped superclasses.
 */
public final class ModelIndexes {
    private final String where;
    private final Problems problems;

    private ModelIndexes(String where, Problems problems) {
        this.where = where;
        this.problems = problems;
    }

    /** Returns the model with what the entity declares. */
    public static ModelState add(ModelState model, PersistentClass entity, Problems problems) {
        ModelIndexes indexes = new ModelIndexes(EntityNames.where(entity), problems);
        ModelState result = model;
        Class<?> own = entity.getMappedClass();
        for (Class<?> type = own; type != null && type != Object.class; type = type.getSuperclass()) {
            if (type.equals(own) || !type.isAnnotationPresent(Entity.class)) {
                for (ModelIndex index : type.getDeclaredAnnotationsByType(ModelIndex.class)) {
                    result = indexes.add(result, index, type.equals(own));
                }
                for (ModelExclusion exclusion : type.getDeclaredAnnotationsByType(ModelExclusion.class)) {
                    result = indexes.add(result, exclusion, type.equals(own));
                }
            } else {
                break;
            }
        }
        return result;
    }

    private ModelState add(ModelState model, ModelIndex index, boolean mayHaveName) {
        List<IndexPart> parts = parts(model, index);
        List<String> columns = columns(model, index);
        String name = index.name().isEmpty() ? Names.index(model.table(), columns) : index.name();
        requireFreeName("index", index.name(), mayHaveName);
        if (parts.isEmpty()) {
            problems.add(where, "a @ModelIndex has no fields or expressions. Name some.");
        }
        if (index.nullsNotDistinct() && !index.unique()) {
            problems.add(
                    where,
                    "the index \"" + name
                            + "\" has \"nullsNotDistinct\", which only applies to unique indexes. Make it unique, or"
                            + " remove that.");
        }
        return index.nullsNotDistinct() && isPlain(index)
                ? model.withConstraint(constraint(model, index, columns))
                : model.withIndex(index(model, index, name, parts));
    }

    private void requireFreeName(String kind, String name, boolean mayHaveName) {
        if (!mayHaveName && !name.isEmpty()) {
            problems.add(
                    where,
                    "the " + kind + " \"" + name
                            + "\" of a mapped superclass would have the same name in each table. Remove its name, or"
                            + " put it on the entity.");
        }
    }

    private ModelState add(ModelState model, ModelExclusion exclusion, boolean mayHaveName) {
        requireFreeName("exclusion constraint", exclusion.name(), mayHaveName);
        List<String> columns = new ArrayList<>();
        ExclusionConstraint result = Indexes.exclusion("").using(exclusion.method());
        for (ModelExclusion.Part part : exclusion.parts()) {
            if (part.field().isEmpty() == part.expression().isEmpty()) {
                problems.add(
                        where, "a part of @ModelExclusion needs either a field or an expression. Name one of them.");
            } else if (part.field().isEmpty()) {
                result = result.with(Expression.sql(part.expression()), part.with());
            } else {
                checked("@ModelExclusion", model, part.field());
                columns.addAll(columns(model, part.field()));
                result = result.with(Expression.field(part.field()), part.with());
            }
        }
        if (exclusion.parts().length == 0) {
            problems.add(where, "a @ModelExclusion has no parts. Add some.");
        }
        result = exclusion.condition().isEmpty() ? result : result.where(Expression.sql(exclusion.condition()));
        result = exclusion.deferred() ? result.deferred() : result;
        return model.withConstraint(result.withName(
                exclusion.name().isEmpty() ? Names.exclusion(model.table(), columns) : exclusion.name()));
    }

    private Index index(ModelState model, ModelIndex index, String name, List<IndexPart> parts) {
        Index result = Indexes.index(name).withParts(parts).include(checked("@ModelIndex", model, index.include()));
        result = index.unique() ? result.unique() : result;
        result = index.nullsNotDistinct() ? result.nullsNotDistinct() : result;
        result = index.method().isEmpty() ? result : result.using(index.method());
        return index.condition().isEmpty() ? result : result.where(Expression.sql(index.condition()));
    }

    /** Returns whether a unique constraint is the same rule as an index. */
    private static boolean isPlain(ModelIndex index) {
        return index.expressions().length == 0
                && index.method().isEmpty()
                && index.operatorClasses().length == 0
                && Stream.of(index.fields()).noneMatch(field -> field.startsWith("-"));
    }

    private UniqueConstraint constraint(ModelState model, ModelIndex index, List<String> columns) {
        String name = index.name().isEmpty() ? Names.unique(model.table(), columns) : index.name();
        UniqueConstraint unique = Indexes.unique(name)
                .on(index.fields())
                .include(checked("@ModelIndex", model, index.include()))
                .nullsNotDistinct();
        return index.condition().isEmpty() ? unique : unique.where(Expression.sql(index.condition()));
    }

    private List<IndexPart> parts(ModelState model, ModelIndex index) {
        List<IndexPart> parts = new ArrayList<>();
        for (String field : index.fields()) {
            checked("@ModelIndex", model, plain(field));
            parts.add(IndexPart.parse(field));
        }
        for (String expression : index.expressions()) {
            parts.add(IndexPart.of(Expression.sql(expression)));
        }
        String[] classes = index.operatorClasses();
        for (int i = 0; i < Math.min(classes.length, parts.size()); i++) {
            if (!classes[i].isEmpty()) {
                parts.set(i, parts.get(i).operatorClass(classes[i]));
            }
        }
        if (classes.length > parts.size()) {
            problems.add(where, "a @ModelIndex has more operator classes than parts. Name one for each part.");
        }
        return parts;
    }

    /** Returns the fields, each of which the model or its table must have. */
    private String[] checked(String annotation, ModelState model, String... fields) {
        for (String field : fields) {
            boolean known = model.fields().containsKey(field)
                    || model.fields().values().stream()
                            .anyMatch(each -> each.columns().contains(field));
            if (!known) {
                problems.add(
                        where,
                        annotation + " names \"" + field + "\", which its table doesn't have. Known: \""
                                + String.join("\", \"", model.fields().keySet()) + "\".");
            }
        }
        return fields;
    }

    private static List<String> columns(ModelState model, ModelIndex index) {
        List<String> columns = new ArrayList<>();
        for (String name : index.fields()) {
            columns(model, plain(name))
                    .forEach(column -> columns.add(name.startsWith("-") ? column + " desc" : column));
        }
        columns.addAll(List.of(index.expressions()));
        return columns;
    }

    private static List<String> columns(ModelState model, String name) {
        Field field = model.fields().get(name);
        return field == null ? List.of(name) : field.columns();
    }

    private static String plain(String field) {
        return field.startsWith("-") ? field.substring(1) : field;
    }
}
