package io.kuaka.hibernate.constraint;

import io.kuaka.expression.Expression;
import io.kuaka.hibernate.boot.GeneratedNames;
import io.kuaka.hibernate.column.ColumnDefinition;
import io.kuaka.hibernate.column.DefaultValues;
import io.kuaka.hibernate.draft.Draft;
import io.kuaka.hibernate.draft.FieldDraft;
import io.kuaka.hibernate.draft.FieldNames;
import io.kuaka.hibernate.draft.Identifiers;
import io.kuaka.hibernate.draft.Problems;
import io.kuaka.hibernate.draft.Target;
import io.kuaka.hibernate.line.HibernateLine;
import io.kuaka.state.Field;
import io.kuaka.state.FieldType;
import io.kuaka.state.Fields;
import io.kuaka.state.ModelState;
import io.kuaka.state.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** Builds the model of a draft, once the keys of all drafts are known. */
public final class ModelBuilder {
    private final Draft draft;
    private final ConstraintReader constraints;
    private final Problems problems;

    /** Fields may share a column: its attributes belong to the first one that isn't a reference. */
    private final Map<String, FieldDraft> owners = new HashMap<>();

    public ModelBuilder(Draft draft, GeneratedNames names, Problems problems) {
        this.draft = draft;
        this.constraints = new ConstraintReader(draft, names, problems);
        this.problems = problems;
        for (FieldDraft field : draft.fields()) {
            for (String column : field.columnNames()) {
                owners.merge(
                        column, field, (old, other) -> old.target() != null && other.target() == null ? other : old);
            }
        }
    }

    public ModelState build(@Nullable String defaultSchema) {
        Table table = draft.table();
        refuseTableParts(table);
        List<Field> fields = new ArrayList<>();
        draft.fields().forEach(field -> fields.add(field(field)));
        return Fields.model(draft.key().name())
                .table(Identifiers.of(table))
                .comment(table.getComment())
                .schema(Identifiers.schema(table.getSchemaIdentifier(), defaultSchema))
                .fields(fields.toArray(Field[]::new))
                .indexes(constraints.indexes())
                .constraints(constraints.constraints(fields));
    }

    private void refuseTableParts(Table table) {
        refuse(draft.where(), "catalog", table.getCatalog(), "Remove it, and choose the catalog with the connection.");
        refuse(
                draft.where(),
                "options",
                HibernateLine.adapter().optionsOf(table),
                "Remove them, and set them with RunSql.");
        refuse(draft.where(), "extra declarations", extraDeclarations(table), "Add them with RunSql.");
    }

    /** Hibernate has this since 7.4, for tables with a history. */
    private static @Nullable String extraDeclarations(Table table) {
        try {
            return (String) Table.class.getMethod("getExtraDeclarations").invoke(table);
        } catch (NoSuchMethodException e) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void refuse(String where, String what, @Nullable String value, String wayOut) {
        if (value != null && !value.isBlank()) {
            problems.add(where, what + " \"" + value.strip() + "\" can't be kept. " + wayOut);
        }
    }

    private Field field(FieldDraft field) {
        List<Column> columns = ordered(field);
        Field result = Field.of(field.name(), type(field))
                .withColumns(Identifiers.of(columns))
                .withPrimaryKey(field.key())
                .withNullable(!field.key() && columns.stream().anyMatch(this::isNullable))
                .withUnique(constraints.isUnique(field, columns) && isOwner(field, columns))
                .withMeaning(field.meaning());
        return columns.size() == 1 && isOwner(field, columns) ? withColumnParts(result, columns.get(0)) : result;
    }

    private boolean isOwner(FieldDraft field, List<Column> columns) {
        return columns.size() > 1 || field.equals(owners.get(columns.get(0).getCanonicalName()));
    }

    private boolean isNullable(Column column) {
        Column own = draft.column(column);
        return own.isNullable() && !definition(own).notNull();
    }

    static ColumnDefinition definition(Column column) {
        return column.getSqlType() == null
                ? new ColumnDefinition("", false, false, java.util.Optional.empty(), List.of())
                : ColumnDefinition.parse(column.getSqlType());
    }

    private Field withColumnParts(Field field, Column column) {
        Column own = draft.column(column);
        refuse(
                draft.where(field.name()),
                "options",
                HibernateLine.adapter().optionsOf(own),
                "Write them into @Column(columnDefinition = …), or set them with RunSql.");
        Field result = own.isIdentity() ? field.identity() : field;
        String defaultText =
                own.getDefaultValue() == null ? definition(own).defaultValue().orElse(null) : own.getDefaultValue();
        if (defaultText != null) {
            result = result.withDefault(DefaultValues.parse(defaultText, field.type()));
        }
        if (own.getGeneratedAs() != null) {
            result = result.generated(Expression.sql(own.getGeneratedAs()));
        }
        result = own.getCollation() == null ? result : result.collation(own.getCollation());
        String comment = own.getComment();
        // Hibernate 7 has an empty one where an association only names its column.
        return comment == null || comment.isEmpty() ? result : result.comment(comment);
    }

    private static FieldType type(FieldDraft field) {
        Target target = field.target();
        if (target == null) {
            return Objects.requireNonNull(field.type());
        }
        return new Reference(
                target.draft().key(),
                targets(target),
                target.onDelete(),
                target.constrained(),
                target.constraintName(),
                target.deferred());
    }

    /** Returns the columns in the order of the fields that they refer to. */
    private List<Column> ordered(FieldDraft field) {
        Target target = field.target();
        if (target == null || field.columns().size() == 1) {
            return field.columns();
        }
        Map<String, Column> byTarget = new HashMap<>();
        for (int i = 0; i < field.columns().size(); i++) {
            byTarget.put(
                    target.columns().get(i).getCanonicalName(), field.columns().get(i));
        }
        List<String> order = targets(target).isEmpty()
                ? target.draft().keyColumns()
                : targets(target).stream()
                        .flatMap(name -> target.draft().find(name).orElseThrow().columnNames().stream())
                        .toList();
        return order.stream().map(byTarget::get).map(Objects::requireNonNull).toList();
    }

    /** Returns the fields referred to; none for the primary key. */
    private static List<String> targets(Target target) {
        List<String> columns =
                target.columns().stream().map(Column::getCanonicalName).toList();
        if (new HashSet<>(columns).equals(new HashSet<>(target.draft().keyColumns()))) {
            return List.of();
        }
        return FieldNames.covering(target.draft(), columns);
    }
}
