package io.kuaka.command.tenant;

import static io.kuaka.expression.Expression.field;

import io.kuaka.expression.Expression;
import io.kuaka.operation.RunJava;
import io.kuaka.operation.WrittenCode;
import io.kuaka.source.Imports;
import io.kuaka.source.Literals;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.IdGenerator;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.TypeFamily;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The code that creates the tenant of all rows that have had none, unless it is there, and that assigns rows to it.
 *
 * <p>Values that nobody can guess are left to whoever reviews the migration: the code fails until they are written.
 */
final class DefaultTenant {
    static final String SLUG = "slug";

    private static final int LONGEST_MAP_OF = 10;

    private final ModelKey key;
    private final ModelState model;
    private final Field id;
    private final String slug;
    private final List<String> missing = new ArrayList<>();
    private final List<Class<?>> imports = new ArrayList<>(List.of(Map.class));

    DefaultTenant(ModelKey key, ModelState model, Field id, String slug) {
        this.key = key;
        this.model = model;
        this.id = id;
        this.slug = slug;
        if (!model.fields().containsKey(SLUG)) {
            throw UnadoptableModelException.hasNoSlug(key, model.fields().keySet());
        }
    }

    private String name(String app) {
        return key.app().equals(app) ? key.name() : key.toString();
    }

    /** Its key, as a value for the rows of other models. */
    Expression key(String app) {
        return Expression.valueOf(name(app), field(id.name())).where(field(SLUG).eq(slug));
    }

    /** Assigns all rows without a tenant to it, in one transaction. */
    RunJava assignment(String app, String reference, List<ModelKey> models) {
        List<String> lines = new ArrayList<>(List.of("var tenant = models.get(" + text(name(app))
                + ").get(Expression.field(" + text(SLUG) + ").eq(" + text(slug) + "));"));
        for (ModelKey each : models) {
            lines.add("models.get(" + text(each.name()) + ")");
            lines.add("        .filter(Expression.field(" + text(reference) + ").isNull())");
            lines.add("        .update(Map.of(" + text(reference) + ", tenant));");
        }
        return new RunJava(
                new WrittenCode(
                        "assignDefaultTenant",
                        "Assigns the default tenant to rows that were inserted without one meanwhile.",
                        lines,
                        List.of(Map.class, Expression.class)),
                RunJava.NOOP);
    }

    RunJava creation(String app) {
        Map<String, String> values = values();
        List<String> lines = new ArrayList<>();
        if (!missing.isEmpty()) {
            lines.add("// Write their values below, and remove this line.");
            lines.add("if (models != null) throw new UnsupportedOperationException("
                    + text("The default tenant needs a value for " + String.join(", ", missing)) + ");");
        }
        lines.add("models.get(" + text(name(app)) + ").getOrCreate(");
        lines.add("        Map.of(" + text(SLUG) + ", " + text(slug) + "),");
        lines.add("        " + map(values) + ");");
        return new RunJava(
                new WrittenCode("createDefaultTenant", "Creates the tenant of all rows without one.", lines, imports),
                RunJava.NOOP);
    }

    /** {@code Map.of} takes no more than ten pairs. */
    private static String map(Map<String, String> values) {
        boolean isLong = values.size() > LONGEST_MAP_OF;
        List<String> pairs = new ArrayList<>();
        values.forEach((field, value) -> {
            String pair = text(field) + ", " + value;
            pairs.add(isLong ? "Map.entry(" + pair + ")" : pair);
        });
        return (isLong ? "Map.ofEntries(" : "Map.of(") + String.join(", ", pairs) + ")";
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field field : model.fields().values()) {
            boolean isNeeded = !field.isNullable()
                    && !field.isIdentity()
                    && field.defaultValue() == null
                    && field.generated() == null
                    && !field.name().equals(SLUG);
            if (isNeeded) {
                String value = value(field);
                if (value.isEmpty()) {
                    missing.add(field.name());
                } else {
                    values.put(field.name(), value);
                }
            }
        }
        return values;
    }

    /** The Java expression of a value; empty if there is no harmless one. */
    private String value(Field field) {
        if (field.idGenerator() instanceof IdGenerator.FromSequence sequence) {
            return "models.nextValue(" + text(sequence.source().toString()) + ")";
        }
        if (!(field.type() instanceof ColumnType type)) {
            return "";
        }
        Class<?> valueClass = type.kind().valueClass();
        if (type.family() == TypeFamily.TEXT) {
            return holdsSlug(type) ? text(slug) : "";
        }
        if (valueClass == UUID.class) {
            imports.add(UUID.class);
            return "UUID.randomUUID()";
        }
        if (valueClass == Boolean.class) {
            return "false";
        }
        boolean isCount = Number.class.isAssignableFrom(valueClass) && !field.isPrimaryKey();
        return isCount ? "0" : "";
    }

    private boolean holdsSlug(ColumnType type) {
        int length = type.kind() == ColumnType.Kind.CHAR ? Math.max(1, type.length()) : type.length();
        return length == ColumnType.UNSET || length >= slug.length();
    }

    private static String text(String value) {
        return Literals.string(value).flat(new Imports());
    }
}
