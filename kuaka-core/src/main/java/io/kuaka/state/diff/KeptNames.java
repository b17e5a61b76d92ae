package io.kuaka.state.diff;

import io.kuaka.state.CheckConstraint;
import io.kuaka.state.Constraint;
import io.kuaka.state.Field;
import io.kuaka.state.Index;
import io.kuaka.state.IndexPart;
import io.kuaka.state.Indexes;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.Names;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Reference;
import io.kuaka.state.UniqueConstraint;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The models, with the names that the history gives to constraints and indexes for which the models name none.
 *
 * <p>An adopted database has such names. Whoever names nothing doesn't mind them, so that they are no reason for a
 * migration. Names that Kuaka made itself follow their tables and columns as before. What {@link SharedColumns} sees as
 * equal is spelled as in the history, too.
 */
public final class KeptNames {
    private final ModelState original;
    private final ModelState was;
    private ModelState now;

    private KeptNames(ModelState original, ModelState was, ModelState now) {
        this.original = original;
        this.was = was;
        this.now = now;
    }

    /**
     * Returns a model with the names of the history, after fields were renamed.
     *
     * @param original the model in the history, which tells the names that Kuaka made
     * @param was the same with the new names of its fields
     */
    public static ModelState in(ModelState original, ModelState was, ModelState now) {
        return new KeptNames(original, was, now).keep();
    }

    /**
     * Returns the models with the names of the history.
     *
     * @param history the state at the end of the history
     */
    public static ProjectState in(ProjectState history, ProjectState models) {
        return in(history, models, Optional::of);
    }

    /**
     * Returns the models with the names of the history.
     *
     * @param history the state at the end of the history
     * @param former the name that a model has in the history; none for a new one
     */
    public static ProjectState in(
            ProjectState history, ProjectState models, Function<ModelKey, Optional<ModelKey>> former) {
        ProjectState kept = models;
        for (Map.Entry<ModelKey, ModelState> entry : models.models().entrySet()) {
            @Nullable
            ModelState was = former.apply(entry.getKey())
                    .flatMap(key -> Optional.ofNullable(history.models().get(key)))
                    .orElse(null);
            if (was != null && !was.equals(entry.getValue())) {
                ModelState now = SharedColumns.spelledAs(was, new KeptNames(was, was, entry.getValue()).keep());
                kept = kept.updateModel(entry.getKey(), model -> now);
            }
        }
        return kept;
    }

    private ModelState keep() {
        if (now.primaryKeyName() == null) {
            now = now.primaryKeyName(was.primaryKeyName());
        }
        for (Field field : List.copyOf(now.fields().values())) {
            Field old = was.fields().get(field.name());
            if (old != null && field.isReference() && old.isReference()) {
                keepForeignKey(field, old.requireReference());
            }
            if (old != null && field.isUnique() && !old.isUnique()) {
                keepUnique(now.field(field.name()));
            }
        }
        for (Constraint constraint : List.copyOf(now.constraints().values())) {
            kept(
                            was.constraints().values(),
                            constraint.name(),
                            now.constraints(),
                            Constraint::name,
                            constraint::equals,
                            Constraint::withName)
                    .ifPresent(name -> now = now.withAlteredConstraint(constraint.name(), constraint.withName(name)));
        }
        for (Index index : List.copyOf(now.indexes().values())) {
            kept(was.indexes().values(), index.name(), now.indexes(), Index::name, index::equals, Index::withName)
                    .ifPresent(name -> now = now.withAlteredIndex(index.name(), index.withName(name)));
        }
        return now;
    }

    private void keepForeignKey(Field field, Reference old) {
        String name = old.constraintName();
        Reference reference = field.requireReference();
        if (name != null && reference.constrained() && reference.constraintName() == null) {
            now = now.withAlteredField(field.foreignKey(name));
        }
    }

    /** A name other than the usual one makes a constraint of its own of what the model says of the field. */
    private void keepUnique(Field field) {
        was.constraints().values().stream()
                .filter(old -> old.equals(Indexes.unique(old.name()).on(field.name())))
                .filter(old -> !now.constraints().containsKey(old.name()))
                .findFirst()
                .ifPresent(old ->
                        now = now.withAlteredField(field.withUnique(false)).withConstraint(old));
    }

    /** Returns the name that a part has in the history, if it is the same one and nobody named it now. */
    private <T> Optional<String> kept(
            Collection<T> before,
            String name,
            Map<String, T> others,
            Function<T, String> nameOf,
            Predicate<T> isPart,
            BiFunction<T, String, T> withName) {
        if (!isGenerated(now, name)) {
            return Optional.empty();
        }
        return before.stream()
                .filter(old -> !others.containsKey(nameOf.apply(old)))
                .filter(old -> !isGenerated(original, nameOf.apply(old)))
                .filter(old -> isPart.test(withName.apply(old, name)))
                .map(nameOf)
                .findFirst();
    }

    /** Returns whether Kuaka makes the name of this part of a model if it is given none. */
    private static boolean isGenerated(ModelState model, String name) {
        Constraint constraint = model.constraints().get(name);
        if (constraint != null) {
            return constraint instanceof CheckConstraint
                    ? isCheck(model, name)
                    : name.equals(usualName(model, constraint));
        }
        Index index = model.indexes().get(name);
        return index != null && name.equals(Names.index(model.table(), columns(model, index)));
    }

    /** Several checks without a name are numbered. */
    private static boolean isCheck(ModelState model, String name) {
        String first = name.replaceFirst("_\\d+$", "");
        return first.equals(Names.check(model.table(), List.of()))
                || model.fields().values().stream()
                        .flatMap(field -> field.columns().stream())
                        .anyMatch(column -> first.equals(Names.check(model.table(), List.of(column))));
    }

    private static String usualName(ModelState model, Constraint constraint) {
        List<String> columns = constraint instanceof UniqueConstraint unique
                ? columns(model, unique.fieldNames())
                : columns(model, List.copyOf(constraint.fields()));
        return constraint instanceof UniqueConstraint
                ? Names.unique(model.table(), columns)
                : Names.exclusion(model.table(), columns);
    }

    private static List<String> columns(ModelState model, List<String> fields) {
        return fields.stream().flatMap(name -> columnsOf(model, name).stream()).toList();
    }

    private static List<String> columnsOf(ModelState model, String name) {
        Field field = model.fields().get(name);
        return field == null ? List.of(name) : field.columns();
    }

    private static List<String> columns(ModelState model, Index index) {
        return index.parts().stream()
                .flatMap(part -> columns(model, part).stream())
                .toList();
    }

    private static List<String> columns(ModelState model, IndexPart part) {
        String order = part.descending() ? " desc" : "";
        return part
                .field()
                .map(name -> columnsOf(model, name))
                .orElse(List.of(Objects.toString(part.expression())))
                .stream()
                .map(column -> column + order)
                .toList();
    }
}
