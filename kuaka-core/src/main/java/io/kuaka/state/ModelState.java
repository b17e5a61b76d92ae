package io.kuaka.state;

import io.kuaka.expression.Expression;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model at one point of history: its table, fields, indexes and constraints.
 *
 * <p>A model doesn't know which app it belongs to: {@link ProjectState} does. Equality ignores the order of
 * indexes and constraints, and of fields but for those of the primary key, because no database can change the order of
 * columns in place; the order itself is kept for new tables.
 *
 * @param name the entity's name, or {@code Book.authors} for a join or collection table
 * @param table the table's name, by default the model's; in backquotes if it must be quoted exactly
 * @param schema the schema that the table lives in; null for the connection's own
 * @param primaryKeyName the name of the primary key's constraint; null for the one that follows the table's name
 */
public record ModelState(
        String name,
        String table,
        @Nullable String schema,
        @Nullable String primaryKeyName,
        Map<String, Field> fields,
        Map<String, Index> indexes,
        Map<String, Constraint> constraints,
        @Nullable String comment) {
    public ModelState {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        indexes = Collections.unmodifiableMap(new LinkedHashMap<>(indexes));
        constraints = Collections.unmodifiableMap(new LinkedHashMap<>(constraints));
    }

    static ModelState of(String name) {
        return new ModelState(name, name, null, null, Map.of(), Map.of(), Map.of(), null);
    }

    /** Returns this model with another table. */
    public ModelState table(String newTable) {
        return new ModelState(name, newTable, schema, primaryKeyName, fields, indexes, constraints, comment);
    }

    /** Returns this model with its table renamed, also where raw SQL qualifies columns with the table's name. */
    public ModelState withRenamedTable(String newTable) {
        return newTable.equals(table)
                ? this
                : table(newTable)
                        .rewriteExpressions(
                                expression -> expression.renameTable(table, newTable), UnaryOperator.identity());
    }

    /** Returns this model in another schema, or in the connection's own for null. */
    public ModelState schema(@Nullable String newSchema) {
        return new ModelState(name, table, newSchema, primaryKeyName, fields, indexes, constraints, comment);
    }

    /** Returns this model with a name for the constraint of its primary key, or the usual one for null. */
    public ModelState primaryKeyName(@Nullable String newName) {
        return new ModelState(name, table, schema, newName, fields, indexes, constraints, comment);
    }

    /** Returns this model with a comment in the database, or none for null. */
    public ModelState comment(@Nullable String newComment) {
        return new ModelState(name, table, schema, primaryKeyName, fields, indexes, constraints, newComment);
    }

    /** Returns this model with more fields. */
    public ModelState fields(Field... more) {
        return withFields(merge("field", fields, List.of(more), Field::name));
    }

    /** Returns this model with more indexes. */
    public ModelState indexes(Index... more) {
        return withIndexes(merge("index", indexes, List.of(more), Index::name));
    }

    /** Returns this model with more constraints. */
    public ModelState constraints(Constraint... more) {
        return withConstraints(merge("constraint", constraints, List.of(more), Constraint::name));
    }

    /** Returns this model under another name; a table that follows the old name follows the new one. */
    public ModelState withName(String newName) {
        ModelState renamed = table.equals(name) ? withRenamedTable(newName) : this;
        return Fields.model(newName)
                .table(renamed.table)
                .schema(schema)
                .primaryKeyName(primaryKeyName)
                .comment(comment)
                .withMembers(renamed.fields, renamed.indexes, renamed.constraints);
    }

    /** Returns this model with one more field. */
    public ModelState withField(Field field) {
        return fields(field);
    }

    /**
     * Returns this model without the field {@code fieldName}, and without the indexes and constraints that need it.
     *
     * @throws StillNeededException if another field is generated from it
     */
    public ModelState withoutField(String fieldName) {
        Field field = field(fieldName);
        List<Field> computed = fieldsUsing(field);
        if (!computed.isEmpty()) {
            throw new StillNeededException(name, fieldName, computed.get(0).name());
        }
        Map<String, Index> newIndexes = new LinkedHashMap<>(indexes);
        newIndexes.values().removeAll(indexesUsing(field));
        Map<String, Constraint> newConstraints = new LinkedHashMap<>(constraints);
        newConstraints.values().removeAll(constraintsUsing(field));
        return withMembers(without(fields, fieldName), newIndexes, newConstraints);
    }

    /** Returns the fields that are generated from {@code field}, except where other fields share its column. */
    public List<Field> fieldsUsing(Field field) {
        Map<String, Field> others = without(fields, field.name());
        List<String> own = new ArrayList<>(field.columns());
        others.values().forEach(other -> own.removeAll(other.columns()));
        return own.isEmpty()
                ? List.of()
                : others.values().stream()
                        .filter(other -> other.uses(field.withColumns(own)))
                        .toList();
    }

    /** Returns the indexes that need {@code field}. */
    public List<Index> indexesUsing(Field field) {
        return indexes.values().stream().filter(index -> index.uses(field)).toList();
    }

    /** Returns the constraints that need {@code field}. */
    public List<Constraint> constraintsUsing(Field field) {
        return constraints.values().stream()
                .filter(constraint -> constraint.uses(field))
                .toList();
    }

    /**
     * Returns this model with the field of the same name replaced. If its columns are renamed, they are also renamed in
     * raw SQL.
     */
    public ModelState withAlteredField(Field field) {
        Field old = field(field.name());
        return replaceField(old, field).rewriteRawSql(old.columnRenamesTo(field));
    }

    /** Returns this model with a field renamed wherever the model mentions it. */
    public ModelState withRenamedField(String oldName, String newName) {
        return withRenamedField(oldName, field(oldName).withName(newName));
    }

    /** Returns this model with a field replaced by one of another name wherever the model mentions it. */
    public ModelState withRenamedField(String oldName, Field renamed) {
        Field old = field(oldName);
        String newName = renamed.name();
        if (fields.containsKey(newName)) {
            throw new AlreadyExistsException("Field \"" + newName + "\" of model \"" + name + "\"");
        }
        UnaryOperator<String> rename = Expression.renaming(Map.of(oldName, newName));
        return replaceField(old, renamed)
                .rewriteExpressions(expression -> expression.mapFields(rename), rename)
                .rewriteRawSql(old.columnRenamesTo(renamed));
    }

    /** Returns this model with one more index. */
    public ModelState withIndex(Index index) {
        return indexes(index);
    }

    /** Returns this model without the index {@code indexName}. */
    public ModelState withoutIndex(String indexName) {
        return withIndexes(without(indexes, index(indexName).name()));
    }

    /** Returns this model with an index replaced, in the same place. */
    public ModelState withAlteredIndex(String indexName, Index index) {
        return withIndexes(replace(indexes, index(indexName).name(), index.name(), index));
    }

    /** Returns this model with one more constraint. */
    public ModelState withConstraint(Constraint constraint) {
        return constraints(constraint);
    }

    /** Returns this model without the constraint {@code constraintName}. */
    public ModelState withoutConstraint(String constraintName) {
        return withConstraints(without(constraints, constraint(constraintName).name()));
    }

    /** Returns this model with a constraint replaced, in the same place. */
    public ModelState withAlteredConstraint(String constraintName, Constraint constraint) {
        return withConstraints(replace(constraints, constraint(constraintName).name(), constraint.name(), constraint));
    }

    /**
     * Returns the field {@code fieldName}.
     *
     * @throws NoSuchMemberException when there is none
     */
    public Field field(String fieldName) {
        return member("field", fieldName, fields);
    }

    /**
     * Returns the index {@code indexName}.
     *
     * @throws NoSuchMemberException when there is none
     */
    public Index index(String indexName) {
        return member("index", indexName, indexes);
    }

    /**
     * Returns the constraint {@code constraintName}.
     *
     * @throws NoSuchMemberException when there is none
     */
    public Constraint constraint(String constraintName) {
        return member("constraint", constraintName, constraints);
    }

    /** Returns the fields of the primary key, in order. */
    public List<Field> primaryKey() {
        return fields.values().stream().filter(Field::isPrimaryKey).toList();
    }

    /** Returns the models that this one refers to. */
    public Set<ModelKey> references() {
        return fields.values().stream()
                .filter(Field::isReference)
                .map(field -> field.requireReference().to())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the sequences and models that its fields say their numbers are kept in. */
    public Set<ModelKey> numberSources() {
        return fields.values().stream()
                .map(Field::idGenerator)
                .filter(Objects::nonNull)
                .map(IdGenerator::source)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns this model with the numbers that {@code key} kept taken from {@code now}; the same object where there are none. */
    ModelState moveNumberSource(ModelKey key, ModelKey now) {
        if (fields.values().stream().noneMatch(field -> field.takesNumbersFrom(key))) {
            return this;
        }
        Map<String, Field> moved = new LinkedHashMap<>(fields);
        moved.replaceAll((fieldName, field) -> field.movedNumberSource(key, now));
        return withFields(moved);
    }

    /** Returns this model with its references to {@code key} rewritten; the same object where there are none. */
    ModelState mapReferencesTo(ModelKey key, UnaryOperator<Reference> rewrite) {
        if (!refersTo(key)) {
            return this;
        }
        Map<String, Field> rewritten = new LinkedHashMap<>(fields);
        rewritten.replaceAll((fieldName, field) ->
                field.refersTo(key) ? field.withType(rewrite.apply(field.requireReference())) : field);
        return withFields(rewritten);
    }

    /** Returns whether a field of this model refers to the model {@code key}. */
    boolean refersTo(ModelKey key) {
        return fields.values().stream().anyMatch(field -> field.refersTo(key));
    }

    /** Returns the Java expression that makes an equal model. */
    public JavaSource toSource() {
        JavaSource source = JavaSource.staticCall(Fields.class, "model", Literals.string(name));
        source = table.equals(name) ? source : source.call("table", Literals.string(table));
        source = schema == null ? source : source.call("schema", Literals.string(schema));
        source = comment == null ? source : source.call("comment", Literals.string(comment));
        source = primaryKeyName == null ? source : source.call("primaryKeyName", Literals.string(primaryKeyName));
        source = members(source, "fields", fields.values().stream().map(Field::toSource));
        source = members(source, "indexes", indexes.values().stream().map(Index::toSource));
        return members(source, "constraints", constraints.values().stream().map(Constraint::toSource));
    }

    private static JavaSource members(JavaSource source, String method, Stream<JavaSource> members) {
        List<JavaSource> arguments = members.toList();
        return arguments.isEmpty() ? source : source.call(method, arguments);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof ModelState model && parts().equals(model.parts()));
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<@Nullable Object> parts() {
        return Arrays.asList(name, table, schema, primaryKeyName, comment, fields, primaryKey(), indexes, constraints);
    }

    private ModelState replaceField(Field old, Field field) {
        return withFields(replace(fields, old.name(), field.name(), field));
    }

    private ModelState rewriteRawSql(Map<String, String> columnRenames) {
        return columnRenames.isEmpty()
                ? this
                : rewriteExpressions(expression -> expression.renameColumns(columnRenames), UnaryOperator.identity());
    }

    private ModelState rewriteExpressions(UnaryOperator<Expression> rewrite, UnaryOperator<String> rename) {
        Map<String, Field> newFields = new LinkedHashMap<>(fields);
        newFields.replaceAll((key, field) -> field.rewriteExpressions(rewrite));
        Map<String, Index> newIndexes = new LinkedHashMap<>(indexes);
        newIndexes.replaceAll((key, index) -> index.rewriteExpressions(rewrite, rename));
        Map<String, Constraint> newConstraints = new LinkedHashMap<>(constraints);
        newConstraints.replaceAll((key, constraint) -> constraint.rewriteExpressions(rewrite, rename));
        return withMembers(newFields, newIndexes, newConstraints);
    }

    /** Returns this model with these members instead of its own, in their order. */
    public ModelState withMembers(
            Map<String, Field> newFields, Map<String, Index> newIndexes, Map<String, Constraint> newConstraints) {
        return new ModelState(name, table, schema, primaryKeyName, newFields, newIndexes, newConstraints, comment);
    }

    private ModelState withFields(Map<String, Field> newFields) {
        return withMembers(newFields, indexes, constraints);
    }

    private ModelState withIndexes(Map<String, Index> newIndexes) {
        return withMembers(fields, newIndexes, constraints);
    }

    private ModelState withConstraints(Map<String, Constraint> newConstraints) {
        return withMembers(fields, indexes, newConstraints);
    }

    private <T> T member(String kind, String memberName, Map<String, T> members) {
        T member = members.get(memberName);
        if (member == null) {
            throw new NoSuchMemberException(kind, memberName, name, members.keySet());
        }
        return member;
    }

    private <T> Map<String, T> merge(String kind, Map<String, T> old, Collection<T> more, Function<T, String> nameOf) {
        Map<String, T> merged = new LinkedHashMap<>(old);
        for (T member : more) {
            String memberName = nameOf.apply(member);
            if (merged.putIfAbsent(memberName, member) != null) {
                String label = Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
                throw new AlreadyExistsException(label + " \"" + memberName + "\" of model \"" + name + "\"");
            }
        }
        return merged;
    }

    private static <T> Map<String, T> without(Map<String, T> members, String memberName) {
        Map<String, T> rest = new LinkedHashMap<>(members);
        rest.remove(memberName);
        return rest;
    }

    private static <T> Map<String, T> replace(Map<String, T> members, String oldName, String newName, T member) {
        Map<String, T> replaced = new LinkedHashMap<>();
        members.forEach((key, value) -> {
            if (key.equals(oldName)) {
                replaced.put(newName, member);
            } else {
                replaced.put(key, value);
            }
        });
        return replaced;
    }
}
