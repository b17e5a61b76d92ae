package io.kuaka.schema.conversion;

import io.kuaka.state.ColumnType;
import org.jspecify.annotations.Nullable;

/** The form that a text needs to become a value of another type, for databases with {@code regexp}. */
public final class TextPatterns {
    /**
     * How a date begins, alone or with a time behind it. Databases accept other forms, too, and what they take them for may
     * depend on the session: {@code 03.02.2001} is the third of February or the second of March.
     */
    public static final String DATE = "^ *[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";

    /** How a time begins. */
    public static final String TIME = "^ *[0-9]{1,2}:[0-9]{2}";

    private static final String WHOLE_NUMBER = "^ *[+-]?[0-9]+ *$";
    private static final String NUMBER = "^ *[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)? *$";
    private static final String HEX = "[0-9a-fA-F]";
    private static final String UUID = "^(" + HEX + "{8}(-" + HEX + "{4}){3}-" + HEX + "{12}|" + HEX + "{32})$";

    private TextPatterns() {}

    /** Returns the condition that a text doesn't have the form of a {@code type}; null if any form will do. */
    public static @Nullable String misfits(String text, ColumnType type) {
        String form =
                switch (type.family()) {
                    case INTEGER -> WHOLE_NUMBER;
                    case DECIMAL, FLOATING -> NUMBER;
                    case UUID -> UUID;
                    case BOOLEAN, TEXT, BYTES, DATE, TIME, TIMESTAMP, INSTANT, JSON, XML -> null;
                    case NAMED_ENUM, ORDINAL_ENUM, NETWORK, ARRAY, OTHER -> null;
                };
        return form == null ? null : text + " not regexp '" + form + "'";
    }
}
