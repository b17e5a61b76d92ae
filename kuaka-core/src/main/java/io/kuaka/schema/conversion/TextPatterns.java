package io.kuaka.schema.conversion;

import io.kuaka.state.ColumnType;
import org.jspecify.annotations.Nullable;

/** The form that a text needs to become a value of another type, for databases with {@code regexp}. */
public final class TextPatterns {
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
