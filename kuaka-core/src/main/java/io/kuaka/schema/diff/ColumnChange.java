package io.kuaka.schema.diff;

import io.kuaka.expression.Expression;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.table.Column;
import io.kuaka.state.ConversionRules;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column before and after a change in place. Renames come first: both have the new name.
 *
 * @param fill the value for rows with null if the column becomes NOT NULL: by default, the column's default
 * @param attributes what differs, as the database spells it
 */
public record ColumnChange(
        Column before, Column after, @Nullable Expression fill, Set<ColumnAttribute> attributes) {
    public ColumnChange {
        attributes = Set.copyOf(attributes);
    }

    /** Returns the change from one column to another. */
    public static ColumnChange between(SqlGrammar grammar, Column before, Column after, @Nullable Expression fill) {
        Set<ColumnAttribute> attributes = EnumSet.noneOf(ColumnAttribute.class);
        if (!grammar.columnType(before).equals(grammar.columnType(after))
                || ConversionRules.changesEnumStorage(before.type(), after.type())
                || ConversionRules.needsLook(before.type(), after.type())) {
            attributes.add(ColumnAttribute.TYPE);
        }
        if (grammar.refusesNull(before) != grammar.refusesNull(after)) {
            attributes.add(ColumnAttribute.NULLABLE);
        }
        if (!Objects.equals(spell(grammar, before.defaultValue()), spell(grammar, after.defaultValue()))) {
            attributes.add(ColumnAttribute.DEFAULT);
        }
        if (before.isIdentity() != after.isIdentity()) {
            attributes.add(ColumnAttribute.IDENTITY);
        }
        if (!grammar.generatedClause(before.generated()).equals(grammar.generatedClause(after.generated()))) {
            attributes.add(ColumnAttribute.GENERATED);
        }
        if (!Objects.equals(before.collation(), after.collation())) {
            attributes.add(ColumnAttribute.COLLATION);
        }
        if (!Objects.equals(before.comment(), after.comment())) {
            attributes.add(ColumnAttribute.COMMENT);
        }
        return new ColumnChange(before, after, fill == null ? after.defaultValue() : fill, attributes);
    }

    private static @Nullable String spell(SqlGrammar grammar, @Nullable Expression expression) {
        return expression == null ? null : grammar.defaultOf(expression);
    }

    /** Returns whether an attribute changes. */
    public boolean changes(ColumnAttribute attribute) {
        return attributes.contains(attribute);
    }

    /** Returns whether its type changes in the database; a collation is part of the type. */
    boolean retypes() {
        return changes(ColumnAttribute.TYPE) || changes(ColumnAttribute.COLLATION);
    }

    /** Returns whether the values may have to change, or are checked again. */
    boolean restricts() {
        return retypes() || (changes(ColumnAttribute.NULLABLE) && before.isNullable());
    }

    /** Returns whether nulls have to be replaced. */
    public boolean needsFill() {
        return fill != null && before.isNullable() && !after.isNullable();
    }
}
