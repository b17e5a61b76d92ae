package io.kuaka.schema.grammar;

import io.kuaka.state.ColumnType;
import java.util.stream.Collectors;

/** Spells types that have several parts, for the grammars whose databases have them in this form. */
public final class TypeNames {
    /** The length of a text or of bytes that states none, as in Hibernate. */
    public static final int DEFAULT_LENGTH = 255;

    /** How many positions a signed byte has. */
    private static final int BYTE_POSITIONS = 128;

    private TypeNames() {}

    /** Returns a number with its precision and scale, or {@code usual} where it states none. */
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

    /** Returns an enumeration with its values; Hibernate has them in the order of their names. */
    public static String enumeration(SqlGrammar grammar, ColumnType type) {
        return type.values().stream().sorted().map(grammar::text).collect(Collectors.joining(", ", "enum (", ")"));
    }

    /** Returns an array of what {@code grammar} calls the type of its elements. */
    public static String array(SqlGrammar grammar, ColumnType type) {
        String limit = type.length() == ColumnType.UNSET ? "" : "[" + type.length() + "]";
        return grammar.type(type.requireElement()) + " array" + limit;
    }
}
