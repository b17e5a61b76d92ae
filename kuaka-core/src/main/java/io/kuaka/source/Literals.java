package io.kuaka.source;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The Java source of plain values: strings, numbers, dates and the like, and keys of several of them. */
public final class Literals {
    private static final Map<Class<?>, Function<Object, JavaSource>> BY_TYPE = Map.ofEntries(
            Map.entry(String.class, value -> string((String) value)),
            Map.entry(Boolean.class, value -> JavaSource.code(value.toString())),
            Map.entry(Short.class, value -> JavaSource.code("(short) " + value)),
            Map.entry(Integer.class, value -> JavaSource.code(value.toString())),
            Map.entry(Long.class, value -> JavaSource.code(value + "L")),
            Map.entry(Double.class, value -> JavaSource.code(value.toString())),
            Map.entry(Float.class, value -> JavaSource.code(value + "f")),
            Map.entry(BigDecimal.class, value -> JavaSource.construct(BigDecimal.class, string(value.toString()))),
            Map.entry(UUID.class, value -> parsed(UUID.class, "fromString", value)),
            Map.entry(LocalDate.class, value -> parsed(LocalDate.class, "parse", value)),
            Map.entry(LocalTime.class, value -> parsed(LocalTime.class, "parse", value)),
            Map.entry(LocalDateTime.class, value -> parsed(LocalDateTime.class, "parse", value)),
            Map.entry(OffsetDateTime.class, value -> parsed(OffsetDateTime.class, "parse", value)),
            Map.entry(Instant.class, value -> parsed(Instant.class, "parse", value)),
            Map.entry(Duration.class, value -> parsed(Duration.class, "parse", value)),
            Map.entry(byte[].class, value -> bytes((byte[]) value)));

    private Literals() {}

    /**
     * Returns the source of {@code value}.
     *
     * @throws IllegalArgumentException if the value's class has no literal form
     */
    public static JavaSource of(@Nullable Object value) {
        if (value == null) {
            return JavaSource.code("null");
        }
        if (value instanceof List<?> parts && isKey(parts)) {
            return JavaSource.memberCall(
                    List.class, "of", parts.stream().map(Literals::of).toArray(JavaSource[]::new));
        }
        Function<Object, JavaSource> form = BY_TYPE.get(value.getClass());
        if (form == null) {
            throw new IllegalArgumentException(
                    "A value of " + value.getClass().getName() + " has no literal form; use one of: " + names() + ".");
        }
        return form.apply(value);
    }

    /** Returns {@code Map.of(key, value, ...)}, in the order of the keys. */
    public static JavaSource map(Map<String, String> values) {
        List<JavaSource> arguments = new ArrayList<>();
        new TreeMap<>(values).forEach((key, value) -> {
            arguments.add(string(key));
            arguments.add(string(value));
        });
        return JavaSource.memberCall(Map.class, "of", arguments.toArray(JavaSource[]::new));
    }

    /** Returns whether {@link #of} has a form for {@code value}. */
    public static boolean supports(@Nullable Object value) {
        return value == null
                || BY_TYPE.containsKey(value.getClass())
                || (value instanceof List<?> parts && isKey(parts));
    }

    /** A list is the value of several columns, so it has several parts, none of which is null. */
    private static boolean isKey(List<?> parts) {
        return parts.size() > 1
                && parts.stream().allMatch(part -> part != null && BY_TYPE.containsKey(part.getClass()));
    }

    /** Returns a string literal. */
    public static JavaSource string(String value) {
        return JavaSource.code(quote(value));
    }

    /** Returns the source of {@code values} as separate string arguments. */
    public static List<JavaSource> strings(List<String> values) {
        return values.stream().map(Literals::string).toList();
    }

    private static JavaSource parsed(Class<?> type, String factory, Object value) {
        return new JavaSource.Invocation(JavaSource.member(type, factory), List.of(string(value.toString())));
    }

    private static JavaSource bytes(byte[] value) {
        JavaSource format = new JavaSource.Invocation(JavaSource.member(HexFormat.class, "of"), List.of());
        return format.call("parseHex", string(HexFormat.of().formatHex(value)));
    }

    private static String quote(String value) {
        return value.chars().mapToObj(Literals::escape).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escape(int character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                character < ' ' || character == 0x7f
                        ? String.format("\\u%04x", character)
                        : Character.toString(character);
        };
    }

    private static String names() {
        return Arrays.toString(
                BY_TYPE.keySet().stream().map(Class::getSimpleName).sorted().toArray());
    }
}
