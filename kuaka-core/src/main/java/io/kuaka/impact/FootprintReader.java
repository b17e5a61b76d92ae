package io.kuaka.impact;

import io.kuaka.expression.Expression;
import io.kuaka.migration.AppliedOperation;
import io.kuaka.operation.FieldOperation;
import io.kuaka.state.Constraint;
import io.kuaka.state.Field;
import io.kuaka.state.Index;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Reference;
import io.kuaka.state.diff.ModelDiff;
import io.kuaka.state.diff.ModelDiff.Attribute;
import io.kuaka.state.diff.StateDiff;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Collects a {@link Footprint}: pieces that differ are written, and what they refer to is read.
 *
 * <p>It fails closed: if states, or versions of a model, differ and the difference is empty, the footprint is
 * everything.
 */
final class FootprintReader {
    private final AppliedOperation applied;
    private final ProjectState before;
    private final ProjectState after;
    private final StateDiff difference;
    private final Set<StateElement> writes = new TreeSet<>();
    private final Set<StateElement> reads = new TreeSet<>();

    FootprintReader(AppliedOperation applied, StateDiff difference) {
        this.applied = applied;
        this.before = applied.before();
        this.after = applied.after();
        this.difference = difference;
    }

    Footprint read() {
        boolean isExplained = !difference.isEmpty();
        for (ModelKey key : difference.models().keys()) {
            ModelDiff changes = difference.model(key);
            isExplained &= !changes.isEmpty();
            model(key, changes);
        }
        difference.others().forEach((kind, changes) -> changes.keys().forEach(key -> {
            writes.add(StateElement.other(kind, key));
            writes.add(StateElement.name(key.name()));
        }));
        if (applied.operation() instanceof FieldOperation field) {
            field.values().forEach(value -> value(new ModelKey(applied.app(), field.model()), value));
        }
        reads.removeAll(writes);
        return new Footprint(writes, reads, !isExplained);
    }

    private void model(ModelKey key, ModelDiff changes) {
        boolean stays = before.hasModel(key) && after.hasModel(key);
        (stays ? reads : writes).add(StateElement.of(StateElement.Kind.MODEL, key));
        if (key.isPart()) {
            reads.add(StateElement.of(StateElement.Kind.MODEL, key.owner()));
        }
        changes.attributes().forEach(attribute -> attribute(key, attribute));
        if (!primaryKey(before, key).equals(primaryKey(after, key))) {
            writes.add(StateElement.of(StateElement.Kind.PRIMARY_KEY, key));
        }
        columns(key, before, after);
        columns(key, after, before);
        fields(key, before, changes.fields().before());
        fields(key, after, changes.fields().after());
        changes.indexes().before().values().forEach(index -> index(key, before, index));
        changes.indexes().after().values().forEach(index -> index(key, after, index));
        changes.constraints().before().values().forEach(constraint -> constraint(key, before, constraint));
        changes.constraints().after().values().forEach(constraint -> constraint(key, after, constraint));
    }

    private void attribute(ModelKey key, Attribute attribute) {
        switch (attribute) {
            case NAME -> writes.add(StateElement.of(StateElement.Kind.MODEL, key));
            case TABLE, SCHEMA -> {
                writes.add(StateElement.of(StateElement.Kind.TABLE, key));
                models(key).forEach(model -> writes.add(StateElement.name(model.table())));
            }
            case KEY_NAME -> {
                writes.add(StateElement.of(StateElement.Kind.PRIMARY_KEY, key));
                models(key)
                        .flatMap(model -> Stream.ofNullable(model.primaryKeyName()))
                        .forEach(name -> writes.add(StateElement.name(name)));
            }
            case KEY_ORDER -> writes.add(StateElement.of(StateElement.Kind.PRIMARY_KEY, key));
            case COMMENT -> writes.add(StateElement.of(StateElement.Kind.COMMENT, key));
        }
    }

    /** Adds the columns that a model has in one state and not in the other. */
    private void columns(ModelKey key, ProjectState state, ProjectState other) {
        Set<String> columns = columns(state, key);
        columns.removeAll(columns(other, key));
        columns.forEach(column -> writes.add(StateElement.column(key, column)));
    }

    private void fields(ModelKey key, ProjectState state, Map<String, Field> fields) {
        fields.values().forEach(field -> {
            writes.add(StateElement.field(key, field.name()));
            field(key, state, field);
        });
    }

    private void field(ModelKey key, ProjectState state, Field field) {
        read(
                key,
                fields(state, key)
                        .filter(other -> !Collections.disjoint(other.columns(), field.columns()))
                        .map(Field::name));
        if (field.generated() != null) {
            value(key, field.generated().expression());
        }
        state.idGenerator(key, field)
                .ifPresent(generator -> generator.match(
                        from -> reads.add(StateElement.other(StateDiff.SEQUENCE, from.source())),
                        from -> reads.add(StateElement.of(StateElement.Kind.MODEL, from.source()))));
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

    private void index(ModelKey key, ProjectState state, Index index) {
        writes.add(StateElement.of(StateElement.Kind.INDEX, key, index.name()));
        writes.add(StateElement.name(index.name()));
        read(key, index.fields().stream());
        read(key, fields(state, key).filter(index::uses).map(Field::name));
    }

    private void constraint(ModelKey key, ProjectState state, Constraint constraint) {
        writes.add(StateElement.of(StateElement.Kind.CONSTRAINT, key, constraint.name()));
        writes.add(StateElement.name(constraint.name()));
        read(key, constraint.fields().stream());
        read(key, fields(state, key).filter(constraint::uses).map(Field::name));
    }

    private void value(ModelKey key, Expression value) {
        read(key, value.fields().stream());
        read(
                key,
                models(key)
                        .flatMap(model -> model.fields().values().stream())
                        .filter(field -> field.columns().stream().anyMatch(value::mentionsColumn))
                        .map(Field::name));
    }

    private void read(ModelKey key, Stream<String> fields) {
        fields.forEach(name -> reads.add(StateElement.field(key, name)));
    }

    /** Returns the versions of a model before and after, where it exists. */
    private Stream<ModelState> models(ModelKey key) {
        return Stream.of(before, after)
                .flatMap(state -> Stream.ofNullable(state.models().get(key)));
    }

    private static Stream<Field> fields(ProjectState state, ModelKey key) {
        return Stream.ofNullable(state.models().get(key)).flatMap(model -> model.fields().values().stream());
    }

    private static List<Field> primaryKey(ProjectState state, ModelKey key) {
        return fields(state, key).filter(Field::isPrimaryKey).toList();
    }

    private static Set<String> columns(ProjectState state, ModelKey key) {
        return fields(state, key)
                .flatMap(field -> field.columns().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
