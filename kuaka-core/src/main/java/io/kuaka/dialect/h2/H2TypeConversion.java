package io.kuaka.dialect.h2;

import io.kuaka.schema.conversion.EnumConversion;
import io.kuaka.schema.conversion.TextPatterns;
import io.kuaka.schema.conversion.TypeConversion;
import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.schema.statement.Clause;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import io.kuaka.state.ConversionRules;
import io.kuaka.state.TypeFamily;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How H2 converts values when a column's type changes.
 *
 * <p>The database converts by itself, and refuses what doesn't fit. Expressions are needed only for what it would
 * convert differently: times without a zone, which are taken as UTC whatever the session's zone is, texts that are
 * JSON, and texts that are large objects.
 */
final class H2TypeConversion extends TypeConversion {
    /** No position has it. */
    private static final String BETWEEN = "integer";

    private final H2SqlGrammar grammar;

    H2TypeConversion(H2SqlGrammar grammar) {
        super(grammar);
        this.grammar = grammar;
    }

    @Override
    public Optional<String> using(ColumnChange change) {
        ColumnType from = change.before().type();
        ColumnType to = change.after().type();
        String column = grammar.identifier(change.after().name());
        if (movesPositions(from, to)) {
            return Optional.empty();
        }
        if (ConversionRules.changesEnumStorage(from, to)) {
            return Optional.of(EnumConversion.of(grammar, column, from, to, text(column)));
        }
        if (isText(from) && grammar.isLargeObject(from) && !isText(to) && to.family() != TypeFamily.JSON) {
            return Optional.of(text(column));
        }
        return switch (to.family()) {
            case INSTANT -> isLocalTime(from) ? Optional.of(zoned(column)) : Optional.empty();
            case DATE, TIMESTAMP -> from.family() == TypeFamily.INSTANT ? Optional.of(local(column)) : Optional.empty();
            case JSON -> isText(from) ? Optional.of(column + " format json") : Optional.empty();
            case TEXT ->
                from.family() == TypeFamily.BOOLEAN ? Optional.of("lower(" + text(column) + ")") : Optional.empty();
            case TIME -> from.family() == TypeFamily.TIME ? time(column, from, to) : Optional.empty();
            case BOOLEAN, INTEGER, DECIMAL, FLOATING, BYTES, UUID, XML -> Optional.empty();
            case NAMED_ENUM, ORDINAL_ENUM, NETWORK, ARRAY, OTHER -> Optional.empty();
        };
    }

    /**
     * Returns the clause that converts positions within a type to other ones, by which the column gets a larger type at
     * first: otherwise nothing would show afterwards that they have been converted.
     */
    Optional<Clause> moved(ColumnChange change) {
        ColumnType from = change.before().type();
        ColumnType to = change.after().type();
        if (!movesPositions(from, to)) {
            return Optional.empty();
        }
        String name = change.after().name();
        String column = grammar.identifier(name);
        Clause plain = grammar.alterColumn(
                name,
                "set data type " + BETWEEN + " using " + EnumConversion.of(grammar, column, from, to, text(column)));
        Clause.Retyping types = new Clause.Retyping(grammar.type(from), BETWEEN);
        return Optional.of(new Clause(plain.kind(), plain.subject(), plain.sql(), types));
    }

    private boolean movesPositions(ColumnType from, ColumnType to) {
        return ConversionRules.changesEnumStorage(from, to)
                && grammar.type(from).equals(grammar.type(to));
    }

    private static String text(String column) {
        return "cast(" + column + " as varchar)";
    }

    /**
     * By way of a text the date and time stay as they are; a cast between the two types would use the session's zone.
     */
    private static String zoned(String column) {
        return "cast(cast(cast(" + column + " as timestamp(9)) as varchar) || '+00' as timestamp(9) with time zone)";
    }

    private static String local(String column) {
        return "cast(replace(cast(" + column + " at time zone 'UTC' as varchar), '+00', '') as timestamp(9))";
    }

    /** By way of a text the time of day stays as it is, too. */
    private static Optional<String> time(String column, ColumnType from, ColumnType to) {
        boolean isLocal = from.kind() == Kind.TIME;
        if (isLocal == (to.kind() == Kind.TIME)) {
            return Optional.empty();
        }
        return Optional.of(
                isLocal
                        ? "cast(" + text(column) + " || '+00' as time(9) with time zone)"
                        : "cast(replace(" + text(column) + ", '+00', '') as time(9))");
    }

    @Override
    public Optional<String> hasOffset(String column) {
        return Optional.of(
                "extract(timezone_hour from " + column + ") <> 0 or extract(timezone_minute from " + column + ") <> 0");
    }

    @Override
    public String asText(String column, ColumnType type) {
        return isText(type) && !grammar.isLargeObject(type) ? column : text(column);
    }

    /** Without a scale, a {@code numeric} is whole: https://h2database.com/html/datatypes.html#numeric_type. */
    @Override
    public String number(String text) {
        return "cast(" + text + " as decfloat)";
    }

    /** For some texts the condition itself fails. */
    @Override
    public @Nullable String misfits(String column, ColumnType from, ColumnType to) {
        if (from.family() != TypeFamily.TEXT) {
            return to.family() == TypeFamily.UUID ? "octet_length(" + column + ") <> 16" : null;
        }
        return switch (to.family()) {
            case BOOLEAN -> "lower(" + column + ") not in ('true', 't', 'yes', 'y', '1', 'false', 'f', 'no', 'n', '0')";
            case DATE, TIMESTAMP, INSTANT -> isNo(TextPatterns.DATE, column, to);
            case TIME -> isNo(TextPatterns.TIME, column, to);
            case JSON -> column + " is not json";
            case INTEGER, DECIMAL, FLOATING, TEXT, BYTES, UUID, XML -> TextPatterns.misfits(column, to);
            case NAMED_ENUM, ORDINAL_ENUM, NETWORK, ARRAY, OTHER -> null;
        };
    }

    /** The parts of a {@code case} keep their order; those of other conditions don't. */
    private String isNo(String pattern, String column, ColumnType to) {
        return "case when " + column + " not regexp '" + pattern + "' then true else " + column
                + " is not null and cast(" + column + " as " + grammar.type(to) + ") is null end";
    }

    /** XML is stored as text. */
    private static boolean isText(ColumnType type) {
        return type.family() == TypeFamily.TEXT || type.family() == TypeFamily.XML;
    }

    private static boolean isLocalTime(ColumnType type) {
        return type.family() == TypeFamily.DATE || type.family() == TypeFamily.TIMESTAMP;
    }
}
