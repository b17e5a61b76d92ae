package io.kuaka.compare;

import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.Names;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Reference;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        Field field = field(difference.name()).orElseThrow();
        String there = difference.found();
        if (there == null) {
            return Optional.of(model.withAlteredField(field.withoutForeignKey()));
        }
        return difference.aspect().equals("name")
                ? Optional.of(model.withAlteredField(field.foreignKey(names.written(there))))
                : redefined(field, found(difference.name(), field));
    }

    /** Returns the model without a foreign key; empty if it has none of this name. */
    Optional<ModelState> without(String name) {
        return field(name).map(field -> model.withAlteredField(field.withoutForeignKey()));
    }

    private Optional<Field> field(String foreignKey) {
        return model.fields().values().stream()
                .filter(FoundKeys::isConstrained)
                .filter(each -> names.isSame(nameOf(model, each), foreignKey))
                .findFirst();
    }

    /** Returns the name of the foreign key that a field of a model has. */
    static String nameOf(ModelState model, Field field) {
        String given = field.requireReference().constraintName();
        return given == null ? Names.foreignKey(model.table(), field.columns()) : given;
    }

    private ForeignKey found(String name) {
        return table.foreignKeys().stream()
                .filter(key -> names.isSame(key.name(), name))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the key of this name, or that of the field's columns under another name. */
    private ForeignKey found(String name, Field field) {
        return table.foreignKeys().stream()
                .filter(key -> names.isSame(key.name(), name))
                .findFirst()
                .or(() -> table.foreignKeys().stream()
                        .filter(key -> hasColumns(field, key.columns()))
                        .findFirst())
                .orElseThrow();
    }

    private Optional<ModelState> redefined(Field field, ForeignKey key) {
        return hasColumns(field, key.columns())
                ? referenceOf(field, key).map(reference -> model.withAlteredField(field.withType(reference)))
                : Optional.empty();
    }

    private boolean refersTo(Field field, ForeignKey key) {
        return field.isReference() && field.requireReference().to().equals(models.get(names.canonical(key.target())));
    }

    private boolean hasColumns(Field field, List<String> columns) {
        return field.columns().size() == columns.size()
                && columns.stream()
                        .allMatch(column -> field.columns().stream().anyMatch(own -> names.isSame(own, column)));
    }

    private Optional<ModelState> added(ForeignKey key) {
        Optional<Field> field = model.fields().values().stream()
                .filter(each -> hasColumns(each, key.columns()))
                .min(Comparator.comparing(FoundKeys::isConstrained).thenComparing(each -> !refersTo(each, key)));
        return field.flatMap(each -> isConstrained(each) ? besides(each, key) : redefined(each, key));
    }

    /** Returns whether a field has a foreign key. */
    static boolean isConstrained(Field field) {
        return field.isReference() && field.requireReference().constrained();
    }

    /** Columns that refer to two tables, or twice to one, belong to one more field. */
    private Optional<ModelState> besides(Field field, ForeignKey key) {
        String name = names.written(key.name()).replace("`", "");
        String free = model.fields().containsKey(name) ? name + "_" : name;
        return referenceOf(field, key)
                .map(reference -> model.withField(
                        Field.of(free, reference).withColumns(field.columns()).withNullable(field.isNullable())));
    }

    /** Returns what a foreign key of a field's columns says; empty if it refers to what no model has. */
    private Optional<Reference> referenceOf(Field field, ForeignKey key) {
        ModelKey target = models.get(names.canonical(key.target()));
        if (target == null || !state.hasModel(target)) {
            return Optional.empty();
        }
        String name = names.written(key.name());
        boolean isUsual = names.isSame(name, Names.foreignKey(model.table(), field.columns()));
        return targets(field, key, target)
                .map(targets ->
                        new Reference(target, targets, key.onDelete(), true, isUsual ? null : name, key.isDeferred()));
    }

    /** Returns the fields that are referred to in the order of the referring columns; none for the primary key. */
    private Optional<List<String>> targets(Field field, ForeignKey key, ModelKey target) {
        if (refersTo(field, key)) {
            return Optional.of(field.requireReference().targets());
        }
        ModelState other = state.model(target);
        List<String> places = key.columns().stream().map(names::canonical).toList();
        Set<String> targets = new LinkedHashSet<>();
        for (String column : field.columns()) {
            int place = places.indexOf(names.canonical(column));
            List<Field> there =
                    FoundColumns.fieldsOf(names, other, key.targetColumns().get(place));
            if (there.isEmpty()) {
                return Optional.empty();
            }
            targets.add(there.get(0).name());
        }
        List<String> keyFields = other.primaryKey().stream().map(Field::name).toList();
        return Optional.of(keyFields.equals(List.copyOf(targets)) ? List.of() : List.copyOf(targets));
    }
}
