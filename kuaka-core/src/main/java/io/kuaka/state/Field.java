package io.kuaka.state;

import io.kuaka.expression.Expression;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.fact.Meaning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A persistent attribute under its Java name, with the column or columns that store it.
 *
 * <p>A field is a value; each method that sets an attribute returns a new field. Two fields of a model may share a
 * column, such as an attribute and a reference over it in JPA.
 *
 * @param name the attribute's name, such as {@code address.street} within an embedded one
 * @param columns the columns' names; in backquotes if a name must be quoted exactly
 * @param isNullable whether the columns may be null; false by default
 * @param isPrimaryKey whether the field is part of the primary key, which has the order of the fields
 * @param isUnique whether values are unique, by a constraint named by {@link Names#unique}
 * @param isIdentity whether the database numbers the rows; together with a generator, only some databases do
 * @param idGenerator where the application takes the numbers of the rows from; null if it doesn't, or if that isn't
 *      stated
 * @param defaultValue the column's default in the database
 * @param generated how the value is computed, for a generated column
 * @param meaning what the application takes the values for; null if it is nothing that a migration needs, or isn't stated
 */
public record Field(
        String name,
        FieldType type,
        List<String> columns,
        boolean isNullable,
        boolean isPrimaryKey,
        boolean isUnique,
        boolean isIdentity,
        @Nullable IdGenerator idGenerator,
        @Nullable Expression defaultValue,
        @Nullable Generated generated,
        @Nullable String collation,
        @Nullable String comment,
        @Nullable Meaning meaning) {
    public Field {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("Field \"" + name + "\" needs at least one column.");
        }
    }

    /** Returns a field that isn't nullable, with the default column for its name. */
    public static Field of(String name, FieldType type) {
        return new Field(
                name, type, type.defaultColumns(name), false, false, false, false, null, null, null, null, null, null);
    }

    /** Returns this field with its columns renamed. */
    public Field columns(String... names) {
        return withColumns(List.of(names));
    }

    /** Returns this field with its one column renamed. */
    public Field column(String column) {
        return withColumns(List.of(column));
    }

    /** Returns this field with its columns renamed. */
    public Field withColumns(List<String> names) {
        return with(draft -> draft.columns = names);
    }

    /** Returns this field under another name; columns that follow the old name follow the new one. */
    public Field withName(String newName) {
        return with(draft -> {
            draft.name = newName;
            draft.columns = hasDefaultColumns() ? type.defaultColumns(newName) : columns;
        });
    }

    /** Returns this field under another name, in the same columns. */
    public Field withNameOnly(String newName) {
        return with(draft -> draft.name = newName);
    }

    /** Returns this field with another type, in the same columns. */
    public Field withType(FieldType newType) {
        return with(draft -> draft.type = newType);
    }

    /** Returns this field as one that may be null. */
    public Field nullable() {
        return withNullable(true);
    }

    /** Returns this field as one that may or may not be null. */
    public Field withNullable(boolean newNullable) {
        return with(draft -> draft.isNullable = newNullable);
    }

    /** Returns this field as part of the primary key. */
    public Field primaryKey() {
        return withPrimaryKey(true);
    }

    /** Returns this field as part of the primary key, or not. */
    public Field withPrimaryKey(boolean newPrimaryKey) {
        return with(draft -> draft.isPrimaryKey = newPrimaryKey);
    }

    /** Returns this field with unique values. */
    public Field unique() {
        return withUnique(true);
    }

    /** Returns this field with or without unique values. */
    public Field withUnique(boolean newUnique) {
        return with(draft -> draft.isUnique = newUnique);
    }

    /** Returns this field as one that the database numbers. */
    public Field identity() {
        return withIdentity(true);
    }

    /** Returns this field as one that the database numbers, or not. */
    public Field withIdentity(boolean newIdentity) {
        return with(draft -> draft.isIdentity = newIdentity);
    }

    /** Returns this field with numbers that the application takes from a sequence, as in {@code catalog.book_seq}. */
    public Field sequence(String sequence) {
        return withIdGenerator(new IdGenerator.FromSequence(ModelKey.parse(sequence)));
    }

    /**
     * Returns this field with numbers that the application takes from a table.
     *
     * @param table the model of the table, as in {@code catalog.hibernate_sequences}
     * @param row the row of the table that holds the numbers
     * @param increment by how much the next number grows when an application takes it
     */
    public Field tableGenerator(String table, String row, long increment) {
        return withIdGenerator(new IdGenerator.FromTable(ModelKey.parse(table), row, increment));
    }

    /** Returns this field with another generator, or none for null. */
    public Field withIdGenerator(@Nullable IdGenerator newGenerator) {
        return with(draft -> draft.idGenerator = newGenerator);
    }

    /** Returns this field with a default in the database: an expression or a plain value. */
    public Field defaultTo(Object value) {
        return withDefault(Expression.of(value));
    }

    /** Returns this field with a default in the database, or none for null. */
    public Field withDefault(@Nullable Expression expression) {
        return with(draft -> draft.defaultValue = expression);
    }

    /** Returns this field as a generated one that is stored. */
    public Field generated(Expression expression) {
        return withGenerated(new Generated(expression, true));
    }

    /** Returns this field as a generated one that is computed when it is read. */
    public Field generatedVirtually(Expression expression) {
        return withGenerated(new Generated(expression, false));
    }

    /** Returns this field generated by another expression, or not generated for null. */
    public Field withGenerated(@Nullable Generated newGenerated) {
        return with(draft -> draft.generated = newGenerated);
    }

    /** Returns this field with texts that are sorted and compared by the collation {@code newCollation}. */
    public Field collation(String newCollation) {
        return withCollation(newCollation);
    }

    /** Returns this field with another collation, or the database's own for null. */
    public Field withCollation(@Nullable String newCollation) {
        return with(draft -> draft.collation = newCollation);
    }

    /** Returns this field with a comment in the database. */
    public Field comment(String newComment) {
        return withComment(newComment);
    }

    /** Returns this field with a comment in the database, or none for null. */
    public Field withComment(@Nullable String newComment) {
        return with(draft -> draft.comment = newComment);
    }

    /** Returns this field with what the application takes its values for. */
    public Field means(Meaning newMeaning) {
        return withMeaning(newMeaning);
    }

    /** Returns this field with what the application takes its values for, or nothing stated for null. */
    public Field withMeaning(@Nullable Meaning newMeaning) {
        return with(draft -> draft.meaning = newMeaning);
    }

    /** Returns this enumeration in a text column of the given length. */
    public Field length(int length) {
        return withType(((ColumnType) type).withLength(length));
    }

    /** Returns this reference to the given fields instead of the primary key. */
    public Field toFields(String... targets) {
        return withType(requireReference().withTargets(List.of(targets)));
    }

    /** Returns this reference with another action on deletion. */
    public Field onDelete(OnDelete onDelete) {
        Reference old = requireReference();
        return withType(new Reference(
                old.to(), old.targets(), onDelete, old.constrained(), old.constraintName(), old.isDeferred()));
    }

    /** Returns this reference with a foreign key of the given name. */
    public Field foreignKey(String constraintName) {
        Reference old = requireReference();
        return withType(new Reference(old.to(), old.targets(), old.onDelete(), true, constraintName, old.isDeferred()));
    }

    /** Returns this reference without a foreign key in the database. */
    public Field withoutForeignKey() {
        Reference old = requireReference();
        return withType(new Reference(old.to(), old.targets(), old.onDelete(), false, null, false));
    }

    /** Returns this reference with a foreign key that is checked at the end of the transaction. */
    public Field deferred() {
        Reference old = requireReference();
        return withType(
                new Reference(old.to(), old.targets(), old.onDelete(), old.constrained(), old.constraintName(), true));
    }

    /** Returns whether this field refers to a model. */
    public boolean isReference() {
        return type instanceof Reference;
    }

    /** Returns whether this field refers to the model {@code key}. */
    public boolean refersTo(ModelKey key) {
        return type instanceof Reference reference && reference.to().equals(key);
    }

    /**
     * Returns whether this is an id of Hibernate's native strategy: numbered by the database where Hibernate prefers
     * identities, and from the generator elsewhere.
     */
    public boolean isNativeId() {
        return isIdentity && idGenerator != null;
    }

    /** Returns the type of this field, which must be a reference. */
    public Reference requireReference() {
        if (type instanceof Reference reference) {
            return reference;
        }
        throw new IllegalStateException("Field \"" + name + "\" isn't a reference.");
    }

    /** Returns whether the numbers of this field are kept in the sequence or model {@code key}. */
    public boolean takesNumbersFrom(ModelKey key) {
        return idGenerator != null && idGenerator.source().equals(key);
    }

    /** Returns whether the columns are the default ones for the name. */
    public boolean hasDefaultColumns() {
        return columns.equals(type.defaultColumns(name));
    }

    /** Returns this field with the numbers that {@code key} kept taken from {@code now}. */
    Field movedNumberSource(ModelKey key, ModelKey now) {
        return idGenerator != null && takesNumbersFrom(key) ? withIdGenerator(idGenerator.withSource(now)) : this;
    }

    /** Returns this field with its default and its computation rewritten. */
    Field rewriteExpressions(UnaryOperator<Expression> rewrite) {
        Field result = defaultValue == null ? this : withDefault(rewrite.apply(defaultValue));
        return generated == null
                ? result
                : result.withGenerated(new Generated(rewrite.apply(generated.expression()), generated.stored()));
    }

    /** Returns whether this field is computed from another one; raw SQL counts where it mentions one of its columns. */
    public boolean uses(Field other) {
        if (generated == null || name.equals(other.name)) {
            return false;
        }
        Expression computed = generated.expression();
        return computed.fields().contains(other.name) || other.columns.stream().anyMatch(computed::mentionsColumn);
    }

    /**
     * Returns the column renames that lead from this field to {@code after}, old names first.
     *
     * <p>There are none if the number of columns differs: then the columns are different ones.
     */
    public Map<String, String> columnRenamesTo(Field after) {
        Map<String, String> renames = new LinkedHashMap<>();
        if (columns.size() == after.columns.size()) {
            for (int i = 0; i < columns.size(); i++) {
                if (!columns.get(i).equals(after.columns.get(i))) {
                    renames.put(columns.get(i), after.columns.get(i));
                }
            }
        }
        return renames;
    }

    /** Returns the Java expression that makes an equal field. */
    public JavaSource toSource() {
        JavaSource source = type.fieldSource(name);
        if (!hasDefaultColumns()) {
            source = source.call(columns.size() == 1 ? "column" : "columns", Literals.strings(columns));
        }
        source = isPrimaryKey ? source.call("primaryKey") : source;
        source = isIdentity ? source.call("identity") : source;
        source = idGenerator == null ? source : idGenerator.append(source);
        source = isUnique ? source.call("unique") : source;
        source = isNullable ? source.call("nullable") : source;
        source = type.appendAttributes(source);
        if (defaultValue != null) {
            source = source.call("defaultTo", Expression.argument(defaultValue));
        }
        if (generated != null) {
            String method = generated.stored() ? "generated" : "generatedVirtually";
            source = source.call(method, generated.expression().toSource());
        }
        source = collation == null ? source : source.call("collation", Literals.string(collation));
        source = comment == null ? source : source.call("comment", Literals.string(comment));
        return meaning == null ? source : source.call("means", Fields.source(meaning));
    }

    private Field with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.build();
    }

    /** The attributes of a field while it is made from another one. */
    private static final class Draft {
        private String name;
        private FieldType type;
        private List<String> columns;
        private boolean isNullable;
        private boolean isPrimaryKey;
        private boolean isUnique;
        private boolean isIdentity;
        private @Nullable IdGenerator idGenerator;
        private @Nullable Expression defaultValue;
        private @Nullable Generated generated;
        private @Nullable String collation;
        private @Nullable String comment;
        private @Nullable Meaning meaning;

        Draft(Field field) {
            name = field.name;
            type = field.type;
            columns = field.columns;
            isNullable = field.isNullable;
            isPrimaryKey = field.isPrimaryKey;
            isUnique = field.isUnique;
            isIdentity = field.isIdentity;
            idGenerator = field.idGenerator;
            defaultValue = field.defaultValue;
            generated = field.generated;
            collation = field.collation;
            comment = field.comment;
            meaning = field.meaning;
        }

        Field build() {
            return new Field(
                    name,
                    type,
                    columns,
                    isNullable,
                    isPrimaryKey,
                    isUnique,
                    isIdentity,
                    idGenerator,
                    defaultValue,
                    generated,
                    collation,
                    comment,
                    meaning);
        }
    }
}
