package io.kuaka.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.kuaka.expression.Expression;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.FieldType;
import io.kuaka.state.ModelKey;
import io.kuaka.state.OnDelete;
import io.kuaka.state.Reference;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Brings fields over, with what a database keeps of them.
 *
 * <p>A default of Django's lives in Python; here it stands as one of the database, since both mean that rows don't have to
 * be asked about. So does the empty text that Django gives to texts which may be blank, and the time of {@code auto_now}.
 * What only a form or a person sees is left out.
 */
final class DjangoFields {
    private static final Set<String> TEXTS = Set.of(
            "CharField",
            "TextField",
            "SlugField",
            "URLField",
            "EmailField",
            "FileField",
            "ImageField",
            "FilePathField");

    private final String userModel;

    DjangoFields(String userModel) {
        this.userModel = DjangoModels.lower(userModel);
    }

    /** Returns whether the field is a many-to-many one with a table that no model of its own stands for. */
    static boolean isJoin(JsonNode field) {
        return isManyToMany(field) && !field.has("through") && !field.has("through_to_setting");
    }

    static boolean isManyToMany(JsonNode field) {
        return field.path("type").asText().equals("ManyToManyField");
    }

    static boolean isCompositeKey(JsonNode field) {
        return field.path("type").asText().equals("CompositePrimaryKey");
    }

    /** Returns whether the field has a column in the table of its model. */
    static boolean isColumn(JsonNode field) {
        return !isManyToMany(field)
                && !isCompositeKey(field)
                && !field.path("type").asText().startsWith("Generic" + "Foreign");
    }

    /** Returns the model that a reference names, as in {@code app.model}. */
    String target(JsonNode field) {
        return field.has("to_setting")
                ? userModel
                : DjangoModels.lower(field.path("to").asText());
    }

    /** Returns the field as part of its model, whose composite primary key may name it. */
    Field field(JsonNode model, JsonNode json) {
        String name = json.path("name").asText();
        Field field = Field.of(name, type(json));
        boolean inKey = model.path("fields")
                .valueStream()
                .filter(DjangoFields::isCompositeKey)
                .flatMap(key -> key.path("args").valueStream())
                .anyMatch(part -> part.asText().equals(name));
        String type = json.path("type").asText();
        boolean isOneToOne = type.equals("OneToOneField");
        boolean isKey = json.path("primary_key").asBoolean() || inKey;
        field = field.withPrimaryKey(isKey)
                .withNullable(json.path("null").asBoolean())
                .withUnique(!isKey && (json.path("unique").asBoolean() || isOneToOne));
        field = type.endsWith("AutoField") ? field.identity() : field;
        field = json.path("db_column").isTextual()
                ? field.column(json.path("db_column").asText())
                : field;
        field = json.path("db_collation").isTextual()
                ? field.collation(json.path("db_collation").asText())
                : field;
        field = json.path("db_comment").isTextual()
                ? field.comment(json.path("db_comment").asText())
                : field;
        return generated(json, withDefault(json, field));
    }

    private static Field withDefault(JsonNode json, Field field) {
        String type = json.path("type").asText();
        if (json.has("db_default")) {
            return field.withDefault(DjangoExpressions.expression(json.path("db_default")));
        }
        boolean isOneOff = json.has("$one_off");
        if (json.has("default") && !isOneOff && !(json.path("default").isNull() && field.isNullable())) {
            return field.withDefault(DjangoExpressions.expression(json.path("default")));
        }
        if (json.path("blank").asBoolean() && TEXTS.contains(type) && !field.isNullable()) {
            return field.defaultTo("");
        }
        return json.path("auto_now").asBoolean() ? field.withDefault(Expression.now()) : field;
    }

    private static Field generated(JsonNode json, Field field) {
        if (!json.path("type").asText().equals("GeneratedField")) {
            return field;
        }
        Expression expression = DjangoExpressions.expression(json.path("expression"));
        return json.path("db_persist").asBoolean() ? field.generated(expression) : field.generatedVirtually(expression);
    }

    private FieldType type(JsonNode json) {
        String type = json.path("type").asText();
        return switch (type) {
            case "ForeignKey", "OneToOneField" -> reference(json);
            case "GeneratedField" -> type(json.path("output_field"));
            case "ArrayField" -> ColumnType.array((ColumnType) type(json.path("base_field")));
            default -> column(type, json);
        };
    }

    private Reference reference(JsonNode json) {
        Reference reference = Reference.to(ModelKey.parse(target(json)));
        reference = json.path("to_field").isTextual()
                ? reference.withTargets(List.of(json.path("to_field").asText()))
                : reference;
        Field field = Field.of("x", reference).onDelete(onDelete(json.path("on_delete")));
        boolean isFree =
                json.has("db_constraint") && !json.path("db_constraint").asBoolean();
        return (isFree ? field.withoutForeignKey() : field).requireReference();
    }

    private static OnDelete onDelete(JsonNode json) {
        return switch (json.asText(json.path("name").asText())) {
            case "CASCADE", "DB_CASCADE" -> OnDelete.CASCADE;
            case "SET_NULL", "DB_SET_NULL" -> OnDelete.SET_NULL;
            case "SET_DEFAULT", "DB_SET_DEFAULT" -> OnDelete.SET_DEFAULT;
            case "PROTECT", "RESTRICT" -> OnDelete.RESTRICT;
            default -> OnDelete.NO_ACTION;
        };
    }

    private static ColumnType column(String type, JsonNode json) {
        int length = json.path("max_length").asInt(ColumnType.UNSET);
        return switch (type) {
            case "AutoField", "IntegerField" -> ColumnType.of(ColumnType.Kind.INTEGER);
            case "BigAutoField", "BigIntegerField" -> ColumnType.of(ColumnType.Kind.BIGINT);
            case "SmallAutoField", "SmallIntegerField" -> ColumnType.of(ColumnType.Kind.SMALLINT);
            case "CharField" -> ColumnType.sized(ColumnType.Kind.VARCHAR, length);
            case "SlugField" -> ColumnType.sized(ColumnType.Kind.VARCHAR, length < 0 ? 50 : length);
            case "EmailField" -> ColumnType.sized(ColumnType.Kind.VARCHAR, length < 0 ? 254 : length);
            case "URLField" -> ColumnType.sized(ColumnType.Kind.VARCHAR, length < 0 ? 200 : length);
            case "FileField", "ImageField", "FilePathField" ->
                ColumnType.sized(ColumnType.Kind.VARCHAR, length < 0 ? 100 : length);
            case "TextField" -> ColumnType.of(ColumnType.Kind.TEXT);
            case "BooleanField" -> ColumnType.of(ColumnType.Kind.BOOLEAN);
            case "FloatField" -> ColumnType.of(ColumnType.Kind.DOUBLE);
            case "DecimalField" ->
                ColumnType.decimal(
                        json.path("max_digits").asInt(ColumnType.UNSET),
                        json.path("decimal_places").asInt(ColumnType.UNSET));
            case "DateField" -> ColumnType.of(ColumnType.Kind.DATE);
            case "TimeField" -> ColumnType.of(ColumnType.Kind.TIME);
            case "DateTimeField" -> ColumnType.of(ColumnType.Kind.TIMESTAMP_TZ);
            case "DurationField" -> ColumnType.of(ColumnType.Kind.DURATION);
            case "UUIDField" -> ColumnType.of(ColumnType.Kind.UUID);
            case "BinaryField" -> ColumnType.sized(ColumnType.Kind.VARBINARY, length);
            case "JSONField" -> ColumnType.of(ColumnType.Kind.JSON);
            case "GenericIPAddressField" -> ColumnType.of(ColumnType.Kind.INET);
            default -> ColumnType.sql(type.replace("Field", "").toLowerCase(Locale.ROOT));
        };
    }
}
