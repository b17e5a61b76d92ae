package io.kuaka.hibernate.draft;

import io.kuaka.state.ColumnType;
import io.kuaka.state.fact.Meaning;
import java.util.List;
import org.hibernate.mapping.Column;
import org.jspecify.annotations.Nullable;

/**
 * A field whose reference isn't resolved yet, which needs the keys of all models.
 *
 * @param key whether the field is part of the primary key
 * @param type the type of a field with a value of its own
 * @param target what the field refers to, if it is a reference
 * @param meaning what the application takes the values for, if a migration needs it
 */
public record FieldDraft(
        String name,
        List<Column> columns,
        boolean key,
        @Nullable ColumnType type,
        @Nullable Target target,
        @Nullable Meaning meaning) {
    public static FieldDraft value(String name, Column column, boolean key, ColumnType type) {
        return new FieldDraft(name, List.of(column), key, type, null, null);
    }

    public static FieldDraft reference(String name, List<Column> columns, boolean key, Target target) {
        return new FieldDraft(name, columns, key, null, target, null);
    }

    FieldDraft withName(String newName) {
        return new FieldDraft(newName, columns, key, type, target, meaning);
    }

    /** Returns the field beside a primary key that another field has. */
    public FieldDraft outsideKey() {
        return new FieldDraft(name, columns, false, type, target, meaning);
    }

    /** Returns the field with what the application takes its values for. */
    public FieldDraft means(@Nullable Meaning newMeaning) {
        return new FieldDraft(name, columns, key, type, target, newMeaning);
    }

    /** Returns the names of the columns as Hibernate compares them. */
    public List<String> columnNames() {
        return Columns.canonical(columns);
    }
}
