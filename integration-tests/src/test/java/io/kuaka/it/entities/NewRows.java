package io.kuaka.it.entities;

import io.kuaka.it.support.Instances;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.NativeGenerator;
import org.jspecify.annotations.Nullable;

/** Objects of random entities, saved as an application saves them; no two have a value in common that could be unique. */
final class NewRows {
    private static final int COUNT = 3;

    private final Map<Class<?>, List<Object>> saved = new HashMap<>();
    private final Map<Field, Integer> linked = new HashMap<>();
    private int number;

    private NewRows(int number) {
        this.number = number;
    }

    /**
     * Saves a few objects of each entity, which refer to each other.
     *
     * @param first above all numbers that values have so far
     */
    static void insert(SessionFactory hibernate, List<Class<?>> entities, int first) {
        NewRows rows = new NewRows(first);
        // One transaction each, for SQLite has one writer, and Hibernate fetches ids by a connection of their own.
        for (Class<?> entity : entities) {
            for (int i = 0; i < COUNT && !Modifier.isAbstract(entity.getModifiers()); i++) {
                int row = i;
                hibernate.inTransaction(session -> rows.save(session, entity, row));
            }
        }
        hibernate.inTransaction(session -> {
            rows.saved.replaceAll((entity, objects) ->
                    new ArrayList<>(objects.stream().map(session::merge).toList()));
            entities.forEach(rows::connect);
        });
    }

    private void save(Session session, Class<?> entity, int row) {
        Object object = Instances.of(entity);
        for (Field field : fields(entity)) {
            setPlainValue(object, field, row);
        }
        session.persist(object);
        for (Class<?> type = entity; type != Object.class; type = type.getSuperclass()) {
            saved.computeIfAbsent(type, key -> new ArrayList<>()).add(object);
        }
    }

    private void setPlainValue(Object object, Field field, int row) {
        boolean isId = isKey(field) || field.isAnnotationPresent(EmbeddedId.class);
        boolean isRequired = isRequired(field);
        boolean isGenerated = Stream.of(GeneratedValue.class, NativeGenerator.class, Version.class)
                        .anyMatch(field::isAnnotationPresent)
                || field.isAnnotationPresent(Id.class)
                        && Stream.of(field.getDeclaringClass().getDeclaredFields())
                                .anyMatch(other -> other.isAnnotationPresent(MapsId.class));
        if (isGenerated || !isId && !isRequired && row == 2) {
            return;
        }
        Class<?> target = target(field);
        if (target.isAnnotationPresent(Entity.class)) {
            if (isRequired) {
                set(object, field, saved.get(target).get(row));
            }
        } else if (!isToMany(field)) {
            set(object, field, value(field.getGenericType()));
        }
    }

    /** Returns what an attribute refers to, the first entity if it may be any of several; else its type. */
    private static Class<?> target(Field field) {
        AnyDiscriminatorValue[] targets = field.getAnnotationsByType(AnyDiscriminatorValue.class);
        return targets.length == 0 ? field.getType() : targets[0].entity();
    }

    private static boolean isKey(Field field) {
        return field.isAnnotationPresent(Id.class) || field.isAnnotationPresent(MapsId.class);
    }

    private static boolean isRequired(Field field) {
        jakarta.persistence.Column column = field.getAnnotation(jakarta.persistence.Column.class);
        return isKey(field) && field.getType().isAnnotationPresent(Entity.class)
                || column != null && !column.nullable()
                || Stream.of(field.getAnnotationsByType(JoinColumn.class)).anyMatch(join -> !join.nullable());
    }

    /** References that may be missing and sets of others, once all others are saved. */
    private void connect(Class<?> entity) {
        List<Object> objects = saved.getOrDefault(entity, List.of()).stream()
                .filter(object -> object.getClass() == entity)
                .toList();
        for (Field field : fields(entity)) {
            for (int i = 0; i < objects.size(); i++) {
                Object object = objects.get(i);
                Class<?> target = target(field);
                if (target.isAnnotationPresent(Entity.class)) {
                    if (!isRequired(field) && i != 2) {
                        set(object, field, unlinked(field, target).orElse(null));
                    }
                } else if (isToMany(field)) {
                    set(object, field, links(field, i));
                }
            }
        }
    }

    private Object links(Field field, int row) {
        Class<?> target = (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
        List<Object> others = saved.get(target);
        boolean isOwned = field.isAnnotationPresent(OneToMany.class);
        List<Object> linked = isOwned
                ? unlinked(field, target).stream().toList()
                : List.of(others.get(row), others.get((row + 1) % COUNT));
        return field.getType() == Set.class ? Set.copyOf(linked) : List.copyOf(linked);
    }

    /** Returns an object that no other has in this attribute; there are too few where entities extend each other. */
    private Optional<Object> unlinked(Field field, Class<?> target) {
        int place = linked.merge(field, 1, Integer::sum) - 1;
        return saved.get(target).stream().skip(place).findFirst();
    }

    private static boolean isToMany(Field field) {
        return field.getGenericType() instanceof ParameterizedType type
                && type.getActualTypeArguments()[0] instanceof Class<?> target
                && target.isAnnotationPresent(Entity.class);
    }

    private Object value(Type type) {
        number++;
        if (type instanceof ParameterizedType collection) {
            return collection(collection);
        }
        Class<?> simple = (Class<?>) type;
        if (simple.isEnum()) {
            return simple.getEnumConstants()[number % simple.getEnumConstants().length];
        }
        return simple.isRecord() ? embedded(simple) : simpleValue(simple);
    }

    private Object collection(ParameterizedType type) {
        Type first = type.getActualTypeArguments()[0];
        if (type.getRawType() == Map.class) {
            Type second = type.getActualTypeArguments()[1];
            return Map.of(value(first), value(second), value(first), value(second));
        }
        List<Object> values = List.of(value(first), value(first));
        return type.getRawType() == Set.class ? Set.copyOf(values) : values;
    }

    private Object embedded(Class<?> type) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(Stream.of(types).map(this::value).toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private Object simpleValue(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Integer" -> number;
            case "Long" -> (long) number;
            case "Short" -> (short) number;
            case "Double" -> number + 0.5;
            case "BigDecimal" -> new BigDecimal(number + ".25");
            case "String" -> "text " + number;
            case "Boolean" -> number % 2 == 0;
            case "LocalDate" -> LocalDate.of(2024, 1, 1).plusDays(number);
            case "LocalDateTime" -> LocalDateTime.of(2024, 1, 1, 12, 30).plusDays(number);
            case "Instant" -> Instant.parse("2024-01-01T12:30:00Z").plusSeconds(number);
            case "OffsetDateTime" ->
                OffsetDateTime.parse("2024-01-01T12:30:00+05:00").plusDays(number);
            case "UUID" -> new UUID(7, number);
            case "byte[]" -> new byte[] {(byte) number, 1};
            default -> throw new AssertionError(type);
        };
    }

    private static List<Field> fields(Class<?> entity) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> type = entity; type != Object.class; type = type.getSuperclass()) {
            fields.addAll(List.of(type.getDeclaredFields()));
        }
        return fields.stream().filter(field -> !field.isSynthetic()).toList();
    }

    private static void set(Object object, Field field, @Nullable Object value) {
        try {
            field.setAccessible(true);
            field.set(object, value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
