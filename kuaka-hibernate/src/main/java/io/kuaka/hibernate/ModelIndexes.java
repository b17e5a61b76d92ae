package io.kuaka.hibernate;

import io.kuaka.annotations.ModelIndex;
import io.kuaka.expression.Expression;
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

/** Adds the indexes that {@link ModelIndex} declares on an entity and its mapped superclasses. */
final class ModelIndexes {
    private final String where;
    private final Problems problems;

    private ModelIndexes(String where, Problems problems) {
        this.where = where;
        this.problems = problems;
    }

    /** Returns the model with the indexes of the entity added. */
    static ModelState add(ModelState model, PersistentClass entity, Problems problems) {
        ModelIndexes indexes = new ModelIndexes(EntityNames.where(entity), problems);
        ModelState result = model;
        Class<?> own = entity.getMappedClass();
        for (Class<?> type = own; type != null && type != Object.class; type = type.getSuperclass()) {
            if (type.equals(own) || !type.isAnnotationPresent(Entity.class)) {
                for (ModelIndex index : type.getDeclaredAnnotationsByType(ModelIndex.class)) {
                    result = indexes.add(result, index, type.equals(own));
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
        if (!mayHaveName && !index.name().isEmpty()) {
            problems.add(
                    where,
                    "the index \"" + name
                            + "\" of a mapped superclass would have the same name in each table. Leave its"
                            + " name out, or put it on the entity.");
        }
        if (parts.isEmpty()) {
            problems.add(where, "an index of @ModelIndex covers nothing. Name its fields or expressions.");
        }
        return index.nullsNotDistinct()
                ? model.withConstraint(constraint(model, index, columns))
                : model.withIndex(index(model, index, name, parts));
    }

    private Index index(ModelState model, ModelIndex index, String name, List<IndexPart> parts) {
        Index result = Indexes.index(name).withParts(parts).include(checked(model, index.include()));
        result = index.unique() ? result.unique() : result;
        result = index.method().isEmpty() ? result : result.using(index.method());
        return index.condition().isEmpty() ? result : result.where(Expression.sql(index.condition()));
    }

    /** Only a constraint says that nulls are alike. */
    private UniqueConstraint constraint(ModelState model, ModelIndex index, List<String> columns) {
        boolean plain = index.expressions().length == 0
                && index.method().isEmpty()
                && index.operatorClasses().length == 0
                && Stream.of(index.fields()).noneMatch(field -> field.startsWith("-"));
        if (!plain || !index.unique()) {
            problems.add(
                    where,
                    "an index with \"nullsNotDistinct\" must be unique, over plain fields in ascending order. Leave the"
                            + " rest out, or create the index by RunSql.");
        }
        String name = index.name().isEmpty() ? Names.unique(model.table(), columns) : index.name();
        UniqueConstraint unique = Indexes.unique(name)
                .on(index.fields())
                .include(checked(model, index.include()))
                .nullsNotDistinct();
        return index.condition().isEmpty() ? unique : unique.where(Expression.sql(index.condition()));
    }

    private List<IndexPart> parts(ModelState model, ModelIndex index) {
        List<IndexPart> parts = new ArrayList<>();
        for (String field : index.fields()) {
            checked(model, plain(field));
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
            problems.add(
                    where, "an index of @ModelIndex has more operator classes than parts. Name one for each part.");
        }
        return parts;
    }

    /** Returns the fields, each of which the model or its table must have. */
    private String[] checked(ModelState model, String... fields) {
        for (String field : fields) {
            boolean known = model.fields().containsKey(field)
                    || model.fields().values().stream()
                            .anyMatch(each -> each.columns().contains(field));
            if (!known) {
                problems.add(
                        where,
                        "@ModelIndex names \"" + field + "\", which its table doesn't have. Known: \""
                                + String.join("\", \"", model.fields().keySet()) + "\".");
            }
        }
        return fields;
    }

    private static List<String> columns(ModelState model, ModelIndex index) {
        List<String> columns = new ArrayList<>();
        for (String name : index.fields()) {
            Field field = model.fields().get(plain(name));
            List<String> own = field == null ? List.of(plain(name)) : field.columns();
            own.forEach(column -> columns.add(name.startsWith("-") ? column + " desc" : column));
        }
        columns.addAll(List.of(index.expressions()));
        return columns;
    }

    private static String plain(String field) {
        return field.startsWith("-") ? field.substring(1) : field;
    }
}
