package io.kuaka.schema.conversion;

import io.kuaka.state.ColumnType;
import org.jspecify.annotations.Nullable;

/** What a text has to look like to become a value of another type, for databases that know {@code regexp}. */
public final class TextPatterns {
    private static final String WHOLE_NUMBER = "^ *[+-]?[0-9]+ *$";
    private static final String NUMBER = "^ *[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)? *$";
    private static final String HEX = "[0-9a-fA-F]";
    private static final String UUID = "^(" + HEX + "{8}(-" + HEX + "{4}){3}-" + HEX + "{12}|" + HEX + "{32})$";

    private TextPatterns() {}

    /** Returns the condition that a text has another form than values of {@code type}, or null where any form will do. */
    public static @Nullable String misfits(String text, ColumnType type) {
        String form =
                switch (type.kind()) {
                    case TINYINT, SMALLINT, INTEGER, BIGINT, DURATION -> WHOLE_NUMBER;
                    case REAL, DOUBLE, DECIMAL -> NUMBER;
                    case UUID -> UUID;
                    case BOOLEAN, CHAR, VARCHAR, TEXT, CLOB, NVARCHAR, NTEXT, NCLOB, BINARY, VARBINARY, BLOB -> null;
                    case DATE, TIME, TIME_TZ, TIME_UTC, TIMESTAMP, TIMESTAMP_TZ, TIMESTAMP_UTC, JSON, XML -> null;
                    case INET, ARRAY, ENUM, ORDINAL_ENUM, NATIVE_ENUM, SQL -> null;
                };
        return form == null ? null : text + " not regexp '" + form + "'";
    }
}
