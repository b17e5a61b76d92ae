package io.kuaka.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kuaka.data.JavaCode;
import io.kuaka.data.Models;
import io.kuaka.expression.Expression;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddConstraintNotValid;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.AddIndexConcurrently;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.AlterModelComment;
import io.kuaka.operation.AlterModelTable;
import io.kuaka.operation.CreateCollation;
import io.kuaka.operation.CreateExtension;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.DeleteModel;
import io.kuaka.operation.DropCollation;
import io.kuaka.operation.ModelLocalOperation;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveConstraint;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RemoveIndex;
import io.kuaka.operation.RemoveIndexConcurrently;
import io.kuaka.operation.RenameField;
import io.kuaka.operation.RenameIndex;
import io.kuaka.operation.RenameModel;
import io.kuaka.operation.RunJava;
import io.kuaka.operation.RunSql;
import io.kuaka.operation.SeparateDatabaseAndState;
import io.kuaka.operation.ValidateConstraint;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.Field;
import io.kuaka.state.Index;
import io.kuaka.state.ModelState;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Brings the operations of one app over, in order, while it keeps track of Django's models.
 *
 * <p>One operation may become several, for a many-to-many field or {@code unique_together} for example, or none where
 * Kuaka has nothing that changes.
 */
final class DjangoOperations {
    private static final Map<String, String> KINDS = Map.of(
            "AlterModelTableComment",
            "AlterModelComment",
            "RunPython",
            "RunJava",
            "Operation",
            "RunSql",
            "RemoveCollation",
            "DropCollation");

    private static final Map<String, JavaCode> CODE = new ConcurrentHashMap<>();

    private final String app;
    private final DjangoFields fields;
    private final DjangoModels models;
    private final Tracked tracked;

    DjangoOperations(String app, DjangoFields fields, Tracked tracked) {
        this.app = app;
        this.fields = fields;
        this.models = new DjangoModels(fields);
        this.tracked = tracked;
    }

    List<Operation> all(JsonNode operations) {
        List<Operation> all = new ArrayList<>();
        operations.forEach(operation -> all.addAll(one(operation)));
        return all;
    }

    List<Operation> one(JsonNode json) {
        String model = DjangoModels.lower(
                json.path("model_name").asText(json.path("name").asText()));
        String name = name(json.path("name"));
        return switch (json.path("op").asText()) {
            case "CreateModel" -> createModel(json);
            case "DeleteModel" -> deleteModel(model);
            case "RenameModel" -> renameModel(json);
            case "AlterModelTable" -> alterTable(model, json);
            case "AlterModelTableComment" ->
                List.of(new AlterModelComment(model, json.path("table_comment").asText(null)));
            case "AddField" -> addField(model, json);
            case "RemoveField" -> removeField(model, name);
            case "AlterField" -> alterField(model, json);
            case "RenameField" -> renameField(model, json);
            case "AddIndex" -> List.of(new AddIndex(model, DjangoModels.index(json.path("index"))));
            case "RemoveIndex" -> List.of(new RemoveIndex(model, name));
            case "RenameIndex" -> renameIndex(model, json);
            case "AddConstraint" -> List.of(addConstraint(model, json.path("constraint")));
            case "RemoveConstraint" -> List.of(removeConstraint(model, name));
            case "AlterUniqueTogether" -> alterTogether(model, json.path("unique_together"));
            case "AlterConstraint", "AlterModelOptions", "AlterModelManagers" -> List.of();
            case "RunSQL" -> List.of(runSql(json));
            case "RunPython" -> List.of(runJava(json));
            case "Operation" ->
                List.of(new RunSql(
                        List.of(), RunSql.NOOP, List.of(), json.path("elidable").asBoolean()));
            case "AddIndexConcurrently" ->
                List.of(new AddIndexConcurrently(model, DjangoModels.index(json.path("index"))));
            case "RemoveIndexConcurrently" -> List.of(new RemoveIndexConcurrently(model, name));
            case "CreateExtension" -> List.of(new CreateExtension(name));
            case "CreateCollation" ->
                List.of(new CreateCollation(name, json.path("locale").asText(), provider(json), isExact(json)));
            case "RemoveCollation" ->
                List.of(new DropCollation(name, json.path("locale").asText(), provider(json), isExact(json)));
            case "AddConstraintNotValid" ->
                List.of(new AddConstraintNotValid(
                        model, (CheckConstraint) DjangoModels.constraint(json.path("constraint"))));
            case "ValidateConstraint" -> List.of(new ValidateConstraint(model, name));
            case "SeparateDatabaseAndState" -> List.of(separate(json));
            default -> throw new ConformanceAdapter.NotApplicable("other-operation");
        };
    }

    /** Returns whether an operation of Django's became one of the same kind, so that both may be called the same. */
    static boolean isSameKind(JsonNode json, List<Operation> operations) {
        String django = json.path("op").asText();
        boolean isOnJoin = operations.size() == 1
                && operations.get(0) instanceof ModelLocalOperation local
                && local.model().contains(".");
        return operations.size() == 1
                && !isOnJoin
                && operations.get(0).getClass().getSimpleName().equalsIgnoreCase(KINDS.getOrDefault(django, django));
    }

    private List<Operation> createModel(JsonNode json) {
        ObjectNode model = json.deepCopy();
        model.put("app", app);
        tracked.put(app, model);
        return models.models(model).stream().<Operation>map(CreateModel::new).toList();
    }

    private List<Operation> deleteModel(String model) {
        List<Operation> operations = new ArrayList<>();
        tracked.fields(app, model).stream()
                .filter(DjangoFields::isJoin)
                .map(field -> new DeleteModel(model + "." + field.path("name").asText()))
                .forEach(operations::add);
        operations.add(new DeleteModel(model));
        tracked.remove(app, model);
        return operations;
    }

    private List<Operation> renameModel(JsonNode json) {
        String before = DjangoModels.lower(json.path("old_name").asText());
        String now = DjangoModels.lower(json.path("new_name").asText());
        tracked.renameModel(app, before, now);
        return before.equals(now) ? List.of() : List.of(new RenameModel(before, now));
    }

    private List<Operation> alterTable(String model, JsonNode json) {
        return List.of(new AlterModelTable(model, json.path("table").asText(model), null));
    }

    private List<Operation> addField(String model, JsonNode json) {
        ObjectNode field = field(json);
        tracked.putField(app, model, field);
        if (DjangoFields.isCompositeKey(field)) {
            return keyParts(model, field, true);
        }
        if (DjangoFields.isManyToMany(field)) {
            return DjangoFields.isJoin(field) ? List.of(new CreateModel(models.join(app, model, field))) : List.of();
        }
        return List.of(new AddField(model, converted(model, field), oneOff(json)));
    }

    private List<Operation> removeField(String model, String name) {
        Optional<ObjectNode> old = tracked.field(app, model, name);
        tracked.removeField(app, model, name);
        if (old.isPresent() && DjangoFields.isManyToMany(old.get())) {
            return DjangoFields.isJoin(old.get()) ? List.of(new DeleteModel(model + "." + name)) : List.of();
        }
        return old.isPresent() && DjangoFields.isCompositeKey(old.get())
                ? keyParts(model, old.get(), false)
                : List.of(new RemoveField(model, name));
    }

    /** The composite key isn't a field here but a flag of its parts. */
    private List<Operation> keyParts(String model, ObjectNode key, boolean inKey) {
        return key.path("args")
                .valueStream()
                .flatMap(part -> tracked.field(app, model, part.asText()).stream())
                .<Operation>map(
                        part -> new AlterField(model, converted(model, part).withPrimaryKey(inKey)))
                .toList();
    }

    private List<Operation> alterField(String model, JsonNode json) {
        ObjectNode field = field(json);
        Optional<ObjectNode> old = tracked.field(app, model, field.path("name").asText());
        Optional<Field> before = old.filter(DjangoFields::isColumn).map(each -> converted(model, each));
        tracked.putField(app, model, field);
        if (DjangoFields.isManyToMany(field)) {
            return old.map(each -> alterJoin(model, each, field)).orElse(List.of());
        }
        Field now = converted(model, field);
        Expression fill = oneOff(json);
        return fill == null && before.equals(Optional.of(now)) ? List.of() : List.of(new AlterField(model, now, fill));
    }

    private List<Operation> alterJoin(String model, ObjectNode old, ObjectNode field) {
        if (!DjangoFields.isJoin(old) || !DjangoFields.isJoin(field)) {
            return List.of();
        }
        ModelState before = models.join(app, model, old);
        ModelState now = models.join(app, model, field);
        List<Operation> operations = new ArrayList<>();
        if (!before.field("element").equals(now.field("element"))) {
            operations.add(new AlterField(now.name(), now.field("element")));
        }
        if (!before.table().equals(now.table())) {
            operations.add(new AlterModelTable(now.name(), now.table(), null));
        }
        return operations;
    }

    private List<Operation> renameField(String model, JsonNode json) {
        String before = json.path("old_name").asText();
        String now = json.path("new_name").asText();
        Optional<ObjectNode> old = tracked.field(app, model, before);
        tracked.renameField(app, model, before, now);
        if (old.isPresent() && DjangoFields.isManyToMany(old.get())) {
            return DjangoFields.isJoin(old.get())
                    ? List.of(new RenameModel(model + "." + before, model + "." + now))
                    : List.of();
        }
        RenameField rename = new RenameField(model, before, now);
        boolean stated = old.isPresent()
                && old.get().path("db_column").isTextual()
                && converted(model, old.get()).withName(before).hasDefaultColumns();
        return List.of(stated ? rename.keepingColumns() : rename);
    }

    private static List<Operation> renameIndex(String model, JsonNode json) {
        if (!json.path("old_name").isTextual()) {
            throw new ConformanceAdapter.NotApplicable("unnamed-index");
        }
        return List.of(new RenameIndex(
                model, json.path("old_name").asText(), json.path("new_name").asText()));
    }

    private Operation addConstraint(String model, JsonNode json) {
        Optional<Index> asIndex = DjangoModels.uniqueExpressions(json);
        asIndex.ifPresent(index -> tracked.noteIndex(app, model, index.name()));
        return asIndex.isPresent()
                ? new AddIndex(model, asIndex.get())
                : new AddConstraint(model, DjangoModels.constraint(json));
    }

    private Operation removeConstraint(String model, String name) {
        return tracked.isIndex(app, model, name) ? new RemoveIndex(model, name) : new RemoveConstraint(model, name);
    }

    private List<Operation> alterTogether(String model, JsonNode sets) {
        Map<String, UniqueConstraint> before = named(DjangoModels.together(tracked.together(app, model)));
        Map<String, UniqueConstraint> now = named(DjangoModels.together(sets));
        tracked.putTogether(app, model, sets);
        List<Operation> operations = new ArrayList<>();
        before.keySet().stream()
                .filter(name -> !now.containsKey(name))
                .forEach(name -> operations.add(new RemoveConstraint(model, name)));
        now.values().stream()
                .filter(constraint -> !before.containsKey(constraint.name()))
                .forEach(constraint -> operations.add(new AddConstraint(model, constraint)));
        return operations;
    }

    private static Map<String, UniqueConstraint> named(List<UniqueConstraint> constraints) {
        Map<String, UniqueConstraint> named = new TreeMap<>();
        constraints.forEach(constraint -> named.put(constraint.name(), constraint));
        return named;
    }

    private RunSql runSql(JsonNode json) {
        boolean isReversible =
                json.has("reverse_sql") && !json.path("reverse_sql").isNull();
        return new RunSql(
                statements(json.path("sql")),
                isReversible ? statements(json.path("reverse_sql")) : null,
                all(json.path("state_operations")),
                json.path("elidable").asBoolean());
    }

    /** An index may stand for its name. */
    private static String name(JsonNode json) {
        return json.isObject() ? json.path("name").asText() : json.asText();
    }

    private static String provider(JsonNode json) {
        return json.path("provider").asText("libc");
    }

    private static boolean isExact(JsonNode json) {
        return json.path("deterministic").asBoolean(true);
    }

    /** The same function becomes the same code. */
    private static RunJava runJava(JsonNode json) {
        return new RunJava(
                code(json.path("code")),
                json.has("reverse_code") ? code(json.path("reverse_code")) : null,
                json.path("elidable").asBoolean());
    }

    private static JavaCode code(JsonNode json) {
        return CODE.computeIfAbsent(json.toString(), name -> new JavaCode() {
            @Override
            public void run(Models models) {}
        });
    }

    private static List<String> statements(JsonNode json) {
        if (json.isTextual()) {
            return json.asText().isEmpty() ? List.of() : List.of(json.asText());
        }
        return json.valueStream()
                .map(each -> each.isTextual() ? each.asText() : each.toString())
                .toList();
    }

    private Operation separate(JsonNode json) {
        DjangoOperations aside = new DjangoOperations(app, fields, tracked.copy());
        return new SeparateDatabaseAndState(
                aside.all(json.path("database_operations")), all(json.path("state_operations")));
    }

    private Field converted(String model, ObjectNode field) {
        return fields.field(tracked.model(app, model), field);
    }

    private static ObjectNode field(JsonNode json) {
        ObjectNode field = json.path("field").deepCopy();
        field.put("name", json.path("name").asText());
        if (isOneOff(json)) {
            field.put("$one_off", true);
        }
        return field;
    }

    private static boolean isOneOff(JsonNode json) {
        return json.has("preserve_default") && !json.path("preserve_default").asBoolean();
    }

    private static Expression oneOff(JsonNode json) {
        return isOneOff(json) ? DjangoExpressions.expression(json.path("field").path("default")) : null;
    }
}
