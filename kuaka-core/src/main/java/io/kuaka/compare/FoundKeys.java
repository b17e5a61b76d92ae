package io.kuaka.compare;

import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.Names;
import io.kuaka.state.OnDelete;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes over differences in the primary key and the foreign keys of one table. */
record FoundKeys(
        SchemaNames names, ProjectState state, Map<TableName, ModelKey> models, ModelState model, Table table) {
    /** Returns the model with the primary key that the table has. */
    Optional<ModelState> primary() {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String column : table.primaryKey()) {
            partsOfKey(column).forEach(field -> fields.putIfAbsent(field.name(), field.withPrimaryKey(true)));
        }
        for (Field field : model.fields().values()) {
            fields.putIfAbsent(field.name(), field.withPrimaryKey(false));
        }
        return Optional.of(
                withName(model.withMembers(fields, model.indexes(), model.constraints()), table.primaryKeyName()));
    }

    /** A reference beside the fields that have its columns is no part of a key that these make. */
    private Stream<Field> partsOfKey(String column) {
        List<Field> fields = FoundColumns.fieldsOf(names, model, column);
        return fields.stream().anyMatch(Field::isPrimaryKey)
                ? fields.stream().filter(Field::isPrimaryKey)
                : fields.stream()
                        .min(Comparator.comparing(field -> field.columns().size()))
                        .stream();
    }

    /** Returns the model with what the table has of a difference in its primary key. */
    Optional<ModelState> primary(SchemaDifference difference) {
        return difference.aspect().equals("name") ? Optional.of(withName(model, difference.found())) : primary();
    }

    private ModelState withName(ModelState named, @Nullable String there) {
        return there == null || names.isSame(there, Names.primaryKey(named.table()))
                ? named.primaryKeyName(null)
                : named.primaryKeyName(names.written(there));
    }

    /** Returns the model with what the table has of a foreign key; empty if a model can't state it. */
    Optional<ModelState> foreign(SchemaDifference difference) {
        if (difference.expected() == null) {
            return added(found(difference.name()));
        }
        Field field = model.fields().values().stream()
                .filter(each -> each.isReference() && each.requireReference().constrained())
                .filter(each -> names.isSame(nameOf(each), difference.name()))
                .findFirst()
                .orElseThrow();
        String there = difference.found();
        if (there == null) {
            return Optional.of(model.withAlteredField(field.withoutForeignKey()));
        }
        return difference.aspect().equals("name")
                ? Optional.of(model.withAlteredField(field.foreignKey(names.written(there))))
                : redefined(field, found(difference.name()));
    }

    private String nameOf(Field field) {
        String given = field.requireReference().constraintName();
        return given == null ? Names.foreignKey(model.table(), field.columns()) : given;
    }

    private ForeignKey found(String name) {
        return table.foreignKeys().stream()
                .filter(key -> names.isSame(key.name(), name))
                .findFirst()
                .orElseThrow();
    }

    private Optional<ModelState> redefined(Field field, ForeignKey key) {
        Reference reference = field.requireReference();
        ModelKey target = models.get(names.canonical(key.target()));
        boolean isSameRule = reference.to().equals(target) && hasColumns(field, key.columns());
        return isSameRule ? stated(field, reference, key) : Optional.empty();
    }

    private static boolean refersTo(Field field, @Nullable ModelKey target) {
        return field.isReference() && field.requireReference().to().equals(target);
    }

    private boolean hasColumns(Field field, List<String> columns) {
        return field.columns().size() == columns.size()
                && columns.stream()
                        .allMatch(column -> field.columns().stream().anyMatch(own -> names.isSame(own, column)));
    }

    /** What happens when a key changes isn't part of a model, as keys don't change. */
    private Optional<ModelState> stated(Field field, Reference reference, ForeignKey key) {
        if (key.onUpdate() != OnDelete.NO_ACTION) {
            return Optional.empty();
        }
        String name = names.written(key.name());
        boolean isUsual = names.isSame(name, Names.foreignKey(model.table(), field.columns()));
        return Optional.of(model.withAlteredField(field.withType(new Reference(
                reference.to(), reference.targets(), key.onDelete(), true, isUsual ? null : name, key.isDeferred()))));
    }

    private Optional<ModelState> added(ForeignKey key) {
        ModelKey target = models.get(names.canonical(key.target()));
        Optional<Field> field = model.fields().values().stream()
                .filter(each -> hasColumns(each, key.columns()))
                .min(Comparator.comparing(each -> !refersTo(each, target)));
        if (field.isEmpty() || target == null || !state.hasModel(target)) {
            return Optional.empty();
        }
        if (field.get().isReference()) {
            return redefined(field.get(), key);
        }
        ModelState other = state.model(target);
        List<String> targets = new ArrayList<>();
        for (String column : key.targetColumns()) {
            FoundColumns.fieldsOf(names, other, column).stream()
                    .findFirst()
                    .ifPresent(each -> targets.add(each.name()));
        }
        boolean isKey =
                targets.equals(other.primaryKey().stream().map(Field::name).toList());
        Reference reference = Reference.to(target).withTargets(isKey ? List.of() : targets);
        return stated(field.get(), reference, key);
    }
}
