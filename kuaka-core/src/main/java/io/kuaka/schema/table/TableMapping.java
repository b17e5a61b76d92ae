package io.kuaka.schema.table;

import io.kuaka.expression.Expression;
import io.kuaka.expression.FieldRef;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Constraint;
import io.kuaka.state.ExclusionConstraint;
import io.kuaka.state.Field;
import io.kuaka.state.Generated;
import io.kuaka.state.Index;
import io.kuaka.state.IndexPart;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.Names;
import io.kuaka.state.OnDelete;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Reference;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the table of a model: fields become columns, references become foreign keys with the types of what they refer
 * to, and every name of a field becomes that of its column.
 */
public final class TableMapping {
    private final ProjectState state;
    private final ModelState model;
    private final TableName name;

    private TableMapping(ProjectState state, ModelState model) {
        this.state = state;
        this.model = model;
        this.name = nameOf(model);
    }

    /**
     * Returns the table of the model {@code key}.
     *
     * @throws io.kuaka.state.NoSuchModelException when it or a model that it refers to doesn't exist
     */
    public static Table of(ProjectState state, ModelKey key) {
        return new TableMapping(state, state.model(key)).build();
    }

    private static TableName nameOf(ModelState model) {
        return new TableName(model.schema(), model.table());
    }

    private Table build() {
        List<UniqueConstraint> uniques = new ArrayList<>();
        List<CheckConstraint> checks = new ArrayList<>();
        List<ExclusionConstraint> exclusions = new ArrayList<>();
        List<Index> indexes = new ArrayList<>();
        model.fields().values().stream()
                .filter(Field::isUnique)
                .map(this::uniqueField)
                .distinct() // fields may share a column
                .forEach(uniques::add);
        for (Constraint constraint : model.constraints().values()) {
            constraint.match(
                    unique -> addUnique(unique, uniques, indexes),
                    check -> checks.add(resolve(check)),
                    exclusion -> exclusions.add(resolve(exclusion)));
        }
        model.indexes().values().stream().map(this::resolve).forEach(indexes::add);
        return new Table(
                name,
                columns(),
                model.primaryKey().stream()
                        .flatMap(field -> field.columns().stream())
                        .distinct()
                        .toList(),
                model.primaryKeyName(),
                uniques,
                checks,
                exclusions,
                foreignKeys(),
                indexes,
                model.comment());
    }

    /** Fields may share a column: the first one that isn't a reference defines it. */
    private List<Column> columns() {
        Map<String, Column> columns = new LinkedHashMap<>();
        Set<String> owned = new LinkedHashSet<>();
        for (Field field : model.fields().values()) {
            List<ColumnType> types = field.type().columnTypes(state);
            requireSameSize(field, types);
            for (int i = 0; i < types.size(); i++) {
                String column = field.columns().get(i);
                if (!columns.containsKey(column) || (!field.isReference() && owned.add(column))) {
                    columns.put(column, column(field, column, types.get(i), collation(field, i)));
                }
            }
        }
        return List.copyOf(columns.values());
    }

    private void requireSameSize(Field field, List<ColumnType> types) {
        if (types.size() != field.columns().size()) {
            throw new ColumnCountException(model.name(), field.name(), field.columns(), types.size());
        }
    }

    /** A reference is compared with what it refers to, so it has the same collation unless it states another one. */
    private @Nullable String collation(Field field, int column) {
        if (field.collation() != null || !field.isReference()) {
            return field.collation();
        }
        int place = column;
        for (Field target : field.requireReference().targetFields(state)) {
            int size = target.type().columnTypes(state).size();
            if (place < size) {
                return collation(target, place);
            }
            place -= size;
        }
        return null;
    }

    private Column column(Field field, String column, ColumnType type, @Nullable String collation) {
        Generated generated = field.generated();
        return new Column(
                column,
                type,
                field.isNullable(),
                field.isIdentity(),
                field.isNativeId(),
                field.defaultValue() == null ? null : resolve(field.defaultValue()),
                generated == null ? null : new Generated(resolve(generated.expression()), generated.stored()),
                collation,
                field.comment());
    }

    private UniqueConstraint uniqueField(Field field) {
        return new UniqueConstraint(
                Names.unique(name.name(), field.columns()), field.columns(), null, List.of(), false, false);
    }

    private void addUnique(UniqueConstraint unique, List<UniqueConstraint> uniques, List<Index> indexes) {
        UniqueConstraint resolved = unique.withFields(resolve(unique.fieldNames()))
                .rewriteExpressions(this::resolve, UnaryOperator.identity());
        if (resolved.condition() == null) {
            uniques.add(resolved);
        } else {
            List<IndexPart> parts =
                    resolved.fieldNames().stream().map(IndexPart::parse).toList();
            indexes.add(new Index(
                    resolved.name(),
                    parts,
                    true,
                    null,
                    resolved.condition(),
                    resolve(resolved.include()),
                    resolved.isNullsNotDistinct()));
        }
    }

    private CheckConstraint resolve(CheckConstraint check) {
        return check.rewriteExpressions(this::resolve, UnaryOperator.identity());
    }

    private ExclusionConstraint resolve(ExclusionConstraint exclusion) {
        return exclusion.rewriteExpressions(this::resolve, UnaryOperator.identity());
    }

    private Index resolve(Index index) {
        List<IndexPart> parts = index.parts().stream().flatMap(this::resolve).toList();
        return index.withParts(List.of())
                .rewriteExpressions(this::resolve, UnaryOperator.identity())
                .withParts(parts)
                .include(resolve(index.include()).toArray(String[]::new));
    }

    /** A reference over several columns becomes as many parts. */
    private Stream<IndexPart> resolve(IndexPart part) {
        return part.field()
                .map(field -> columnsOf(field).stream()
                        .map(column -> new IndexPart(new FieldRef(column), part.descending(), part.operatorClass())))
                .orElseGet(() ->
                        Stream.of(new IndexPart(resolve(part.expression()), part.descending(), part.operatorClass())));
    }

    private List<String> resolve(List<String> fields) {
        return fields.stream().flatMap(field -> columnsOf(field).stream()).toList();
    }

    /** The table's own name before a column is left out: a table may have another name while it is rebuilt. */
    private Expression resolve(Expression expression) {
        return expression.mapFields(this::columnOf).unqualified(name.name());
    }

    private String columnOf(String fieldName) {
        List<String> columns = columnsOf(fieldName);
        if (columns.size() > 1) {
            throw ColumnCountException.forExpression(model.name(), fieldName, columns);
        }
        return columns.get(0);
    }

    /** A name that isn't a field's may be a column's, for example one of several columns of a reference. */
    private List<String> columnsOf(String fieldName) {
        Field field = model.fields().get(fieldName);
        return field != null ? field.columns() : columnNamed(fieldName);
    }

    private List<String> columnNamed(String columnName) {
        boolean known = model.fields().values().stream()
                .anyMatch(field -> field.columns().contains(columnName));
        return known ? List.of(columnName) : model.field(columnName).columns();
    }

    private List<ForeignKey> foreignKeys() {
        return model.fields().values().stream()
                .filter(Field::isReference)
                .filter(field -> field.requireReference().constrained())
                .map(this::foreignKey)
                .toList();
    }

    private ForeignKey foreignKey(Field field) {
        Reference reference = field.requireReference();
        ModelState target = state.model(reference.to());
        @Nullable String given = reference.constraintName();
        List<String> targetColumns = columns(reference.targetFields(state));
        List<String> ordered = inOrderOfKey(target, targetColumns);
        return new ForeignKey(
                given == null ? Names.foreignKey(name.name(), field.columns()) : given,
                ordered.stream()
                        .map(column -> field.columns().get(targetColumns.indexOf(column)))
                        .toList(),
                nameOf(target),
                ordered,
                reference.onDelete(),
                OnDelete.NO_ACTION,
                reference.isDeferred());
    }

    /**
     * InnoDB accepts referenced columns only in the order of a key over them (its manual); other databases accept any
     * order.
     */
    private static List<String> inOrderOfKey(ModelState target, List<String> columns) {
        List<List<String>> keys = new ArrayList<>();
        keys.add(columns(target.primaryKey()));
        for (Constraint constraint : target.constraints().values()) {
            constraint.match(
                    unique -> keys.add(columns(
                            unique.fieldNames().stream().map(target::field).toList())),
                    check -> {},
                    exclusion -> {});
        }
        return keys.contains(columns)
                ? columns
                : keys.stream()
                        .filter(key -> Set.copyOf(key).equals(Set.copyOf(columns)))
                        .findFirst()
                        .orElse(columns);
    }

    private static List<String> columns(List<Field> fields) {
        return fields.stream().flatMap(field -> field.columns().stream()).toList();
    }
}
