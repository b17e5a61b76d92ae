package io.kuaka.schema.grammar;

import io.kuaka.state.ColumnType;
import java.util.stream.Collectors;

/** Spells types with several parts, for databases that write them in this form. */
public final class TypeNames {
    /** The default length of a text or of bytes, as in Hibernate. */
    public static final int DEFAULT_LENGTH = 255;

    /** How many positions fit in a signed byte. */
    private static final int BYTE_POSITIONS = 128;

    private TypeNames() {}

    /** Returns a number with its precision and scale, or {@code usual} if it states none. */
    public static String decimal(String name, ColumnType type, String usual) {
        return type.length() == ColumnType.UNSET
                ? usual
                : name + "(" + type.length() + "," + type.digitsAfterPoint() + ")";
    }

    /** Returns the type of the positions of an enumeration. */
    public static String ordinal(ColumnType type) {
        return type.values().size() > BYTE_POSITIONS ? "smallint" : "tinyint";
    }

    /** Returns the type of a text that names a constant; a single letter has a fixed length, as in Hibernate. */
    public static String constant(ColumnType type) {
        return type.length() == 1 ? "char(1)" : "varchar(" + type.lengthOr(DEFAULT_LENGTH) + ")";
    }

    /** Returns an enumeration with its values; Hibernate sorts them by name. */
    public static String enumeration(SqlGrammar grammar, ColumnType type) {
        return type.values().stream().sorted().map(grammar::text).collect(Collectors.joining(", ", "enum (", ")"));
    }

    /** Returns an array of what {@code grammar} calls the type of its elements. */
    public static String array(SqlGrammar grammar, ColumnType type) {
        String limit = type.length() == ColumnType.UNSET ? "" : "[" + type.length() + "]";
        return grammar.type(type.requireElement()) + " array" + limit;
    }
}
