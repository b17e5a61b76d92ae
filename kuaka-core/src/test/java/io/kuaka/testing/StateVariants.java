package io.kuaka.testing;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.sql;
import static io.kuaka.expression.Expression.upper;
import static io.kuaka.expression.Expression.value;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.classes;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.exclusion;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.unique;
import static io.kuaka.state.Sequence.sequence;
import static java.util.Map.entry;

import io.kuaka.state.ColumnType;
import io.kuaka.state.Generated;
import io.kuaka.state.IdGenerator;
import io.kuaka.state.ModelKey;
import io.kuaka.state.OnDelete;
import io.kuaka.state.ProjectState;
import io.kuaka.state.fact.Meaning;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Pairs of states that differ in one record component alone, for every component of all that a state is made of.
 *
 * <p>What holds over them is forgotten by no new piece of the state: a component without another value here fails.
 */
public final class StateVariants {
    /**
     * Two states that differ in one component alone.
     *
     * @param component the component, as in {@code Field.isNullable}
     */
    public record Variant(String component, ProjectState before, ProjectState after) {
        @Override
        public String toString() {
            return component;
        }
    }

    private static final ModelKey BOOK = new ModelKey("shop", "Book");

    private static final ProjectState SHOP = ProjectState.empty()
            .withModel(
                    "shop",
                    model("Author")
                            .fields(
                                    bigint("id")
                                            .primaryKey()
                                            .sequence("shop.numbers")
                                            .means(classes("Book")),
                                    bigint("number")))
            .withModel(
                    "shop",
                    model("Book")
                            .table("books")
                            .fields(
                                    varchar("title", 100),
                                    bigint("id").primaryKey(),
                                    varchar("loud", 100).generated(upper(field("title"))),
                                    reference("author", "shop.Author"))
                            .indexes(index("books_idx").on("title").using("btree"))
                            .constraints(
                                    unique("books_key").on("title"),
                                    check("books_check", field("title").ne("")),
                                    exclusion("books_excl").with(field("title"), "=")))
            .withModel("shop", model("Tag").fields(bigint("id").primaryKey().tableGenerator("shop.Author", "tags", 10)))
            .withSequence("shop", sequence("numbers"));

    /** For each component a value that it hasn't got in {@link #SHOP}. */
    private static final Map<String, Object> OTHER_VALUES = Map.ofEntries(
            entry("ProjectState.models", without(SHOP.models(), new ModelKey("shop", "Tag"))),
            entry("ProjectState.sequences", new TreeMap<ModelKey, Object>()),
            entry("ModelState.name", "Other"),
            entry("ModelState.table", "other"),
            entry("ModelState.schema", "other"),
            entry("ModelState.primaryKeyName", "other"),
            entry("ModelState.fields", SHOP.model(new ModelKey("shop", "Tag")).fields()),
            entry("ModelState.indexes", Map.of("other_idx", index("other_idx").on("id"))),
            entry("ModelState.constraints", Map.of("other", unique("other").on("id"))),
            entry("ModelState.comment", "other"),
            entry("Field.name", "other"),
            entry("Field.type", ColumnType.of(ColumnType.Kind.TEXT)),
            entry("Field.columns", List.of("other")),
            entry("Field.isNullable", true),
            entry("Field.isPrimaryKey", false),
            entry("Field.isUnique", true),
            entry("Field.isIdentity", true),
            entry("Field.idGenerator", new IdGenerator.FromTable(BOOK, "authors", 10)),
            entry("FromSequence.source", BOOK),
            entry("FromTable.source", BOOK),
            entry("FromTable.row", "other"),
            entry("FromTable.increment", 20L),
            entry("Field.defaultValue", value(1)),
            entry("Field.generated", new Generated(sql("1"), true)),
            entry("Field.collation", "other"),
            entry("Field.comment", "other"),
            entry("Field.meaning", classes("Ferry=F", "Ship")),
            entry("Meaning.kind", Meaning.Kind.ENTITIES),
            entry("Meaning.values", new TreeMap<>(Map.of("Book", "B"))),
            entry("Generated.expression", field("title")),
            entry("Generated.stored", false),
            entry("ColumnType.kind", ColumnType.Kind.INTEGER),
            entry("ColumnType.length", 20),
            entry("ColumnType.scale", 2),
            entry("ColumnType.values", List.of("ONE")),
            entry("ColumnType.element", ColumnType.varchar(10)),
            entry("ColumnType.name", "other"),
            entry("Reference.to", new ModelKey("shop", "Tag")),
            entry("Reference.targets", List.of("number")),
            entry("Reference.onDelete", OnDelete.CASCADE),
            entry("Reference.constrained", false),
            entry("Reference.constraintName", "other"),
            entry("Reference.isDeferred", true),
            entry("Index.name", "other"),
            entry("Index.parts", List.of()),
            entry("Index.isUnique", true),
            entry("Index.method", "hash"),
            entry("Index.condition", field("title").isNull()),
            entry("Index.include", List.of("id")),
            entry("Index.isNullsNotDistinct", true),
            entry("IndexPart.expression", upper(field("title"))),
            entry("IndexPart.descending", true),
            entry("IndexPart.operatorClass", "text_pattern_ops"),
            entry("UniqueConstraint.name", "other"),
            entry("UniqueConstraint.fieldNames", List.of("id")),
            entry("UniqueConstraint.condition", field("title").isNull()),
            entry("UniqueConstraint.include", List.of("id")),
            entry("UniqueConstraint.isDeferred", true),
            entry("UniqueConstraint.isNullsNotDistinct", true),
            entry("CheckConstraint.name", "other"),
            entry("CheckConstraint.condition", field("title").isNull()),
            entry("ExclusionConstraint.name", "other"),
            entry("ExclusionConstraint.method", "other"),
            entry("ExclusionConstraint.parts", List.of()),
            entry("ExclusionConstraint.condition", field("title").isNull()),
            entry("ExclusionConstraint.isDeferred", true),
            entry("Part.expression", field("id")),
            entry("Part.operator", "<>"),
            entry("Sequence.name", "other"),
            entry("Sequence.schema", "other"),
            entry("Sequence.start", 7L),
            entry("Sequence.increment", 50L),
            entry("Sequence.isForNativeIds", true));

    private StateVariants() {}

    /** Returns a pair of states for each component. */
    public static List<Variant> all() {
        return records(ProjectState.class, new LinkedHashSet<>()).stream()
                .flatMap(type -> Stream.of(type.getRecordComponents()))
                .map(StateVariants::variant)
                .toList();
    }

    private static Variant variant(RecordComponent component) {
        Class<?> type = component.getDeclaringRecord();
        String name = type.getSimpleName() + "." + component.getName();
        Object other = OTHER_VALUES.get(name);
        if (other == null) {
            throw new AssertionError(name + " is new in the state: give it another value in StateVariants.");
        }
        Object piece = find(SHOP, type).orElseThrow(() -> new AssertionError("StateVariants has no " + type + "."));
        Object changed = rebuilt(piece, component, other);
        if (changed.equals(piece)) {
            throw new AssertionError(name + " has the same value twice in StateVariants.");
        }
        return new Variant(name, SHOP, (ProjectState) replaced(SHOP, piece, changed));
    }

    /** Returns the records that a type is made of, itself first; expressions and keys are values of their own. */
    private static Set<Class<?>> records(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType parameterized) {
            Stream.of(parameterized.getActualTypeArguments()).forEach(each -> records(each, found));
        } else if (type instanceof Class<?> piece
                && piece.getPackage() == ProjectState.class.getPackage()
                && piece != ModelKey.class) {
            if (piece.isSealed()) {
                Stream.of(piece.getPermittedSubclasses()).forEach(each -> records(each, found));
            } else if (piece.isRecord() && found.add(piece)) {
                Stream.of(piece.getRecordComponents()).forEach(component -> records(component.getGenericType(), found));
            }
        }
        return found;
    }

    /** Returns the first piece of a type. */
    private static Optional<Object> find(Object in, Class<?> type) {
        return type.isInstance(in)
                ? Optional.of(in)
                : parts(in).flatMap(part -> find(part, type).stream()).findFirst();
    }

    private static Stream<?> parts(Object in) {
        if (in instanceof Map<?, ?> map) {
            return map.values().stream();
        }
        if (in instanceof Collection<?> collection) {
            return collection.stream();
        }
        return isPiece(in)
                ? Stream.of(in.getClass().getRecordComponents())
                        .map(each -> read(each, in))
                        .filter(Objects::nonNull)
                : Stream.of();
    }

    /** Returns the same thing with one piece replaced, under the key that it had. */
    private static Object replaced(Object in, Object piece, Object by) {
        if (in == piece) {
            return by;
        }
        if (in instanceof Map<?, ?> map) {
            Map<Object, Object> copy = map instanceof SortedMap ? new TreeMap<>() : new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put(key, replaced(each, piece, by)));
            return copy;
        }
        if (in instanceof List<?> list) {
            return list.stream().map(each -> replaced(each, piece, by)).toList();
        }
        Object copy = in;
        if (isPiece(in)) {
            for (RecordComponent component : in.getClass().getRecordComponents()) {
                Object part = read(component, copy);
                Object now = part == null ? null : replaced(part, piece, by);
                copy = now == part || Objects.equals(now, part) ? copy : rebuilt(copy, component, now);
            }
        }
        return copy;
    }

    private static boolean isPiece(Object object) {
        return object instanceof Record && object.getClass().getPackage() == ProjectState.class.getPackage();
    }

    /** Returns a record with another value of one component. */
    private static Object rebuilt(Object piece, RecordComponent changed, Object value) {
        RecordComponent[] components = piece.getClass().getRecordComponents();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : components) {
            values.add(component.getName().equals(changed.getName()) ? value : read(component, piece));
        }
        try {
            return piece.getClass()
                    .getConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("A record of the state has no public constructor", e);
        }
    }

    private static Object read(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("A record of the state can't be read", e);
        }
    }

    private static <T> SortedMap<ModelKey, T> without(SortedMap<ModelKey, T> map, ModelKey key) {
        SortedMap<ModelKey, T> rest = new TreeMap<>(map);
        rest.remove(key);
        return rest;
    }
}
