package io.kuaka.compare;

import io.kuaka.expression.Expression;
import io.kuaka.schema.grammar.Feature;
import io.kuaka.schema.grammar.TypeNames;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Table;
import io.kuaka.state.CheckConstraint;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
                : new FoundRules(names, types, rest, table).added(difference.part(), difference.name());
    }

    private Optional<ModelState> renamed(SchemaDifference difference, String there) {
        String name = names.written(there);
        Optional<Constraint> constraint = constraint(difference.part(), difference.name());
        if (constraint.isPresent()) {
            String old = constraint.get().name();
            return Optional.of(model.withAlteredConstraint(old, constraint.get().withName(name)));
        }
        Optional<Index> index = index(difference.part(), difference.name());
        if (index.isPresent()) {
            return Optional.of(
                    model.withAlteredIndex(index.get().name(), index.get().withName(name)));
        }
        ModelState rest = without(difference.part(), difference.name());
        FoundRules others = new FoundRules(names, types, rest, table);
        return rest.equals(model) && difference.part() != Part.CHECK
                ? Optional.empty()
                : typeCheck(difference)
                        .map(check -> others.withConstraint(check.withName(there)))
                        .orElseGet(() -> others.added(difference.part(), there));
    }

    /** A constraint of one kind may have the name of one of another kind, or of an index. */
    private Optional<Constraint> constraint(Part part, String name) {
        return named(model.constraints().values(), Constraint::name, name).filter(each -> isOf(part, each));
    }

    private static boolean isOf(Part part, Constraint constraint) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        constraint.match(
                unique -> parts.add(Part.UNIQUE), check -> parts.add(Part.CHECK), rule -> parts.add(Part.EXCLUSION));
        return parts.contains(part);
    }

    /** On databases where both are the same, what the database calls a constraint may be an index of the model. */
    private Optional<Index> index(Part part, String name) {
        return named(model.indexes().values(), Index::name, name)
                .filter(each -> part == Part.INDEX || (part == Part.UNIQUE && each.isUnique()));
    }

    private <T> Optional<T> named(Collection<T> parts, Function<T, String> nameOf, String name) {
        return parts.stream()
                .filter(part -> names.isSame(nameOf.apply(part), name))
                .findFirst();
    }

    /** Returns the model without a rule. */
    ModelState without(Part part, String name) {
        Optional<Constraint> constraint = constraint(part, name);
        if (constraint.isPresent()) {
            return model.withoutConstraint(constraint.get().name());
        }
        Optional<Index> index = index(part, name);
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

    /** What the check of an enumeration says, in the words of the type that it follows from. */
    private Optional<CheckConstraint> typeCheck(SchemaDifference difference) {
        return difference.part() == Part.CHECK
                ? enumeration(difference.name()).flatMap(field -> implied(field, (ColumnType) field.type()))
                : Optional.empty();
    }

    private Optional<CheckConstraint> implied(Field field, ColumnType type) {
        Column column = new Column(field.name(), type, true, false, false, null, null, null, null);
        Table alone = new Table(
                table.name(),
                List.of(column),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
        return names.grammar().adapt(alone).checks().stream().findFirst();
    }

    private Optional<Field> enumeration(String check) {
        return model.fields().values().stream()
                .filter(field -> field.type() instanceof ColumnType type
                        && (type.family() == TypeFamily.NAMED_ENUM || type.family() == TypeFamily.ORDINAL_ENUM))
                .filter(field -> names.isSame(Names.check(model.table(), field.columns()), check))
                .findFirst();
    }

    /** A check that follows from the type of an enumeration can't be missing, so that the column has a plain type. */
    private ModelState withoutTypeCheck(String name) {
        return enumeration(name)
                .flatMap(field -> table.columns().stream()
                        .filter(each ->
                                names.isSame(each.name(), field.columns().get(0)))
                        .map(Column::type)
                        .findFirst()
                        .map(there -> model.withAlteredField(
                                field.withType(plain((ColumnType) field.type(), there.requireName())))))
                .orElse(model);
    }

    /** Texts that are an enumeration's have the type that it is made of where nothing but the check tells them apart. */
    private ColumnType plain(ColumnType enumeration, String there) {
        ColumnType text =
                ColumnType.varchar(enumeration.length() < 0 ? TypeNames.DEFAULT_LENGTH : enumeration.length());
        boolean isText = enumeration.family() == TypeFamily.NAMED_ENUM
                && names.grammar().type(text).equals(names.grammar().type(enumeration));
        return isText ? text : types.of(there);
    }

    /** Returns the model with one more rule of its table; empty if another one has its name. */
    Optional<ModelState> added(Part part, String name) {
        return switch (part) {
            case UNIQUE -> named(table.uniques(), UniqueConstraint::name, name).flatMap(this::withUnique);
            case CHECK -> named(table.checks(), Constraint::name, name).flatMap(this::withConstraint);
            case EXCLUSION -> named(table.exclusions(), Constraint::name, name).flatMap(this::withConstraint);
            case INDEX -> named(table.indexes(), Index::name, name).flatMap(this::withIndex);
            case TABLE, COLUMN, PRIMARY_KEY, FOREIGN_KEY, SEQUENCE, ENUMERATION -> Optional.of(model);
        };
    }

    private Optional<ModelState> withConstraint(Constraint constraint) {
        String name = names.written(constraint.name());
        return model.constraints().containsKey(name)
                ? Optional.empty()
                : Optional.of(model.withConstraint(constraint.withName(name)));
    }

    private Optional<ModelState> withRenamedIndex(Index index) {
        String name = names.written(index.name());
        return model.indexes().containsKey(name)
                ? Optional.empty()
                : Optional.of(model.withIndex(index.withName(name)));
    }

    private Optional<ModelState> withUnique(UniqueConstraint unique) {
        boolean isTaken = named(table.checks(), Constraint::name, unique.name()).isPresent();
        if (isTaken && names.grammar().supports(Feature.CHANGES_IN_PLACE)) {
            return withUniqueIndex(unique);
        }
        UniqueConstraint stated = Indexes.unique(isTaken ? unique.name() + "_key" : unique.name())
                .withFields(fields(unique.fieldNames()))
                .include(fields(unique.include()).toArray(String[]::new));
        stated = unique.isDeferred() ? stated.deferred() : stated;
        return withConstraint(unique.isNullsNotDistinct() ? stated.nullsNotDistinct() : stated);
    }

    /** A model has no two constraints of one name; where a check has it, the server has the other one as an index as well. */
    private Optional<ModelState> withUniqueIndex(UniqueConstraint unique) {
        List<String> fields = fields(unique.fieldNames());
        return withRenamedIndex(
                Indexes.index(unique.name()).on(fields.toArray(String[]::new)).unique());
    }

    private Optional<ModelState> withIndex(Index index) {
        if (followsFromForeignKey(index)) {
            return Optional.of(model);
        }
        List<IndexPart> parts = index.parts().stream()
                .map(part -> part.field()
                        .map(column -> new IndexPart(
                                Expression.field(fields(List.of(column)).get(0)),
                                part.descending(),
                                part.operatorClass()))
                        .orElse(part))
                .toList();
        return withRenamedIndex(
                index.withParts(parts).include(fields(index.include()).toArray(String[]::new)));
    }

    /** The server creates it with the key, and drops it when another index serves the key as well. */
    private boolean followsFromForeignKey(Index index) {
        return !names.grammar().supports(Feature.INDEX_DROPS_UNDER_FOREIGN_KEYS)
                && table.foreignKeys().stream()
                        .filter(key -> names.isSame(key.name(), index.name()))
                        .filter(key -> key.columns().equals(index.leadingFields()))
                        .anyMatch(key -> model.fields().values().stream().anyMatch(field -> isReferenceOf(field, key)));
    }

    private boolean isReferenceOf(Field field, ForeignKey key) {
        return field.isReference()
                && field.requireReference().constrained()
                && field.columns().stream()
                        .map(names::canonical)
                        .toList()
                        .equals(key.columns().stream().map(names::canonical).toList());
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
