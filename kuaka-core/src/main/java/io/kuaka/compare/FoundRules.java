package io.kuaka.compare;

import io.kuaka.expression.Expression;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Table;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Constraint;
import io.kuaka.state.Field;
import io.kuaka.state.Index;
import io.kuaka.state.IndexPart;
import io.kuaka.state.Indexes;
import io.kuaka.state.ModelState;
import io.kuaka.state.Names;
import io.kuaka.state.TypeFamily;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes over differences in the unique constraints, checks, exclusion constraints and indexes of one table. */
record FoundRules(SchemaNames names, FoundTypes types, ModelState model, Table table) {
    /** Returns the model with what the table has; empty if a model can't state it. */
    Optional<ModelState> with(SchemaDifference difference) {
        String expected = difference.expected() == null ? null : difference.name();
        if (difference.aspect().equals("name") && difference.found() != null) {
            return renamed(difference, difference.found());
        }
        ModelState rest = expected == null ? model : without(difference.part(), expected);
        return difference.found() == null
                ? Optional.of(rest)
                : Optional.of(new FoundRules(names, types, rest, table).added(difference.part(), difference.name()));
    }

    private Optional<ModelState> renamed(SchemaDifference difference, String there) {
        String name = names.written(there);
        Optional<Constraint> constraint = named(model.constraints().values(), Constraint::name, difference.name());
        if (constraint.isPresent()) {
            String old = constraint.get().name();
            return Optional.of(model.withAlteredConstraint(old, constraint.get().withName(name)));
        }
        Optional<Index> index = named(model.indexes().values(), Index::name, difference.name());
        if (index.isPresent()) {
            return Optional.of(
                    model.withAlteredIndex(index.get().name(), index.get().withName(name)));
        }
        ModelState rest = without(difference.part(), difference.name());
        return rest.equals(model)
                ? Optional.empty()
                : Optional.of(new FoundRules(names, types, rest, table).added(difference.part(), there));
    }

    private <T> Optional<T> named(Collection<T> parts, Function<T, String> nameOf, String name) {
        return parts.stream()
                .filter(part -> names.isSame(nameOf.apply(part), name))
                .findFirst();
    }

    private ModelState without(Part part, String name) {
        Optional<Constraint> constraint = named(model.constraints().values(), Constraint::name, name);
        if (constraint.isPresent()) {
            return model.withoutConstraint(constraint.get().name());
        }
        Optional<Index> index = named(model.indexes().values(), Index::name, name);
        if (index.isPresent()) {
            return model.withoutIndex(index.get().name());
        }
        return part == Part.CHECK ? withoutTypeCheck(name) : withoutUnique(name);
    }

    private ModelState withoutUnique(String name) {
        ModelState rest = model;
        for (Field field : model.fields().values()) {
            if (field.isUnique() && names.isSame(Names.unique(model.table(), field.columns()), name)) {
                rest = rest.withAlteredField(field.withUnique(false));
            }
        }
        return rest;
    }

    /** A check that follows from the type of an enumeration can't be missing, so that the column has a plain type. */
    private ModelState withoutTypeCheck(String name) {
        ModelState rest = model;
        for (Field field : model.fields().values()) {
            boolean isEnumeration = field.type() instanceof ColumnType type
                    && (type.family() == TypeFamily.NAMED_ENUM || type.family() == TypeFamily.ORDINAL_ENUM);
            if (isEnumeration && names.isSame(Names.check(model.table(), field.columns()), name)) {
                String column = field.columns().get(0);
                rest = table.columns().stream()
                        .filter(each -> names.isSame(each.name(), column))
                        .map(Column::type)
                        .findFirst()
                        .map(there -> model.withAlteredField(field.withType(types.of(there.requireName()))))
                        .orElse(rest);
            }
        }
        return rest;
    }

    /** Returns the model with one more rule of its table. */
    ModelState added(Part part, String name) {
        return switch (part) {
            case UNIQUE ->
                named(table.uniques(), UniqueConstraint::name, name)
                        .map(this::withUnique)
                        .orElse(model);
            case CHECK ->
                named(table.checks(), Constraint::name, name)
                        .map(check -> model.withConstraint(check.withName(names.written(check.name()))))
                        .orElse(model);
            case EXCLUSION ->
                named(table.exclusions(), Constraint::name, name)
                        .map(rule -> model.withConstraint(rule.withName(names.written(rule.name()))))
                        .orElse(model);
            case INDEX ->
                named(table.indexes(), Index::name, name).map(this::withIndex).orElse(model);
            case TABLE, COLUMN, PRIMARY_KEY, FOREIGN_KEY, SEQUENCE, ENUMERATION -> model;
        };
    }

    private ModelState withUnique(UniqueConstraint unique) {
        UniqueConstraint stated = Indexes.unique(names.written(unique.name()))
                .withFields(fields(unique.fieldNames()))
                .include(fields(unique.include()).toArray(String[]::new));
        stated = unique.isDeferred() ? stated.deferred() : stated;
        return model.withConstraint(unique.isNullsNotDistinct() ? stated.nullsNotDistinct() : stated);
    }

    private ModelState withIndex(Index index) {
        List<IndexPart> parts = index.parts().stream()
                .map(part -> part.field()
                        .map(column -> new IndexPart(
                                Expression.field(fields(List.of(column)).get(0)),
                                part.descending(),
                                part.operatorClass()))
                        .orElse(part))
                .toList();
        return model.withIndex(index.withName(names.written(index.name()))
                .withParts(parts)
                .include(fields(index.include()).toArray(String[]::new)));
    }

    /** A reference over several columns is named by the one that is meant. */
    private List<String> fields(List<String> columns) {
        List<String> fields = new ArrayList<>();
        for (String column : columns) {
            fields.add(FoundColumns.fieldsOf(names, model, column).stream()
                    .filter(field -> field.columns().size() == 1)
                    .map(Field::name)
                    .findFirst()
                    .orElse(names.written(column)));
        }
        return fields;
    }
}
