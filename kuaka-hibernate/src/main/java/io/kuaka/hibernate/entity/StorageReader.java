package io.kuaka.hibernate.entity;

import io.kuaka.hibernate.draft.FieldDraft;
import io.kuaka.hibernate.line.HibernateLine;
import io.kuaka.state.ColumnType;
import io.kuaka.state.TypeFamily;
import io.kuaka.state.fact.Meaning;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.type.BasicPluralType;
import org.hibernate.type.CustomType;
import org.hibernate.type.descriptor.converter.spi.BasicValueConverter;
import org.hibernate.type.descriptor.converter.spi.JpaAttributeConverter;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.java.SerializableJavaType;
import org.jspecify.annotations.Nullable;

/**
 * Finds how values are stored where the type of the column doesn't tell: by a converter, a type of the application, or SQL.
 *
 * <p>A converter is asked what it makes of each constant of an enumeration, and of true and false. Of all others only the names
 * are known, without packages, so that a class can move.
 */
public final class StorageReader {
    /** Classes that are stored in another form than a plain number, text or bytes has. */
    private static final Set<String> TIMES = Set.of(
            "java.time.Duration",
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.OffsetTime",
            "java.time.ZonedDateTime",
            "java.util.UUID");

    private StorageReader() {}

    /** Returns how the values of a field are stored; empty if its type tells. */
    static Optional<Meaning> of(FieldDraft field, MetadataImplementor metadata) {
        Column column = field.columns().get(0);
        if (field.type() == null || !(column.getValue() instanceof BasicValue)) {
            return Optional.empty();
        }
        JdbcMapping mapping = HibernateLine.adapter().typeOf(column, metadata);
        if (mapping instanceof BasicPluralType<?, ?>) {
            return Optional.empty();
        }
        Map<String, String> how = sql(column);
        Map<String, String> constants = how.isEmpty() ? constants(mapping) : Map.of();
        if (!constants.isEmpty()) {
            return Optional.of(new Meaning(Meaning.Kind.CONSTANTS, constants));
        }
        how.putAll(classes(mapping, field.type()));
        return how.isEmpty() ? Optional.empty() : Optional.of(new Meaning(Meaning.Kind.STORED, how));
    }

    /** Returns the name of the converter of a field; empty if it has none of the application. */
    static Optional<Class<?>> converter(Column column, MetadataImplementor metadata) {
        return column.getValue() instanceof BasicValue
                ? converter(HibernateLine.adapter().typeOf(column, metadata))
                : Optional.empty();
    }

    private static Optional<Class<?>> converter(JdbcMapping mapping) {
        return mapping.getValueConverter() instanceof JpaAttributeConverter<?, ?> converter
                ? Optional.<Class<?>>of(converter.getConverterBean().getBeanClass())
                        .filter(StorageReader::isOfApplication)
                : Optional.empty();
    }

    /** The name of the column may change. */
    private static Map<String, String> sql(Column column) {
        Map<String, String> sql = new TreeMap<>();
        if (column.getCustomRead() != null) {
            sql.put("read", anonymous(column.getCustomRead(), column.getName()));
        }
        if (column.getCustomWrite() != null) {
            sql.put("write", column.getCustomWrite());
        }
        return sql;
    }

    private static String anonymous(String sql, String column) {
        return Pattern.compile("[\"`]?\\b" + Pattern.quote(column) + "\\b[\"`]?", Pattern.CASE_INSENSITIVE)
                .matcher(sql)
                .replaceAll(Matcher.quoteReplacement("?"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> constants(JdbcMapping mapping) {
        @Nullable
        BasicValueConverter<Object, Object> converter =
                (BasicValueConverter<Object, Object>) mapping.getValueConverter();
        if (converter == null || mapping instanceof CustomType<?>) {
            return Map.of();
        }
        Class<?> type = converter.getDomainJavaType().getJavaTypeClass();
        boolean isOwn = type == Boolean.class && converter(mapping).isPresent();
        Map<String, String> constants = new TreeMap<>();
        for (Object constant : isOwn ? List.of(true, false) : List.of(enumConstants(type))) {
            Optional<String> stored;
            try {
                stored = spelled(converter.toRelationalValue(constant));
            } catch (RuntimeException | LinkageError e) {
                return Map.of(); // It needs what only the running application has.
            }
            if (stored.isEmpty()) {
                return Map.of();
            }
            String name = constant instanceof Enum<?> each ? each.name() : constant.toString();
            stored.filter(text -> !text.equals(NULL)).ifPresent(text -> constants.put(name, text));
        }
        return constants;
    }

    private static Object[] enumConstants(Class<?> type) {
        return type.isEnum() ? type.getEnumConstants() : new Object[0];
    }

    /** Stands for null among texts; no text of SQL has it. */
    private static final String NULL = "\0";

    /** Returns a value as a text; empty if it can't be told from one. */
    private static Optional<String> spelled(@Nullable Object value) {
        if (value == null) {
            return Optional.of(NULL);
        }
        boolean isSpelled = value instanceof String
                || value instanceof Character
                || value instanceof Boolean
                || value instanceof Byte
                || value instanceof Short
                || value instanceof Integer
                || value instanceof Long;
        if (value instanceof BigDecimal number) {
            return Optional.of(number.toPlainString());
        }
        return isSpelled ? Optional.of(value.toString()) : Optional.empty();
    }

    private static Map<String, String> classes(JdbcMapping mapping, ColumnType type) {
        Map<String, String> classes = new TreeMap<>();
        converter(mapping).ifPresent(converter -> classes.put("converter", name(converter)));
        if (mapping instanceof CustomType<?> custom) {
            put(classes, "type", custom.getUserType());
        } else {
            put(classes, "javaType", mapping.getMappedJavaType());
            put(classes, "jdbcType", mapping.getJdbcType());
            if (classes.isEmpty() && mapping.getValueConverter() == null) {
                stored(mapping.getMappedJavaType(), type).ifPresent(name -> classes.put("class", name));
            }
        }
        return classes;
    }

    private static void put(Map<String, String> classes, String what, Object descriptor) {
        if (isOfApplication(descriptor.getClass())) {
            classes.put(what, name(descriptor.getClass()));
        }
    }

    private static Optional<String> stored(JavaType<?> java, ColumnType type) {
        if (java instanceof SerializableJavaType<?>) {
            return Optional.of("Serializable");
        }
        boolean isPlain =
                type.family().isNumber() || type.family() == TypeFamily.TEXT || type.family() == TypeFamily.BYTES;
        Class<?> stored = java.getJavaTypeClass();
        return isPlain && type.kind() != ColumnType.Kind.DURATION && TIMES.contains(stored.getName())
                ? Optional.of(stored.getSimpleName())
                : Optional.empty();
    }

    private static boolean isOfApplication(Class<?> type) {
        return !type.getName().startsWith("org.hibernate.");
    }

    /** Returns the name of a class, with those of the classes around it. */
    static String name(Class<?> type) {
        String name = type.getName();
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }
}
