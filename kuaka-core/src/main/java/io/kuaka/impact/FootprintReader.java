package io.kuaka.impact;

import io.kuaka.expression.Expression;
import io.kuaka.operation.FieldOperation;
import io.kuaka.operation.Operation;
import io.kuaka.state.Constraint;
import io.kuaka.state.Field;
import io.kuaka.state.Index;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Reference;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects a {@link Footprint}: pieces that differ are written, and what pieces that differ refer to is read. */
final class FootprintReader {
    private final ProjectState before;
    private final ProjectState after;
    private final Set<StateElement> writes = new TreeSet<>();
    private final Set<StateElement> reads = new TreeSet<>();

    FootprintReader(ProjectState before, ProjectState after) {
        this.before = before;
        this.after = after;
    }

    Footprint read(String app, Operation operation) {
        differing(before.models(), after.models()).forEach(this::model);
        differing(before.sequences(), after.sequences()).forEach(key -> {
            writes.add(StateElement.of(StateElement.Kind.SEQUENCE, key));
            writes.add(StateElement.name(key.name()));
        });
        if (operation instanceof FieldOperation field) {
            field.values().forEach(value -> value(new ModelKey(app, field.model()), value));
        }
        reads.removeAll(writes);
        return new Footprint(writes, reads, false);
    }

    private void model(ModelKey key) {
        @Nullable ModelState then = before.models().get(key);
        @Nullable ModelState now = after.models().get(key);
        if (then == null || now == null) {
            writes.add(StateElement.of(StateElement.Kind.MODEL, key));
        } else {
            reads.add(StateElement.of(StateElement.Kind.MODEL, key));
        }
        if (key.name().indexOf('.') > 0) {
            reads.add(StateElement.of(
                    StateElement.Kind.MODEL,
                    key.sibling(key.name().substring(0, key.name().indexOf('.')))));
        }
        ModelState empty = new ModelState(key.name(), "", null, Map.of(), Map.of(), Map.of(), null);
        members(key, before, then == null ? empty : then, now == null ? empty : now);
        members(key, after, now == null ? empty : now, then == null ? empty : then);
    }

    /** Looks at what {@code model} has otherwise than {@code other}. */
    private void members(ModelKey key, ProjectState state, ModelState model, ModelState other) {
        if (!model.table().equals(other.table()) || !Objects.equals(model.schema(), other.schema())) {
            writes.add(StateElement.of(StateElement.Kind.TABLE, key));
            writes.add(StateElement.name(model.table()));
        }
        if (!Objects.equals(model.comment(), other.comment())) {
            writes.add(StateElement.of(StateElement.Kind.COMMENT, key));
        }
        if (!model.primaryKey().equals(other.primaryKey())) {
            writes.add(StateElement.of(StateElement.Kind.PRIMARY_KEY, key));
        }
        Set<String> columns = columns(model);
        columns.removeAll(columns(other));
        columns.forEach(column -> writes.add(StateElement.column(key, column)));
        each(model.fields(), other.fields(), (name, field) -> {
            writes.add(StateElement.of(StateElement.Kind.FIELD, key, name));
            field(key, state, model, field);
        });
        each(model.indexes(), other.indexes(), (name, index) -> {
            writes.add(StateElement.of(StateElement.Kind.INDEX, key, name));
            writes.add(StateElement.name(name));
            index(key, model, index);
        });
        each(model.constraints(), other.constraints(), (name, constraint) -> {
            writes.add(StateElement.of(StateElement.Kind.CONSTRAINT, key, name));
            writes.add(StateElement.name(name));
            constraint(key, model, constraint);
        });
    }

    private void field(ModelKey key, ProjectState state, ModelState model, Field field) {
        model.fields().values().stream()
                .filter(other -> !Collections.disjoint(other.columns(), field.columns()))
                .forEach(other -> reads.add(StateElement.of(StateElement.Kind.FIELD, key, other.name())));
        if (field.generated() != null) {
            value(key, field.generated().expression());
        }
        if (field.isReference()) {
            Reference reference = field.requireReference();
            reads.add(StateElement.of(StateElement.Kind.MODEL, reference.to()));
            reads.add(StateElement.of(StateElement.Kind.PRIMARY_KEY, reference.to()));
            reads.addAll(targets(state, reference));
        }
    }

    private static List<StateElement> targets(ProjectState state, Reference reference) {
        Collection<String> fields = reference.targets().isEmpty() && state.hasModel(reference.to())
                ? reference.targetFields(state).stream().map(Field::name).toList()
                : reference.targets();
        return fields.stream()
                .map(name -> StateElement.of(StateElement.Kind.FIELD, reference.to(), name))
                .toList();
    }

    private void index(ModelKey key, ModelState model, Index index) {
        fields(key, index.fields());
        fields(key, model.fields().values().stream().filter(index::uses).map(Field::name));
    }

    private void constraint(ModelKey key, ModelState model, Constraint constraint) {
        fields(key, constraint.fields());
        fields(key, model.fields().values().stream().filter(constraint::uses).map(Field::name));
    }

    private void value(ModelKey key, Expression value) {
        fields(key, value.fields());
        fields(
                key,
                Stream.of(before, after)
                        .filter(state -> state.hasModel(key))
                        .flatMap(state -> state.model(key).fields().values().stream())
                        .filter(field -> field.columns().stream().anyMatch(value::mentionsColumn))
                        .map(Field::name));
    }

    private void fields(ModelKey key, Collection<String> names) {
        fields(key, names.stream());
    }

    private void fields(ModelKey key, Stream<String> names) {
        names.forEach(name -> reads.add(StateElement.of(StateElement.Kind.FIELD, key, name)));
    }

    private static Set<String> columns(ModelState model) {
        return model.fields().values().stream()
                .flatMap(field -> field.columns().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <T> void each(Map<String, T> members, Map<String, T> others, BiConsumer<String, T> action) {
        members.forEach((name, member) -> {
            if (!member.equals(others.get(name))) {
                action.accept(name, member);
            }
        });
    }

    private static <T> Set<ModelKey> differing(Map<ModelKey, T> some, Map<ModelKey, T> others) {
        return Stream.of(some, others)
                .flatMap(map -> map.keySet().stream())
                .filter(key -> !Objects.equals(some.get(key), others.get(key)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
