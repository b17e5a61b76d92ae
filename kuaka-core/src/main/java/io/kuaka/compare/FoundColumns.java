package io.kuaka.compare;

import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Table;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.Optional;

/** Takes over differences in the columns of one table. */
record FoundColumns(SchemaNames names, FoundTypes types, ProjectState state, ModelState model, Table table) {
    /** Returns the model with what the table has; empty if a model can't state it. */
    Optional<ModelState> with(SchemaDifference difference) {
        if (!difference.aspect().isEmpty()) {
            return altered(difference);
        }
        return difference.found() == null ? Optional.of(without(difference.name())) : Optional.of(added(difference));
    }

    private Column column(String name) {
        return table.columns().stream()
                .filter(column -> names.isSame(column.name(), name))
                .findFirst()
                .orElseThrow();
    }

    private List<Field> fields(String column) {
        return fieldsOf(names, model, column);
    }

    /** Returns the fields that have a column. */
    static List<Field> fieldsOf(SchemaNames names, ModelState model, String column) {
        return model.fields().values().stream()
                .filter(field -> field.columns().stream().anyMatch(own -> names.isSame(own, column)))
                .toList();
    }

    private ModelState without(String column) {
        ModelState rest = model;
        for (Field field : fields(column)) {
            rest = rest.withoutField(field.name());
        }
        return rest;
    }

    private ModelState added(SchemaDifference difference) {
        return added(column(difference.name()));
    }

    /** Returns the model with a field for one more column of its table. */
    ModelState added(Column column) {
        String spelled = names.written(column.name());
        String plain = spelled.replace("`", "");
        Field field = Field.of(model.fields().containsKey(plain) ? plain + "_" : plain, type(column))
                .column(spelled)
                .withNullable(column.isNullable())
                .withIdentity(column.isIdentity())
                .withDefault(column.defaultValue())
                .withGenerated(column.generated())
                .withCollation(column.collation())
                .withComment(column.comment());
        return model.withField(field);
    }

    private ColumnType type(Column column) {
        return types.of(column.type().requireName());
    }

    private Optional<ModelState> altered(SchemaDifference difference) {
        Column column = column(difference.name());
        List<Field> fields = fields(difference.name());
        Field field =
                fields.stream().filter(each -> !each.isReference()).findFirst().orElse(fields.get(0));
        return switch (difference.aspect()) {
            case "type" -> retyped(field, column);
            case "nullability" -> Optional.of(model.withAlteredField(field.withNullable(column.isNullable())));
            case "identity" -> Optional.of(model.withAlteredField(field.withIdentity(column.isIdentity())));
            case "default" -> Optional.of(model.withAlteredField(field.withDefault(column.defaultValue())));
            case "generated value" -> Optional.of(model.withAlteredField(field.withGenerated(column.generated())));
            case "collation" -> Optional.of(model.withAlteredField(field.withCollation(column.collation())));
            case "comment" -> Optional.of(model.withAlteredField(field.withComment(column.comment())));
            default -> Optional.empty();
        };
    }

    /** Returns the model with a plain column instead of a reference of one column; empty if there is none. */
    Optional<ModelState> withoutReference(String column) {
        return fields(column).stream()
                .filter(field -> field.isReference() && field.columns().size() == 1)
                .findFirst()
                .map(field -> model.withAlteredField(field.withType(type(column(column)))));
    }

    /** The type of a reference is that of the key that it refers to, which may be another one as well. */
    private Optional<ModelState> retyped(Field field, Column column) {
        ColumnType type = type(column);
        if (!field.isReference()) {
            // What is already so leads to other words, so that only the database's own ones are left.
            ColumnType next =
                    type.equals(field.type()) ? ColumnType.sql(column.type().requireName()) : type;
            return Optional.of(model.withAlteredField(field.withType(next)));
        }
        boolean follows = field.type().columnTypes(state).contains(type);
        return follows ? Optional.of(model) : Optional.empty();
    }
}
