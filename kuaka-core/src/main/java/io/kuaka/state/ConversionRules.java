package io.kuaka.state;

import java.util.Map;
import java.util.Set;

/**
 * Which types can become which, on every database alike: those whose values mean the same, so that there is a way back.
 *
 * <p>Databases differ in what they convert, and some bend values into anything: MariaDB makes a date of the number 7.
 */
public final class ConversionRules {
    private enum Family {
        NUMBER,
        BOOLEAN,
        TEXT,
        NAME,
        POSITION,
        BYTES,
        UUID,
        DATE,
        LOCAL_TIME,
        MOMENT,
        TIME_OF_DAY,
        DOCUMENT,
        OTHER
    }

    /** Apart from a family itself, and {@link Family#OTHER}, of which only the database knows what it can become. */
    private static final Map<Family, Set<Family>> POSSIBLE = Map.ofEntries(
            Map.entry(Family.NUMBER, Set.of(Family.TEXT, Family.BOOLEAN, Family.POSITION)),
            Map.entry(Family.BOOLEAN, Set.of(Family.TEXT, Family.NUMBER)),
            Map.entry(
                    Family.TEXT,
                    Set.of(
                            Family.NUMBER,
                            Family.BOOLEAN,
                            Family.NAME,
                            Family.BYTES,
                            Family.UUID,
                            Family.DATE,
                            Family.LOCAL_TIME,
                            Family.MOMENT,
                            Family.TIME_OF_DAY,
                            Family.DOCUMENT)),
            Map.entry(Family.NAME, Set.of(Family.TEXT, Family.POSITION)),
            Map.entry(Family.POSITION, Set.of(Family.NAME, Family.NUMBER)),
            Map.entry(Family.BYTES, Set.of(Family.TEXT, Family.UUID)),
            Map.entry(Family.UUID, Set.of(Family.TEXT, Family.BYTES)),
            Map.entry(Family.DATE, Set.of(Family.TEXT, Family.LOCAL_TIME)),
            Map.entry(Family.LOCAL_TIME, Set.of(Family.TEXT, Family.DATE, Family.MOMENT)),
            Map.entry(Family.MOMENT, Set.of(Family.TEXT, Family.LOCAL_TIME)),
            Map.entry(Family.TIME_OF_DAY, Set.of(Family.TEXT)),
            Map.entry(Family.DOCUMENT, Set.of(Family.TEXT)));

    private ConversionRules() {}

    /** Returns whether values of one type can be values of another. */
    public static boolean arePossible(ColumnType before, ColumnType after) {
        Family from = family(before);
        Family to = family(after);
        return from == to
                || from == Family.OTHER
                || to == Family.OTHER
                || POSSIBLE.getOrDefault(from, Set.of()).contains(to);
    }

    /** Returns whether values have to be looked at although both types may be spelled alike. */
    public static boolean needsLook(ColumnType before, ColumnType after) {
        return (family(before) == Family.BYTES && family(after) == Family.UUID)
                || (family(before) == Family.TEXT && after.kind() == ColumnType.Kind.JSON);
    }

    /** Returns whether values of an enumeration are stored otherwise: as positions instead of names, or at other positions. */
    public static boolean changesEnumStorage(ColumnType before, ColumnType after) {
        Family from = family(before);
        Family to = family(after);
        return from == Family.POSITION && to == Family.POSITION
                ? positionsMove(before, after)
                : (from == Family.POSITION && to == Family.NAME) || (from == Family.NAME && to == Family.POSITION);
    }

    private static boolean positionsMove(ColumnType before, ColumnType after) {
        return before.values().stream()
                .filter(after.values()::contains)
                .anyMatch(value ->
                        before.values().indexOf(value) != after.values().indexOf(value));
    }

    /** Returns whether values are texts, of any length. */
    public static boolean isText(ColumnType type) {
        return family(type) == Family.TEXT;
    }

    /** Returns whether values can be calculated with. */
    public static boolean isNumber(ColumnType type) {
        return family(type) == Family.NUMBER;
    }

    /** Returns whether values are times of a day, of no day. */
    public static boolean isTimeOfDay(ColumnType type) {
        return family(type) == Family.TIME_OF_DAY;
    }

    /** Returns whether values are times to fractions of a second. */
    public static boolean haveSeconds(ColumnType type) {
        return switch (family(type)) {
            case LOCAL_TIME, MOMENT, TIME_OF_DAY -> true;
            default -> false;
        };
    }

    private static Family family(ColumnType type) {
        return switch (type.kind()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL, DURATION -> Family.NUMBER;
            case BOOLEAN -> Family.BOOLEAN;
            case CHAR, VARCHAR, TEXT, CLOB, NVARCHAR, NTEXT, NCLOB -> Family.TEXT;
            case ENUM, NATIVE_ENUM -> Family.NAME;
            case ORDINAL_ENUM -> Family.POSITION;
            case BINARY, VARBINARY, BLOB -> Family.BYTES;
            case UUID -> Family.UUID;
            case DATE -> Family.DATE;
            case TIMESTAMP -> Family.LOCAL_TIME;
            case TIMESTAMP_TZ, TIMESTAMP_UTC -> Family.MOMENT;
            case TIME, TIME_TZ, TIME_UTC -> Family.TIME_OF_DAY;
            case JSON, XML -> Family.DOCUMENT;
            case INET, ARRAY, SQL -> Family.OTHER;
        };
    }
}
