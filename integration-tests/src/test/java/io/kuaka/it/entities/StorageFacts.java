package io.kuaka.it.entities;

import java.util.List;

/** Values that are stored in another way from now on, by converters and types of the application. */
final class StorageFacts {
    private static final String WINDS = "enum Wind { WEST, NORTH } ";
    private static final String NAMED = "@Enumerated(EnumType.STRING) @Column(name = \"wind\") Wind wind;";
    private static final String PLACED = "@Enumerated(EnumType.ORDINAL) @Column(name = \"wind\") Wind wind;";
    private static final String QUERY = "select id, wind from Pier order by id";

    private StorageFacts() {}

    private static String pier(String attribute) {
        return "@Entity class Pier { @Id Long id; " + attribute + " }";
    }

    private static String converted(String converter) {
        return "@Convert(converter = " + converter + ".class) @Column(name = \"wind\") Wind wind;";
    }

    /** A converter of two constants, to texts or numbers as they are written in Java. */
    private static String converter(String name, String type, String west, String north) {
        return """
                @Converter class %1$s implements AttributeConverter<Wind, %2$s> {
                    public %2$s convertToDatabaseColumn(Wind wind) {
                        return wind == null ? null : wind == Wind.WEST ? %3$s : %4$s;
                    }
                    public Wind convertToEntityAttribute(%2$s stored) {
                        if (stored == null) return null;
                        if (stored.equals(%3$s)) return Wind.WEST;
                        if (stored.equals(%4$s)) return Wind.NORTH;
                        throw new IllegalArgumentException(String.valueOf(stored));
                    }
                }
                """.formatted(name, type, west, north);
    }

    private static String letters(String name, String west, String north) {
        return converter(name, "String", "\"" + west + "\"", "\"" + north + "\"");
    }

    private static FactCase piers(
            String name, String before, String after, String rows, String answers, String values) {
        return new FactCase(
                name,
                before.contains("enum Wind") ? before : WINDS + before,
                after.contains("enum Wind") ? after : WINDS + after,
                List.of("insert into Pier (id, wind) values " + rows),
                answers,
                QUERY,
                values);
    }

    /** Hibernate reads all of them, there and back. */
    private static FactCase uuids(String name, String before, String after) {
        return new FactCase(
                name,
                before,
                after,
                List.of("insert into Pier (id, wind) values (1, '1b4e28ba-2fa1-11d2-883f-0016d3cca427')"),
                "",
                "select count(*) from Pier where wind is not null and length(wind) in (16, 36)",
                "1");
    }

    private static FactCase parts(String name, String attribute, String table, String column) {
        String plain = "@Entity class Pier { @Id Long id; "
                + attribute.replace("@Stored", "@Enumerated(EnumType.STRING)") + " }";
        String converted = WINDS + letters("Codes", "w", "n") + "@Entity class Pier { @Id Long id; "
                + attribute.replace("@Stored", "@Convert(converter = Codes.class)") + " }";
        return new FactCase(
                name,
                WINDS + plain,
                converted,
                List.of(
                        "insert into Pier (id) values (1)",
                        "insert into " + table + " (Pier_id, " + column + ") values (1, 'WEST')"),
                "",
                "select " + column + " from " + table,
                "w");
    }

    static List<FactCase> cases() {
        String letters = letters("Codes", "w", "n") + pier(converted("Codes"));
        return List.of(
                piers(
                        "constants by name get a converter",
                        pier(NAMED),
                        letters,
                        "(1, 'WEST'), (2, 'NORTH'), (3, null)",
                        "",
                        "1 w, 2 n, 3 null"),
                piers("constants by position get a converter", pier(PLACED), letters, "(1, 0), (2, 1)", "", "1 w, 2 n"),
                piers(
                        "constants by name lose their converter",
                        letters,
                        pier(NAMED),
                        "(1, 'w'), (2, 'n')",
                        "",
                        "1 WEST, 2 NORTH"),
                piers(
                        "constants by position lose their converter",
                        letters,
                        pier(PLACED),
                        "(1, 'w'), (2, 'n')",
                        "",
                        "1 0, 2 1"),
                piers(
                        "a converter stores names as before",
                        pier(NAMED),
                        letters("Codes", "WEST", "NORTH") + pier(converted("Codes")),
                        "(1, 'WEST'), (2, 'NORTH')",
                        "",
                        "1 WEST, 2 NORTH"),
                piers(
                        "a converter with another name",
                        letters,
                        letters.replace("Codes", "Letters"),
                        "(1, 'w'), (2, 'n')",
                        "",
                        "1 w, 2 n"),
                piers(
                        "another converter",
                        letters,
                        letters("Letters", "W", "N") + pier(converted("Letters")),
                        "(1, 'w'), (2, 'n')",
                        "translate values of shop.Pier.wind = yes",
                        "1 W, 2 N"),
                piers(
                        "a converter exchanges values",
                        letters,
                        letters("Codes", "n", "w") + pier(converted("Codes")),
                        "(1, 'w'), (2, 'n')",
                        "translate values of shop.Pier.wind = yes",
                        "1 n, 2 w"),
                piers(
                        "a converter stores numbers",
                        letters,
                        converter("Codes", "Integer", "10", "20") + pier(converted("Codes")),
                        "(1, 'w'), (2, 'n')",
                        "translate values of shop.Pier.wind = yes",
                        "1 10, 2 20"),
                piers(
                        "a constant with a former name and a converter",
                        pier(NAMED),
                        "enum Wind { WEST, @RenamedFrom(\"NORTH\") POLE } "
                                + (letters("Codes", "w", "p") + pier(converted("Codes"))).replace("NORTH", "POLE"),
                        "(1, 'WEST'), (2, 'NORTH')",
                        "",
                        "1 w, 2 p"),
                piers(
                        "plain texts get a converter",
                        pier("@Column(name = \"wind\") String wind;"),
                        letters,
                        "(1, 'w'), (2, 'n')",
                        "keep values of shop.Pier.wind = yes",
                        "1 w, 2 n"),
                piers(
                        "numbers get a converter",
                        pier("Integer wind;"),
                        tens("Tens") + pier("@Convert(converter = Tens.class) Integer wind;"),
                        "(1, 10), (2, 20)",
                        "keep values of shop.Pier.wind = yes",
                        "1 10, 2 20"),
                piers(
                        "numbers with a converter of a former name",
                        tens("Tens") + pier("@Convert(converter = Tens.class) Integer wind;"),
                        tens("Decades").replace("@Converter", "@Converter @RenamedFrom(\"Tens\")")
                                + pier("@Convert(converter = Decades.class) Integer wind;"),
                        "(1, 10), (2, 20)",
                        "",
                        "1 10, 2 20"),
                piers(
                        "numbers read and written by SQL",
                        pier("Integer wind;"),
                        pier("@org.hibernate.annotations.ColumnTransformer(read = \"wind / 10\", write = \"? * 10\")"
                                + " Integer wind;"),
                        "(1, 10), (2, 20)",
                        "keep values of shop.Pier.wind = yes",
                        "1 10, 2 20"),
                piers(
                        "true and false get a converter",
                        pier("Boolean wind;"),
                        converter("Codes", "String", "\"j\"", "\"n\"")
                                        .replace("<Wind,", "<Boolean,")
                                        .replace("Wind ", "Boolean ")
                                        .replace("Wind.WEST", "Boolean.TRUE")
                                        .replace("Wind.NORTH", "Boolean.FALSE")
                                + pier("@Convert(converter = Codes.class) Boolean wind;"),
                        "(1, true), (2, false), (3, null)",
                        "",
                        "1 j, 2 n, 3 null"),
                piers(
                        "numbers become durations",
                        pier("Long wind;"),
                        pier("Duration wind;"),
                        "(1, 90)",
                        "keep values of shop.Pier.wind = yes",
                        "1 90"),
                piers(
                        "durations of another type",
                        pier("Duration wind;"),
                        pier("@JdbcTypeCode(SqlTypes.BIGINT) Duration wind;"),
                        "(1, 90000000000)",
                        "",
                        "1 90000000000"),
                uuids(
                        "UUIDs as texts become bytes",
                        pier("@JdbcTypeCode(SqlTypes.CHAR) @Column(length = 36) UUID wind;"),
                        pier("@JdbcTypeCode(SqlTypes.BINARY) @Column(length = 16) UUID wind;")),
                uuids(
                        "UUIDs as texts of another length",
                        pier("@JdbcTypeCode(SqlTypes.CHAR) @Column(length = 36) UUID wind;"),
                        pier("@JdbcTypeCode(SqlTypes.VARCHAR) @Column(length = 40) UUID wind;")),
                parts(
                        "elements get a converter",
                        "@ElementCollection @Stored Set<Wind> winds;",
                        "Pier_winds",
                        "winds"));
    }

    private static String tens(String name) {
        return """
                @Converter class %s implements AttributeConverter<Integer, Integer> {
                    public Integer convertToDatabaseColumn(Integer value) { return value == null ? null : value * 10; }
                    public Integer convertToEntityAttribute(Integer stored) { return stored == null ? null : stored / 10; }
                }
                """.formatted(name);
    }
}
