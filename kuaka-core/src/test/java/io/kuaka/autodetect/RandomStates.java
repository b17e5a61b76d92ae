package io.kuaka.autodetect;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.sql;
import static io.kuaka.expression.Expression.upper;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.bool;
import static io.kuaka.state.Fields.decimal;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.text;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.unique;
import static io.kuaka.state.Sequence.sequence;

import io.kuaka.expression.Expression;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.OnDelete;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes states that hold together, and changes them, the same ones for the same seed. */
public final class RandomStates {
    private static final List<String> APPS = List.of("catalog", "orders", "users");
    private static final List<String> MODELS = List.of("Author", "Book", "Order", "Item", "User", "Tag");
    private static final List<String> FIELDS = List.of("name", "title", "count", "price", "createdAt", "note", "flag");

    private final Random random;

    /** Makes the states of a seed. */
    public RandomStates(long seed) {
        random = new Random(seed);
    }

    /** Returns a state with a few models, which refer to each other across apps and in circles. */
    public ProjectState next() {
        ProjectState state = ProjectState.empty();
        for (String app : APPS) {
            for (String name : MODELS) {
                if (random.nextInt(3) == 0) {
                    state = state.withModel(app, plain(name));
                }
            }
            if (random.nextBoolean()) {
                state = state.withSequence(app, sequence(app + "_seq").incrementedBy(1 + random.nextInt(3)));
            }
        }
        for (ModelKey key : state.models().keySet()) {
            state = random.nextBoolean() ? numbered(state, key) : state;
        }
        return connected(state);
    }

    /** Returns the state with other numbers for a model: the database's, those of any sequence or of one of its own. */
    private ProjectState numbered(ProjectState state, ModelKey key) {
        List<ModelKey> sequences = List.copyOf(state.sequences().keySet());
        if (key.isPart() || sequences.isEmpty()) {
            return state;
        }
        ModelKey own = key.sibling(state.model(key).table() + "_SEQ");
        boolean isOwn = random.nextInt(3) == 0 && !sequences.contains(own);
        Field plain = bigint("id").primaryKey();
        Field numbered = random.nextBoolean()
                ? plain.identity()
                : plain.sequence(anyOf(sequences).toString());
        Field now = isOwn ? plain : numbered;
        if (isNative(key)) {
            Sequence natively = sequence(own.name()).forNativeIds();
            return (sequences.contains(own) ? state : state.withSequence(own.app(), natively))
                    .updateModel(
                            key,
                            model -> model.fields().containsKey("id")
                                    ? model.withAlteredField(plain.identity().sequence(own.toString()))
                                    : model);
        }
        return (isOwn ? state.withSequence(own.app(), sequence(own.name())) : state)
                .updateModel(key, model -> model.fields().containsKey("id") ? model.withAlteredField(now) : model);
    }

    /** Without another random number, so that the states of a seed stay what they were. */
    private static boolean isNative(ModelKey key) {
        return Math.floorMod(key.hashCode(), 4) == 0;
    }

    /** Returns the state with a sequence under another name, in the same app or another. */
    private ProjectState renamedSequence(ProjectState state) {
        List<ModelKey> sequences = List.copyOf(state.sequences().keySet());
        ModelKey now = new ModelKey(anyOf(APPS), "seq" + random.nextInt(3));
        return sequences.isEmpty() || sequences.contains(now) ? state : state.renameSequence(anyOf(sequences), now);
    }

    /** Returns the state after {@code changes} random changes. */
    public ProjectState mutate(ProjectState state, int changes) {
        ProjectState result = state;
        for (int i = 0; i < changes; i++) {
            result = healed(change(result));
        }
        return result;
    }

    private ProjectState change(ProjectState state) {
        if (state.models().isEmpty()) {
            return next();
        }
        ModelKey key = anyModel(state);
        return switch (random.nextInt(14)) {
            case 0 -> state.withoutModel(key);
            case 1 -> added(state);
            case 2 -> renamed(state, key, key.sibling(anyOf(MODELS) + random.nextInt(3)));
            case 3 -> renamed(state, key, new ModelKey(anyOf(APPS), key.name()));
            case 4 -> state.updateModel(key, this::otherwiseNamed);
            case 5 -> state.updateModel(key, model -> model.table("t" + random.nextInt(9999)));
            case 6 -> state.updateModel(key, this::withMember);
            case 7 -> withReference(state, key);
            case 8 -> withPart(state, key);
            case 9 -> renamedField(state, key);
            case 10 -> numbered(state, key);
            case 11 -> renamedSequence(state);
            default -> state.updateModel(key, this::alteredField);
        };
    }

    private ModelState otherwiseNamed(ModelState model) {
        if (random.nextBoolean()) {
            return model.comment(null).primaryKeyName(null);
        }
        int number = random.nextInt(9);
        return number < 5 ? model.comment("c" + number) : model.primaryKeyName("pk" + number + "_" + model.name());
    }

    private ProjectState added(ProjectState state) {
        ModelKey key = new ModelKey(anyOf(APPS), anyOf(MODELS));
        return state.hasModel(key) ? state : withReference(state.withModel(key.app(), plain(key.name())), key);
    }

    private static ProjectState renamed(ProjectState state, ModelKey key, ModelKey newKey) {
        boolean isPart = key.name().contains(".");
        return isPart || state.hasModel(newKey) ? state : state.renameModel(key, newKey);
    }

    private ProjectState renamedField(ProjectState state, ModelKey key) {
        ModelState model = state.model(key);
        String old = anyOf(List.copyOf(model.fields().keySet()));
        String name = anyOf(FIELDS);
        return model.fields().containsKey(name) ? state : state.renameField(key, old, name);
    }

    private ModelState plain(String name) {
        ModelState model = model(name).fields(bigint("id").primaryKey().identity());
        for (int i = random.nextInt(4); i > 0; i--) {
            Field field = anyField();
            model = model.fields().containsKey(field.name()) ? model : model.withField(field);
        }
        return withMember(random.nextBoolean() ? model : model.table("tbl_" + name + random.nextInt(3)));
    }

    private ProjectState connected(ProjectState state) {
        ProjectState result = state;
        for (ModelKey key : state.models().keySet()) {
            result = random.nextBoolean() ? withReference(result, key) : result;
            result = random.nextInt(4) == 0 ? withPart(result, key) : result;
        }
        return result;
    }

    private ProjectState withReference(ProjectState state, ModelKey key) {
        ModelKey target = anyModel(state);
        if (target.name().contains(".") || key.name().contains(".")) {
            return state;
        }
        Field field = reference("ref" + random.nextInt(3), target.toString())
                .onDelete(random.nextBoolean() ? OnDelete.CASCADE : OnDelete.NO_ACTION)
                .withNullable(random.nextBoolean());
        return state.updateModel(
                key,
                model -> model.fields().containsKey(field.name())
                        ? model.withAlteredField(field)
                        : withIndexOn(model.withField(field), field.name()));
    }

    private ModelState withIndexOn(ModelState model, String field) {
        String name = "idx_" + random.nextInt(99999);
        return random.nextBoolean() || model.indexes().containsKey(name)
                ? model
                : model.withIndex(index(name).on(field));
    }

    private ProjectState withPart(ProjectState state, ModelKey key) {
        ModelKey part = key.sibling(key.name() + ".part" + random.nextInt(2));
        ModelKey other = anyModel(state);
        if (state.hasModel(part) || key.name().contains(".") || other.name().contains(".")) {
            return state;
        }
        return state.withModel(
                part.app(),
                model(part.name())
                        .table(part.name().replace('.', '_'))
                        .fields(
                                reference("owner", key.toString()).primaryKey(),
                                reference("element", other.toString()).primaryKey()));
    }

    private ModelState withMember(ModelState model) {
        List<String> names = List.copyOf(model.fields().keySet());
        String name = anyOf(names);
        if (!model.indexes().isEmpty() && random.nextInt(3) == 0) {
            return model.withoutIndex(model.indexes().keySet().iterator().next());
        }
        if (!model.constraints().isEmpty() && random.nextInt(3) == 0) {
            return model.withoutConstraint(
                    model.constraints().keySet().iterator().next());
        }
        int number = random.nextInt(99999);
        return switch (random.nextInt(3)) {
            case 0 -> model.withIndex(index("i" + number).on("-" + name));
            case 1 -> model.withConstraint(unique("u" + number).on(name));
            default -> model.withConstraint(check("c" + number, field(name).isNotNull()));
        };
    }

    private ModelState alteredField(ModelState model) {
        List<String> names = List.copyOf(model.fields().keySet());
        String name = anyOf(names);
        Field old = model.field(name);
        boolean isUsed = model.fields().values().stream().anyMatch(field -> field.uses(old));
        return switch (random.nextInt(6)) {
            case 0 -> names.size() == 1 || isUsed ? model : model.withoutField(name);
            case 1 -> model.withAlteredField(old.withNullable(!old.isNullable() && !old.isPrimaryKey()));
            case 2 -> model.withAlteredField(old.withUnique(!old.isUnique()));
            case 3 -> old.isReference() ? model : model.withAlteredField(old.column("col" + random.nextInt(99)));
            case 4 -> withComputed(model, name);
            default -> {
                Field field = anyField();
                yield model.fields().containsKey(field.name()) ? model.withAlteredField(field) : model.withField(field);
            }
        };
    }

    private ModelState withComputed(ModelState model, String source) {
        if (model.fields().containsKey("computed") || model.field(source).generated() != null) {
            return model;
        }
        Expression value = random.nextBoolean()
                ? field(source)
                : sql(model.field(source).columns().get(0));
        return model.withField(varchar("computed", 50).nullable().generated(upper(value)));
    }

    /** Each of these types can become each other, so that every change of a field is one that a database can make. */
    private Field anyField() {
        String name = anyOf(FIELDS);
        return switch (random.nextInt(6)) {
            case 0 -> varchar(name, 10 * (1 + random.nextInt(3)));
            case 1 -> integer(name).defaultTo(random.nextInt(3));
            case 2 -> decimal(name, 10, 2).nullable();
            case 3 -> bigint(name).column("big_" + name);
            case 4 -> bool(name).comment("yes or no");
            default -> text(name).nullable();
        };
    }

    /** Takes out what refers to models that are gone. */
    private static ProjectState healed(ProjectState state) {
        Map<ModelKey, List<String>> broken = new LinkedHashMap<>();
        state.models().forEach((key, model) -> model.fields().values().stream()
                .filter(field -> field.isReference()
                        && !state.hasModel(field.requireReference().to()))
                .forEach(field ->
                        broken.computeIfAbsent(key, each -> new ArrayList<>()).add(field.name())));
        ProjectState result = state;
        for (Map.Entry<ModelKey, List<String>> entry : broken.entrySet()) {
            for (String name : entry.getValue()) {
                result = result.updateModel(entry.getKey(), model -> withoutField(model, name));
            }
        }
        for (ModelKey key : result.models().keySet()) {
            boolean isOrphan = key.name().contains(".")
                    && !state.hasModel(
                            key.sibling(key.name().substring(0, key.name().indexOf('.'))));
            if (isOrphan || result.model(key).fields().isEmpty()) {
                return healed(result.withoutModel(key));
            }
        }
        return result;
    }

    private static ModelState withoutField(ModelState model, String name) {
        ModelState result = model;
        for (Field field : model.fieldsUsing(model.field(name))) {
            result = result.withoutField(field.name());
        }
        return result.withoutField(name);
    }

    private ModelKey anyModel(ProjectState state) {
        return anyOf(List.copyOf(state.models().keySet()));
    }

    private <T> T anyOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
