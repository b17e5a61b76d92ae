package io.kuaka.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.Constraint;
import io.kuaka.state.Field;
import io.kuaka.state.Fields;
import io.kuaka.state.Index;
import io.kuaka.state.IndexPart;
import io.kuaka.state.Indexes;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Brings models over.
 *
 * <p>Names of models are lower case, since Django compares them so. A many-to-many field without a model of its own
 * between becomes a join table {@code model.field}; a base model becomes a primary key that refers to it; an entry of
 * {@code unique_together} becomes a unique constraint named by its fields.
 */
final class DjangoModels {
    /** Begins the names of constraints that stand for entries of {@code unique_together}. */
    static final String TOGETHER = "together_";

    private final DjangoFields fields;

    DjangoModels(DjangoFields fields) {
        this.fields = fields;
    }

    ProjectState state(JsonNode json) {
        ProjectState state = ProjectState.empty();
        for (JsonNode model : json.path("models")) {
            for (ModelState each : models(model)) {
                state = state.withModel(model.path("app").asText(), each);
            }
        }
        return state;
    }

    /** Returns the model and its join tables. */
    List<ModelState> models(JsonNode json) {
        List<ModelState> models = new ArrayList<>();
        models.add(model(json));
        String app = json.path("app").asText();
        for (JsonNode field : json.path("fields")) {
            if (DjangoFields.isJoin(field)) {
                models.add(join(app, json.path("name").asText(), field));
            }
        }
        return models;
    }

    ModelState join(String app, String model, JsonNode field) {
        String owner = lower(model);
        String name = owner + "." + field.path("name").asText();
        ModelState join = Fields.model(name)
                .fields(
                        Fields.reference("owner", app + "." + owner).primaryKey(),
                        Fields.reference("element", fields.target(field)).primaryKey());
        return field.has("db_table") ? join.table(field.path("db_table").asText()) : join;
    }

    private ModelState model(JsonNode json) {
        ModelState model = Fields.model(lower(json.path("name").asText()));
        JsonNode options = json.path("options");
        if (!options.path("db_table").asText("").isEmpty()) {
            model = model.table(options.path("db_table").asText());
        }
        if (!options.path("db_table_comment").asText("").isEmpty()) {
            model = model.comment(options.path("db_table_comment").asText());
        }
        for (Field field : bases(json)) {
            model = model.withField(field);
        }
        for (JsonNode field : json.path("fields")) {
            if (DjangoFields.isColumn(field)) {
                model = model.withField(fields.field(json, field));
            }
        }
        for (JsonNode index : options.path("indexes")) {
            model = model.withIndex(index(index));
        }
        for (JsonNode constraint : options.path("constraints")) {
            model = withConstraint(model, constraint);
        }
        for (UniqueConstraint unique : together(options.path("unique_together"))) {
            model = model.withConstraint(unique);
        }
        return model;
    }

    private static ModelState withConstraint(ModelState model, JsonNode constraint) {
        Optional<Index> asIndex = uniqueExpressions(constraint);
        return asIndex.isPresent() ? model.withIndex(asIndex.get()) : model.withConstraint(constraint(constraint));
    }

    private static List<Field> bases(JsonNode json) {
        List<Field> pointers = new ArrayList<>();
        for (JsonNode base : json.path("bases")) {
            if (base.isTextual() && base.asText().contains(".")) {
                String number = pointers.isEmpty() ? "" : "_" + pointers.size();
                pointers.add(Fields.reference("base_ptr" + number, lower(base.asText()))
                        .primaryKey());
            }
        }
        return pointers;
    }

    /** Returns the constraints that stand for {@code unique_together}, of which neither the order nor the name counts. */
    static List<UniqueConstraint> together(JsonNode sets) {
        TreeSet<String> names = new TreeSet<>();
        List<UniqueConstraint> constraints = new ArrayList<>();
        for (JsonNode set : sets) {
            List<String> names2 = set.valueStream().map(JsonNode::asText).toList();
            String name = TOGETHER + String.join("_", names2);
            if (names.add(name)) {
                constraints.add(Indexes.unique(name).withFields(names2));
            }
        }
        return constraints;
    }

    static Index index(JsonNode json) {
        List<IndexPart> parts = new ArrayList<>();
        json.path("fields")
                .valueStream()
                .map(JsonNode::asText)
                .map(IndexPart::parse)
                .forEach(parts::add);
        json.path("expressions").valueStream().map(DjangoModels::part).forEach(parts::add);
        List<JsonNode> classes = json.path("opclasses").valueStream().toList();
        for (int i = 0; i < classes.size(); i++) {
            parts.set(i, parts.get(i).operatorClass(classes.get(i).asText()));
        }
        Index index = Indexes.index(nameOf(json, parts)).withParts(parts);
        String type = json.path("type").asText();
        index = type.equals("Index")
                ? index
                : index.using(type.replace("Index", "").toLowerCase(Locale.ROOT));
        index = json.has("condition") ? index.where(DjangoExpressions.condition(json.path("condition"))) : index;
        return index.include(strings(json.path("include")));
    }

    private static String nameOf(JsonNode json, List<IndexPart> parts) {
        List<String> names = parts.stream()
                .flatMap(part -> part.expression().fields().stream())
                .toList();
        return json.path("name").asText("idx_" + String.join("_", names));
    }

    private static IndexPart part(JsonNode json) {
        boolean isOrder = json.path("expr").asText().equals("OrderBy");
        JsonNode inner = isOrder ? json.path("args").path(0) : json;
        Expression expression =
                inner.isTextual() ? IndexPart.parse(inner.asText()).expression() : DjangoExpressions.expression(inner);
        boolean descending = isOrder
                ? json.path("kwargs").path("descending").asBoolean()
                : inner.isTextual() && inner.asText().startsWith("-");
        IndexPart part = IndexPart.of(expression);
        return descending ? part.desc() : part;
    }

    /** A unique constraint over expressions is an index in every database. */
    static Optional<Index> uniqueExpressions(JsonNode json) {
        boolean hasExpressions = !json.path("expressions").isEmpty();
        return json.path("type").asText().equals("UniqueConstraint") && hasExpressions
                ? Optional.of(index(json).unique().withName(json.path("name").asText()))
                : Optional.empty();
    }

    static Constraint constraint(JsonNode json) {
        String name = json.path("name").asText();
        return switch (json.path("type").asText()) {
            case "CheckConstraint" -> new CheckConstraint(name, DjangoExpressions.condition(json.path("condition")));
            case "UniqueConstraint" -> unique(name, json);
            default -> throw new ConformanceAdapter.NotApplicable("other-constraint");
        };
    }

    private static UniqueConstraint unique(String name, JsonNode json) {
        Condition condition = json.has("condition") ? DjangoExpressions.condition(json.path("condition")) : null;
        boolean isDeferred = json.path("deferrable").path("name").asText().equals("DEFERRED");
        boolean nullsNotDistinct =
                json.has("nulls_distinct") && !json.path("nulls_distinct").asBoolean(true);
        return new UniqueConstraint(
                name,
                List.of(strings(json.path("fields"))),
                condition,
                List.of(strings(json.path("include"))),
                isDeferred,
                nullsNotDistinct);
    }

    /** Returns whether an index holds nothing but fields. */
    static boolean isPlain(Index index) {
        return index.parts().stream().allMatch(part -> part.field().isPresent());
    }

    private static String[] strings(JsonNode json) {
        return json.valueStream().map(JsonNode::asText).toArray(String[]::new);
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
