package io.kuaka.entity;

import io.kuaka.entity.AnnotationText.Argument;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The class that holds the values of a type that only the database's own words tell. */
final class SqlWords {
    /** What such words begin with, and the class; the first that fits counts. */
    private static final List<Map.Entry<String, String>> CLASSES = List.of(
            Map.entry("tinyint\\(1\\)", "Boolean"),
            Map.entry("bigint unsigned", "java.math.BigInteger"),
            Map.entry("bigint", "Long"),
            Map.entry("(?:tinyint|smallint|mediumint|year)", "Integer"),
            Map.entry("int\\w*(?:\\(\\d+\\))? unsigned", "Long"),
            Map.entry("int(?:eger|\\d+)?\\b", "Integer"),
            Map.entry("(?:dec|numeric)", "java.math.BigDecimal"),
            Map.entry("(?:float|double|real)", "Double"),
            Map.entry("bool", "Boolean"),
            Map.entry("uuid", "java.util.UUID"),
            Map.entry("timestamp.* with time zone", "java.time.OffsetDateTime"),
            Map.entry("(?:timestamp|datetime)", "java.time.LocalDateTime"),
            Map.entry("date\\b", "java.time.LocalDate"),
            Map.entry("time.* with time zone", "java.time.OffsetTime"),
            Map.entry("time\\b", "java.time.LocalTime"),
            Map.entry("(?:\\w*blob|bytea|(?:var)?binary|binary varying|bit\\()", "byte[]"));

    private SqlWords() {}

    static BasicType of(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        String className = lower.endsWith("[]")
                ? classOf(lower.substring(0, lower.length() - "[]".length())) + "[]"
                : classOf(lower);
        List<Argument> column = List.of(new Argument("columnDefinition", AnnotationText.string(words)));
        return new BasicType(className, List.of(), column);
    }

    private static String classOf(String words) {
        return CLASSES.stream()
                .filter(entry -> words.matches("(?s)" + entry.getKey() + ".*"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("String");
    }
}
